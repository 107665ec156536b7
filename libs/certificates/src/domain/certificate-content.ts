import type { Instant, Sha256 } from '#kernel';

/** A text in both languages of the paper; Chinese is authoritative. */
export type Name = { readonly zh: string; readonly en: string };

/** An exact quantity: a decimal as text and a unit code of the catalogue. */
export type Amount = { readonly amount: string; readonly unit: string };

/** A person who acted for an agency; `agency` is a code of {@link Names.agencies}. */
export type Actor = { readonly agency: string; readonly person: string };

/** Names of every code that the content uses, so that paper and JSON stand without the catalogue. */
export type Names = {
  readonly agencies: Readonly<Record<string, Name>>;
  readonly units: Readonly<Record<string, Name>>;
  readonly categories: Readonly<Record<string, Name>>;
  readonly methods: Readonly<Record<string, Name>>;
};

/** A final decision (or the law that allows destruction without one) that the batch stands on. */
export type Decision = {
  readonly number: string;
  /** Calendar date `YYYY-MM-DD`. */
  readonly date: string;
  readonly agency?: string;
  readonly finalAt?: Instant;
  /** The party concerned, masked as the rules of publication ask: anyone may come to hold the paper. */
  readonly party?: string;
  readonly law?: string;
};

export type Site = {
  readonly code: string;
  readonly name: Name;
  readonly address: string;
  /** Reference of the destruction event held here. */
  readonly event: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};

/** How the goods were destroyed, and by whom. `code` is a key of {@link Names.methods}. */
export type Method = {
  readonly code: string;
  readonly contractor?: string;
  readonly licence?: string;
  readonly manifest?: string;
  readonly vehicles?: readonly { readonly plate: string; readonly seals: readonly string[] }[];
};

/** Why less, or another mass, was destroyed than was staged or listed. */
export type Difference = Amount & {
  readonly kind: 'shortage' | 'returned' | 'weighing-difference';
  readonly reason: string;
};

/** One lot at one site: every figure that the paper prints about it. */
export type Line = {
  readonly lot: string;
  readonly code: string;
  readonly category: string;
  /** Variety, brand or description, as registered. */
  readonly description: string;
  readonly site: string;
  readonly declared: Amount;
  readonly allocated: Amount;
  readonly staged: Amount;
  readonly destroyed: Amount;
  /** `destroyed` in the base unit of its family. */
  readonly base: Amount;
  /** Only where the line's method differs from the batch's. */
  readonly method?: string;
  /** Kilograms as weighed at the site. */
  readonly weighing?: { readonly grossKg: string; readonly tareKg: string; readonly netKg: string };
  /** A line may both miss goods and bring some back, so this is a list. */
  readonly difference?: readonly Difference[];
};

/** Destroyed at one site in one unit as declared, with the same in the base unit. */
export type Subtotal = { readonly site: string; readonly destroyed: Amount; readonly base: Amount };

export type UnitTotal = { readonly destroyed: Amount; readonly base: Amount };

/** Destroyed of one category over all sites, in one base unit. */
export type Total = { readonly category: string; readonly base: Amount };

/** A single figure for the whole batch; without its rule it would be an addition of unlike things. */
export type Headline = Amount & { readonly rule: Name; readonly categories?: number };

export type Approval = Actor & {
  readonly role: string;
  readonly decidedAt: Instant;
  /** How the approver proved to be the one: `password` or `passkey`. */
  readonly factor: 'password' | 'passkey';
  /** Hash of the frozen list that was approved. */
  readonly snapshot: Sha256;
};

export type Witness = Actor & {
  readonly statement: string;
  readonly statedAt?: Instant;
  readonly site?: string;
  /** The recorded lines changed after this statement was made. */
  readonly beforeChange?: boolean;
};

export type Photo = {
  readonly sha256: Sha256;
  readonly stage: 'seizure' | 'before' | 'during' | 'after';
  readonly lot?: string;
  readonly site?: string;
};

/** Goods of an approved list that were taken out of the batch after its submission. */
export type Exclusion = {
  readonly lot: string;
  readonly quantity: Amount;
  readonly reason: string;
  readonly agency?: string;
};

/** Goods kept as exhibits. */
export type Retained = { readonly lot: string; readonly quantity: Amount; readonly reason: string };

/** A descriptive text that a correction entry changed after the approval. */
export type Change = {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly entry: number;
};

/** Checkpoint C0: "the ledger before this certificate". `root` as lower-case hex. */
export type CheckpointFacts = { readonly origin: string; readonly size: number; readonly root: string };

/**
 * Everything that a certificate states. The PDF is drawn from it alone (thumbnails and the address of
 * the verification page aside), and its JCS form is attached to the PDF as `certificate.json`.
 */
export type CertificateContent = {
  readonly v: 1;
  readonly number: string;
  /** 1 for a first certificate; a successor counts on from the one that it replaces. */
  readonly version: number;
  readonly issuedAt: Instant;
  /** Offset in which the paper prints moments, `+08:00`; the JSON itself is in UTC. */
  readonly utcOffset: string;
  /** Issuing agency: a code of {@link Names.agencies}. */
  readonly agency: string;
  /** What the issuer's seal is called; a test key says so on the paper. */
  readonly seal: { readonly name: string; readonly test: boolean };
  readonly batch: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly snapshot: Sha256;
    readonly version?: number;
  };
  readonly names: Names;
  readonly method: Method;
  readonly sites: readonly Site[];
  readonly decisions: readonly Decision[];
  readonly lines: readonly Line[];
  readonly subtotals: readonly Subtotal[];
  readonly totals: readonly Total[];
  /** Destroyed over all sites in each unit as declared, with the same in the base unit. */
  readonly unitTotals: readonly UnitTotal[];
  readonly headline?: Headline;
  readonly approvals: readonly Approval[];
  readonly lead: Actor;
  readonly witnesses: readonly Witness[];
  readonly photos: readonly Photo[];
  readonly exclusions: readonly Exclusion[];
  readonly retained: readonly Retained[];
  /** Anything out of the ordinary, each in one sentence: late entries, unsuitable method accepted … */
  readonly exceptions: readonly string[];
  readonly ledger: { readonly first: number; readonly last: number; readonly checkpoint: CheckpointFacts };
  readonly replaces?: {
    readonly number: string;
    readonly reason: string;
    readonly changes?: readonly Change[];
  };
};
