import { DomainError } from '#kernel';

/**
 * Where a batch stands. `draft`: its list is being made or changed; `submitted`: frozen, agencies decide;
 * `approved`: every required agency said yes; `rejected`: one said no, the list may be made anew;
 * `withdrawn`, `emptied` (every lot was excluded): ended.
 */
export const batchStates = ['draft', 'submitted', 'approved', 'rejected', 'withdrawn', 'emptied'] as const;
export type BatchState = (typeof batchStates)[number];

/** What can happen to a batch as a whole. */
export const batchActs = [
  'edit',
  'submit',
  'approve',
  'complete',
  'reject',
  'exclude',
  'empty',
  'reopen',
  'withdraw',
] as const;
export type BatchAct = (typeof batchActs)[number];

/** State × act → next state; what is not here is refused. */
export const batchTransitions: Readonly<Record<BatchState, Partial<Readonly<Record<BatchAct, BatchState>>>>> =
  {
    draft: { edit: 'draft', submit: 'submitted' },
    submitted: {
      approve: 'submitted',
      complete: 'approved',
      reject: 'rejected',
      exclude: 'submitted',
      empty: 'emptied',
      reopen: 'draft',
      withdraw: 'withdrawn',
    },
    approved: { exclude: 'approved', empty: 'emptied', reopen: 'draft', withdraw: 'withdrawn' },
    rejected: { edit: 'rejected', submit: 'submitted' },
    withdrawn: {},
    emptied: {},
  };

/** The code that says what stands in the way of an act, and what to do instead. */
const refusals: Readonly<Record<BatchAct, string>> = {
  edit: 'batch.ended',
  submit: 'batch.not-open',
  approve: 'batch.not-awaiting-approval',
  complete: 'batch.not-awaiting-approval',
  reject: 'batch.not-awaiting-approval',
  exclude: 'batch.not-frozen',
  empty: 'batch.not-frozen',
  reopen: 'batch.not-frozen',
  withdraw: 'batch.nothing-to-withdraw',
};

/** The state after `act`; throws `conflict` with the code of the act and the fact `state` where it can't happen. */
export function stateAfter(state: BatchState, act: BatchAct): BatchState {
  const next = batchTransitions[state][act];
  if (next === undefined) throw new DomainError('conflict', refusals[act], { state });
  return next;
}
