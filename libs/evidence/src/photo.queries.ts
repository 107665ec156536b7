import { Injectable } from '@nestjs/common';
import type { AgencyId, EntryId, EventId, Json, LotId, PersonId, SeizureId, Sha256 } from '#kernel';
import { PersonalData } from '#ledger';
import type { Tx } from '#platform';
import type { PhotoStage } from './domain/add-photo.js';

/** A photo that shows a lot; a photo of a pile counts for each lot of the pile. */
export interface PhotoOfLot {
  readonly lot: LotId;
  readonly sha256: Sha256;
  readonly stage: PhotoStage;
  /** Kept as evidence, but nothing can be shown of it. */
  readonly damaged: boolean;
}

export interface PhotoOfEvent {
  readonly sha256: Sha256;
  readonly stage: PhotoStage;
  /** Code of the site; null where the photo names none. */
  readonly site: string | null;
  readonly damaged: boolean;
}

/** A photo as pages show it; what the device claims stands beside the server's receipt time. */
export interface PhotoShown {
  readonly id: string;
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly stage: PhotoStage;
  readonly damaged: boolean;
  readonly site?: string;
  /** Time of taking as the person says. */
  readonly taken?: string;
  /** As claimed by the device. */
  readonly claimed?: {
    readonly takenAt?: string;
    readonly software?: string;
    /** Make, model and serial number; for the case's team alone. */
    readonly device?: Json;
    /** Degrees (WGS 84); for the case's team alone. */
    readonly position?: Json;
  };
  readonly person: PersonId;
  readonly agency: AgencyId;
  /** RFC 3339; receipt by the server. */
  readonly recorded: string;
  readonly entry: EntryId;
}

/** One record of a photo with the lots that it shows, as far as the asker sees them. */
export interface PhotoRecord extends PhotoShown {
  readonly lots: readonly LotId[];
}

/** Reads of photos for later libs and for pages. */
@Injectable()
export class PhotoQueries {
  constructor(private readonly personal: PersonalData) {}

  /** Photos of these lots, in the order of lots and receipt. */
  ofLots(tx: Tx, lots: readonly LotId[]): Promise<PhotoOfLot[]> {
    return tx.query(
      `SELECT l.lot, p.sha256, p.stage, p.damaged FROM state.photo_lots l JOIN state.photos p ON p.id = l.photo
       WHERE l.lot = ANY($1) ORDER BY l.lot, p.recorded, p.id`,
      [lots],
    );
  }

  /** Photos of an event in the order of receipt. */
  ofEvent(tx: Tx, event: EventId): Promise<PhotoOfEvent[]> {
    return tx.query(
      `SELECT sha256, stage, site, damaged FROM state.photos WHERE event = $1 ORDER BY recorded, id`,
      [event],
    );
  }

  /**
   * Everything to show of the photos of one lot, seizure or event, in the order of receipt; with the lots of a seizure
   * also those of each lot. Device and position to the agency whose case it is, and to nobody else.
   * @param viewer agency of the person who looks
   */
  async shown(tx: Tx, of: PhotosOf, viewer?: AgencyId): Promise<PhotoShown[]> {
    const [where, ids] = conditionOf(of);
    const rows: ShownRow[] = await tx.query(
      `SELECT p.* FROM state.photos p WHERE ${where} ORDER BY p.recorded, p.id`,
      ids,
    );
    const isTeam = viewer !== undefined && (await this.isTeam(tx, of, viewer));
    const shown: PhotoShown[] = [];
    for (const row of rows) shown.push(shownOf(row, isTeam ? await this.personalClaims(tx, row) : {}));
    return shown;
  }

  /**
   * Every record of these bytes that the agencies see, in the order of receipt, with the lots of it that they see;
   * device and position to agencies of the team alone. Empty where they see the photo in a batch's sample only.
   * @param viewer agency of the person who looks
   */
  async records(
    tx: Tx,
    sha256: Sha256,
    { agencies, viewer }: { readonly agencies: readonly AgencyId[]; readonly viewer: AgencyId },
  ): Promise<PhotoRecord[]> {
    const rows: RecordRow[] = await tx.query(recordsSql, [sha256, agencies, viewer]);
    const records: PhotoRecord[] = [];
    for (const row of rows.filter(({ seen }) => seen)) {
      const personal = row.team ? await this.personalClaims(tx, row) : {};
      records.push({ ...shownOf(row, personal), lots: row.lots });
    }
    return records;
  }

