import { newId } from '#kernel';
import type { SignedClient, TestOffice } from './office.js';

export interface SampleLot {
  readonly id?: string;
  readonly category: string;
  readonly description: string;
  readonly quantity: unknown;
  readonly [field: string]: unknown;
}

/** 2,356.3 cartons of cigarettes: 471,260 sticks. */
export const cigarettes = (own: Partial<SampleLot> = {}): SampleLot => ({
  category: 'cigarettes',
  description: '假冒卷烟',
  quantity: { amount: '2356.3', unit: 'cig-carton' },
  ...own,
});

/** The body of a seizure by two officers, seized an hour before `nowMs`. */
export function seizureBody(
  officers: readonly SignedClient[],
  own: Readonly<Record<string, unknown>> = {},
  nowMs = Date.now(),
) {
  return {
    id: newId<string>(),
    caseNumber: `示烟案〔2026〕${Math.trunc(nowMs % 1000)}号`,
    measure: 'seizure',
    legalBasis: '《烟草专卖法实施条例》第四十九条',
    happened: new Date(nowMs - 3_600_000).toISOString(),
    place: '示例区示范路 8 号仓库',
    officers: officers.map(({ person }) => person.id),
    lots: [cigarettes()],
    ...own,
  };
}

/** Registers and confirms a seizure of the tobacco bureau; gives its answer. */
export async function confirmedSeizure(office: TestOffice, own: Readonly<Record<string, unknown>> = {}) {
  const [first, second] = [await office.as('tb.officer1'), await office.as('tb.officer2')];
  const { status, body } = await first.post('/api/v1/seizures', seizureBody([first, second], own));
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  const confirmed = await second.post(`/api/v1/seizures/${body.id}/confirmation`, {});
  if (confirmed.status !== 201) throw new Error(`${confirmed.status} ${JSON.stringify(confirmed.body)}`);
  return body as { id: string; reference: string; lots: { id: string; code: string }[] };
}
