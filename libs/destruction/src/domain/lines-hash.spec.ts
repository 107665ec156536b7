import { createHash } from 'node:crypto';
import { doneLine, line, lot, stagedLine } from '../../../../test/support/event-samples.js';
import { linesHash, seenLines } from './lines-hash.js';

describe('what a witness signs', () => {
  it('is the SHA-256 of the canonical JSON of the recorded lines, by lot', () => {
    const text =
      `[{"destroyed":"1850","lot":"${lot(1)}","missing":"0","returned":"10","staged":"1860","unit":"piece"},` +
      `{"destroyed":"1860","lot":"${lot(2)}","missing":"0","netKg":"41.5","returned":"0","staged":"1860","unit":"piece"}]`;
    const lines = [doneLine(2, { netKg: '41.5' }), doneLine(1, { destroyed: '1850', returned: '10' })];
    expect(linesHash(lines)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('leaves out lines without a result, and counts as nothing what was all short', () => {
    const lines = [line(1), stagedLine(2), stagedLine(3, { staged: '0', short: '1860' })];
    expect(seenLines(lines)).toEqual([
      { lot: lot(3), staged: '0', destroyed: '0', returned: '0', missing: '0', unit: 'piece' },
    ]);
  });

  it('changes with every figure, not with the words of a reason', () => {
    const before = linesHash([doneLine(1)]);
    expect(linesHash([doneLine(1, { reason: '改写' })])).toBe(before);
    for (const own of [{ destroyed: '1859' }, { returned: '1' }, { missing: '1' }, { netKg: '1' }]) {
      expect(linesHash([doneLine(1, own)])).not.toBe(before);
    }
  });
});