  private async isTeam(tx: Tx, of: PhotosOf, viewer: AgencyId): Promise<boolean> {
    const [kind, subject] =
      'lot' in of ? ['lot', of.lot] : 'seizure' in of ? ['seizure', of.seizure] : ['event', of.event];
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM state.visibility WHERE kind = $1 AND subject = $2 AND agency = $3 AND relation = 'own'`,
      [kind, subject, viewer],
    );
    return rows.length > 0;
  }

  /** Device and position as long as they are not erased. */
  private async personalClaims(tx: Tx, { claims }: ShownRow): Promise<{ device?: Json; position?: Json }> {
    const device = claims?.device && (await this.personal.open(tx, claims.device));
    const position = claims?.position && (await this.personal.open(tx, claims.position));
    return { ...(device !== undefined && { device }), ...(position !== undefined && { position }) };
  }
}

/** What the photos show. */
export type PhotosOf = { lot: LotId } | { seizure: SeizureId; lots?: readonly LotId[] } | { event: EventId };

function conditionOf(of: PhotosOf): [string, unknown[]] {
  if ('lot' in of) return ['p.id IN (SELECT photo FROM state.photo_lots WHERE lot = $1)', [of.lot]];
  if ('event' in of) return ['p.event = $1', [of.event]];
  return [
    'p.seizure = $1 OR p.id IN (SELECT photo FROM state.photo_lots WHERE lot = ANY($2))',
    [of.seizure, of.lots ?? []],
  ];
}

interface ShownRow {
  id: string;
  sha256: Sha256;
  size: string;
  media_type: string;
  stage: PhotoStage;
  taken: string | null;
  claims: { takenAt?: string; software?: string; device?: Sha256; position?: Sha256 } | null;
  damaged: boolean;
  site: string | null;
  person: PersonId;
  agency: AgencyId;
  recorded: Date;
  entry: EntryId;
}

interface RecordRow extends ShownRow {
  lots: LotId[];
  seen: boolean;
  team: boolean;
}

const sights = (
  agencies: string,
) => `EXISTS (SELECT 1 FROM state.visibility v WHERE v.agency ${agencies} AND (
    (v.kind = 'lot' AND v.subject IN (SELECT l.lot::text FROM state.photo_lots l WHERE l.photo = p.id))
    OR (v.kind = 'seizure' AND v.subject = p.seizure::text) OR (v.kind = 'event' AND v.subject = p.event::text)))`;
const recordsSql = `
  SELECT p.*, ARRAY(SELECT l.lot FROM state.photo_lots l WHERE l.photo = p.id AND EXISTS (
      SELECT 1 FROM state.visibility v WHERE v.kind = 'lot' AND v.subject = l.lot::text AND v.agency = ANY($2))
      ORDER BY l.lot) AS lots,
    ${sights('= ANY($2)')} AS seen, ${sights("= $3 AND v.relation = 'own'")} AS team
  FROM state.photos p WHERE p.sha256 = $1 ORDER BY p.recorded, p.id`;

function shownOf(row: ShownRow, personal: { device?: Json; position?: Json }): PhotoShown {
  const { takenAt, software } = row.claims ?? {};
  const claimed = {
    ...(takenAt !== undefined && { takenAt }),
    ...(software !== undefined && { software }),
    ...personal,
  };
  return {
    id: row.id,
    sha256: row.sha256,
    size: Number(row.size),
    mediaType: row.media_type,
    stage: row.stage,
    damaged: row.damaged,
    ...(row.site !== null && { site: row.site }),
    ...(row.taken !== null && { taken: row.taken }),
    ...(Object.keys(claimed).length > 0 && { claimed }),
    person: row.person,
    agency: row.agency,
    recorded: row.recorded.toISOString(),
    entry: row.entry,
  };
}
