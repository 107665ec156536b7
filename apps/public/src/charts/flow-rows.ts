import type { PublicFlow } from '#published';

/** The flow as rows: what came in, then what became of it. */
export function flowRows(flow: PublicFlow): { code: string; amount: string; side: 'in' | 'out' }[] {
  return [
    { code: 'seized', amount: flow.seized, side: 'in' },
    ...(flow.surplus === '0' ? [] : [{ code: 'surplus', amount: flow.surplus, side: 'in' as const }]),
    ...flow.parts.map(({ part, amount }) => ({ code: part, amount, side: 'out' as const })),
  ];
}
