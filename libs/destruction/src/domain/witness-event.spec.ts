import type { Instant } from '#kernel';
import { sha256Hex } from '#kernel';
import {
  doneLine,
  event,
  line,
  lot,
  person,
  stagedLine,
  start,
} from '../../../../test/support/event-samples.js';
import { linesHash } from './lines-hash.js';
import { witnessEvent, type Testimony } from './witness-event.js';

const lines = [doneLine(1), doneLine(2), stagedLine(3), line(4, { excluded: true })];
const testify = (own: Partial<Testimony> = {}, of = event({ lines })) =>
  witnessEvent(of, {
    person: person('outside'),
    statement: '全过程均已见证。',
    from: start,
    to: '2026-11-24T02:00:00.000Z' as Instant,
    lines: [lot(2), lot(1)],
    sha256: linesHash(lines.slice(0, 2)),
    ...own,
  });

describe('a witness’s statement', () => {
  it('binds the named lines as they stand, in the order of lots', () => {
    expect(testify().data).toMatchObject({
      lines: [lot(1), lot(2)],
      sha256: linesHash([doneLine(1), doneLine(2)]),
    });
  });

  it('may be about one line or a single moment', () => {
    const one = { lines: [lot(2)], sha256: linesHash([doneLine(2)]), to: start };
    expect(testify(one).data.lines).toEqual([lot(2)]);
  });

  it('is refused for other figures, which it names', () => {
    const seen = sha256Hex('other figures');
    expect(() => testify({ sha256: seen })).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'event.lines-changed',
        facts: { seen, now: linesHash(lines.slice(0, 2)) },
      }),
    );
  });

  it.each([
    ['has no result yet', 3],
    ['left the batch', 4],
  ])('waits where a line %s', (_, n) => {
    expect(() => testify({ lines: [lot(1), lot(n)] })).toThrow(
      expect.objectContaining({
        code: 'event.lines-open',
        fields: [{ pointer: '/lines', code: 'event.line-without-result', facts: { lot: lot(n) } }],
      }),
    );
  });

  it('is for the witnesses whom the plan names', () => {
    for (const who of ['lead', 'stranger']) {
      expect(() => testify({ person: person(who) })).toThrow(
        expect.objectContaining({ kind: 'refused', code: 'event.not-a-witness' }),
      );
    }
  });

  it('names lines of the event, each once, and times in order', () => {
    expect(() => testify({ lines: [lot(1), lot(1)] })).toThrow(
      expect.objectContaining({ code: 'event.wrong-lines' }),
    );
    expect(() => testify({ lines: [lot(9)] })).toThrow(
      expect.objectContaining({ code: 'event.wrong-lines' }),
    );
    expect(() => testify({ from: '2026-11-24T02:00:00.001Z' as Instant })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'event.times-order' }),
    );
  });

  it('is not made after the end', () => {
    expect(() => testify({}, event({ lines, state: 'closed' }))).toThrow(
      expect.objectContaining({ code: 'event.over' }),
    );
  });
});
