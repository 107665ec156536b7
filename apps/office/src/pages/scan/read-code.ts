import { isUuid } from '#kernel';

/** What a label, a page or a paper can name. */
export type ScannedKind = 'lot' | 'seizure' | 'transfer' | 'batch' | 'event' | 'certificate';

/** A scanned or typed code, understood: what it names, by id, number or (for a hand-over) the end of its id. */
export interface ScannedCode {
  readonly kind: ScannedKind;
  readonly by: 'id' | 'number';
  readonly key: string;
}

const places: Readonly<Record<string, ScannedKind>> = {
  lots: 'lot',
  seizures: 'seizure',
  transfers: 'transfer',
  batches: 'batch',
  events: 'event',
  certificates: 'certificate',
  c: 'certificate',
};
const numbers: readonly (readonly [RegExp, ScannedKind])[] = [
  [/^LOT-\d{4}-\d{5,}$/, 'lot'],
  [/^CK-\d{4}-\d{4,}$/, 'seizure'],
  [/^YJ-[0-9A-F]{8}$/, 'transfer'],
  [/^PC-\d{4}-\d{4,}$/, 'batch'],
  [/^HD-\d{4}-\d{4,}$/, 'event'],
  [/^[A-Z]{2,10}-\d{4}-\d{6,}-[0-9A-Z]$/, 'certificate'],
];

/**
 * Reads what a scanner or a person typed: the address of one of our pages on any host (labels outlive a move of the
 * site), or a number. Full-width letters, as a Chinese input method makes them, count as their plain forms. Gives
 * undefined for anything else.
 */
export function readCode(typed: string): ScannedCode | undefined {
  const text = typed.normalize('NFKC').trim();
  const [, place = '', last = ''] =
    /^https?:\/\/[^/\s]+\/([a-z]+)\/([\w-]{1,60})(?:\.pdf)?\/?(?:[?#]\S*)?$/i.exec(text) ?? [];
  if (last === '') return numbered(text);
  const kind = places[place.toLowerCase()];
  if (kind === undefined) return undefined;
  if (kind === 'certificate') return numbered(last);
  const id = last.toLowerCase();
  return isUuid(id) ? { kind, by: 'id', key: id } : undefined;
}

function numbered(text: string): ScannedCode | undefined {
  const key = text.toUpperCase();
  const kind = numbers.find(([pattern]) => pattern.test(key))?.[1];
  return kind && { kind, by: 'number', key };
}
