import { headField, headIn, siteRows, valuesOf } from './draft-form.js';

const yard = { code: 'yard', name: '县局后院', address: '示范路 1 号' };

describe('the head of a list in a form', () => {
  it('gives each new site a code of its own and leaves empty rows out', () => {
    const values = {
      title: ' 集中销毁 ',
      method: 'mixed',
      'sites.0.name': '后院',
      'sites.0.address': '示范路 1 号',
      'sites.1.name': '',
      'sites.2.code': 'site-1',
      'sites.2.name': '填埋场',
      'sites.2.address': '示范乡',
    };
    const { title, sites, rowOf } = headIn(values);
    expect(title).toBe('集中销毁');
    expect(sites).toEqual([
      { code: 'site-2', name: '后院', address: '示范路 1 号' },
      { code: 'site-1', name: '填埋场', address: '示范乡' },
    ]);
    expect(rowOf).toEqual([0, 2]);
    expect(headField('/sites/1/address', rowOf)).toBe('sites.2.address');
  });

  it('comes back as it was saved', () => {
    const head = { title: 'A', method: 'mixed', sites: [yard] };
    expect(headIn(valuesOf(head))).toEqual({ ...head, rowOf: [0] });
  });

  it('offers two rows at first, more when asked, and never a flood', () => {
    expect(siteRows({})).toHaveLength(2);
    expect(siteRows({ 'sites.1.name': 'x' }, 2)).toHaveLength(4);
    expect(siteRows({ 'sites.99.name': 'x' }, 2)).toHaveLength(50);
    expect(siteRows({ 'sites.999.name': 'x' })).toHaveLength(2);
  });

  it('says where a missing site is missing', () => {
    expect(headField('/sites', [])).toBe('sites.0.name');
    expect(headField('/sites/0/code', [1])).toBe('sites.1.name');
    expect(headField('/lots/0/site', [])).toBeUndefined();
  });
});
