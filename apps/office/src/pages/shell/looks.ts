/** How a state looks beside its word. */
export type Look = 'ok' | 'info' | 'warn' | 'err' | 'plain';

const looks: Readonly<Record<string, Look>> = {
  confirmed: 'ok',
  unconfirmed: 'warn',
  offered: 'info',
  'awaiting-giver': 'warn',
  accepted: 'ok',
  refused: 'err',
  draft: 'plain',
  submitted: 'warn',
  approved: 'ok',
  rejected: 'err',
  withdrawn: 'plain',
  emptied: 'plain',
  planned: 'info',
  staged: 'info',
  closed: 'ok',
  cancelled: 'plain',
  numbered: 'info',
  prepared: 'info',
  issued: 'ok',
  superseded: 'warn',
  revoked: 'err',
  voided: 'err',
};

export function lookOf(state: string): Look {
  return looks[state] ?? 'plain';
}
