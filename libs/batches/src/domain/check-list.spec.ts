import { lot } from '../../../../test/support/batch-samples.js';
import { sitesOfLines } from './check-list.js';

const site = (code: string) => ({ code, name: code, address: code });
const fieldsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { fields: { pointer: string; code: string }[] }).fields.map(({ pointer, code }) => [
      pointer,
      code,
    ]);
  }
  throw new Error('was not refused');
};

describe('the sites of a list', () => {
  it('are named by each line, or understood where there is only one', () => {
    expect(sitesOfLines([site('yard')], [{ lot: lot(1) }, { lot: lot(2), site: 'yard' }])).toEqual([
      'yard',
      'yard',
    ]);
    const two = [site('yard'), site('landfill')];
    expect(sitesOfLines(two, [{ lot: lot(1), site: 'landfill' }])).toEqual(['landfill']);
  });

  it('are refused where a line names none of several, or one that is not there; every wrong line is named', () => {
    const two = [site('yard'), site('landfill')];
    expect(fieldsOf(() => sitesOfLines(two, [{ lot: lot(1) }, { lot: lot(2), site: 'moon' }]))).toEqual([
      ['/lots/0/site', 'batch.site-missing'],
      ['/lots/1/site', 'batch.site-unknown'],
    ]);
  });

  it('stand in the list once, like the lots', () => {
    const run = () =>
      sitesOfLines(
        [site('a'), site('a')],
        [lot(1), lot(2), lot(1)].map((id) => ({ lot: id, site: 'a' })),
      );
    expect(fieldsOf(run)).toEqual([
      ['/sites/1/code', 'batch.site-twice'],
      ['/lots/2/lot', 'batch.lot-twice'],
    ]);
  });
});
