import type { LotRecord } from '#entries';
import type { AgencyId, LotId, PersonId, SeizureId } from '#kernel';

/** What an officer asks to register, checked for its form only. */
export interface SeizureRequest {
  readonly id: SeizureId;
  readonly caseNumber: string;
  readonly measure: 'seizure' | 'advance-registration' | 'sealing-in-place';
  readonly legalBasis: string;
  readonly place: string;
  readonly party?: Party;
  readonly partyPresence?: 'signed' | 'refused' | 'absent' | 'unknown';
  readonly refusalReason?: string;
  readonly onSiteWitness?: OnSiteWitness;
  readonly officers: readonly PersonId[];
  readonly lots: readonly LotRequest[];
}

/** The party concerned: personal data, never in an entry. */
export interface Party {
  readonly kind: string;
  readonly name: string;
  readonly idNumber?: string;
}

/** Who witnessed the seizure on the spot for the party: personal data, never in an entry. */
export interface OnSiteWitness {
  readonly name: string;
  readonly contact?: string;
}

/** One line of the request; quantity, ratio and value are still as they were sent. */
export interface LotRequest {
  readonly lot: LotId;
  readonly category: string;
  readonly description: string;
  readonly brand?: string;
  readonly variety?: string;
  readonly specification?: string;
  readonly barcode?: string;
  readonly seals?: readonly string[];
  readonly quantity: unknown;
  readonly basis: LotRecord['basis'];
  readonly unitRatio?: unknown;
  readonly condition?: string;
  readonly estimatedValue?: { readonly amount: unknown; readonly currency: unknown; readonly basis: string };
}

/** A line whose quantity stands in base units; only its readable code is missing. */
export type BookedLot = Omit<LotRecord, 'code'>;

/** What the rules about officers ask about a named person. */
export interface OfficerFacts {
  readonly person: PersonId;
  readonly agency: AgencyId;
  /** Active and holding the role `officer`. */
  readonly officer: boolean;
}

/** Readable numbers of a seizure and its lots (CK-2026-0407, LOT-2026-00001 …), in the order of the lots. */
export interface SeizureNumbers {
  readonly reference: string;
  readonly codes: readonly string[];
}
