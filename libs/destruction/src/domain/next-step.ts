import type { FieldError } from '#kernel';

/** What the people of an event do next, in the order of the work. */
export const nextSteps = ['staging', 'results', 'photos', 'statements', 'closure'] as const;
export type NextStep = (typeof nextSteps)[number];

const stepOf: Readonly<Record<string, NextStep>> = {
  'event.line-not-staged': 'staging',
  'event.line-without-result': 'results',
  'event.lot-on-hold': 'results',
  'event.decision-gone': 'results',
  'event.photo-missing': 'photos',
  'event.too-few-statements': 'statements',
  'event.no-outside-statement': 'statements',
};

/** The first step of the work that an open item asks for; closure where nothing is open. */
export function nextStep(open: readonly FieldError[]): NextStep {
  const asked = new Set(open.map(({ code }) => stepOf[code]));
  return nextSteps.find((step) => asked.has(step)) ?? 'closure';
}
