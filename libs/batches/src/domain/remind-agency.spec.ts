import { formatInstant } from '#kernel';
import { agency, frozenBatch } from '../../../../test/support/batch-samples.js';
import { refuseReminder, reminderPauseMs, type ReminderFacts } from './remind-agency.js';

const nowMs = Date.parse('2026-11-24T08:00:00.000Z');
const remind = (own: Partial<ReminderFacts> = {}) =>
  refuseReminder({ batch: frozenBatch(), by: agency('tb'), agency: agency('ps'), nowMs, ...own });

describe('a reminder', () => {
  it('goes to an agency whose decision is waited for', () => {
    expect(() => remind()).not.toThrow();
  });

  it('is not sent by another agency than the one that runs the batch', () => {
    expect(() => remind({ by: agency('mr') })).toThrow(
      expect.objectContaining({ kind: 'refused', code: 'batch.other-coordinator' }),
    );
  });

  it('is not sent to an agency that is not asked', () => {
    expect(() => remind({ agency: agency('fin') })).toThrow('batch.agency-not-awaited');
  });

  it('is not sent to an agency that has decided', () => {
    const { approvals: _, ...batch } = frozenBatch();
    const approvals = [{ agency: agency('ps') }] as unknown as ReminderFacts['batch']['approvals'];
    expect(() => remind({ batch: { ...batch, approvals } })).toThrow('batch.agency-not-awaited');
  });

  it('is not sent where nothing is waited for', () => {
    expect(() => remind({ batch: frozenBatch({ state: 'approved' }) })).toThrow(
      'batch.not-awaiting-approval',
    );
  });

  it('is sent again after a day, and not before', () => {
    const sent = (ago: number) => ({ last: formatInstant(nowMs - ago) });
    expect(() => remind(sent(reminderPauseMs - 1))).toThrow(
      expect.objectContaining({
        code: 'batch.reminded-lately',
        facts: { sent: '2026-11-23T08:00:00.001Z' },
      }),
    );
    expect(() => remind(sent(reminderPauseMs))).not.toThrow();
  });
});
