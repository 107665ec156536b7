import { DomainError, type FieldError } from '#kernel';
import type { Words } from '../shell/words.js';

/** What tells a line of an event to a person. */
export interface NamedLine {
  readonly lot: string;
  readonly code: string;
}
type Facts = Readonly<Record<string, string>>;

/** Codes that speak of fields of the interface, with what a person at a form reads instead. */
const inForms: Readonly<Record<string, string>> = {
  'event.reason-missing': 'form.reason-difference',
  'event.recount-missing': 'form.recount-missing',
  'event.lot-on-hold': 'form.lot-on-hold',
  'event.decision-gone': 'form.decision-gone',
  'event.beyond-tolerance': 'form.beyond-tolerance',
};

/** Facts for reading: lots by their numbers, units and stages by their names. */
export function spokenFacts(facts: Facts, lines: readonly NamedLine[], words: Words): Facts {
  const { lot, unit, stage } = facts;
  return {
    ...facts,
    ...(lot !== undefined && { lot: lines.find((line) => line.lot === lot)?.code ?? lot }),
    ...(unit !== undefined && { unit: words.unit(unit) }),
    ...(stage !== undefined && { stage: words.t(`stage.${stage}`) }),
  };
}

/** A refusal as a form at the site says it. */
export function spokenError(error: DomainError, lines: readonly NamedLine[], words: Words): DomainError {
  const field = ({ pointer, code, facts = {} }: FieldError): FieldError => ({
    pointer,
    code: inForms[code] ?? code,
    facts: spokenFacts(facts, lines, words),
  });
  const { kind, code, facts, fields } = error;
  return new DomainError(kind, inForms[code] ?? code, spokenFacts(facts, lines, words), fields.map(field));
}

/** More of one kind than this are told by their number. */
const fewEnough = 3;

/**
 * What is still open, as sentences in the order of the work: few of a kind one by one, many by their number.
 * Photos are named one by one: there are three.
 */
export function openShown(
  open: readonly FieldError[],
  lines: readonly NamedLine[],
  words: Words,
): readonly string[] {
  const codes = [...new Set(open.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const own = open.filter((one) => one.code === code);
    if (own.length > fewEnough && code !== 'event.photo-missing') {
      return [words.t(`open.${code}`, { count: own.length })];
    }
    return own.map(({ facts = {} }) =>
      words.t(
        code === 'event.photo-missing' ? 'open.photo' : (inForms[code] ?? code),
        spokenFacts(facts, lines, words),
      ),
    );
  });
}
