import { countyContent, tobaccoContent } from '../../../../test/support/certificate-samples.js';
import { figuresOf } from './figures-of.js';

describe('figures of a released report', () => {
  it('name the batch, the times, the agencies, the sites, the method and the quantities', () => {
    const figures = figuresOf(countyContent());
    expect(figures).toMatchObject({
      batch: { reference: 'PC-2026-0061' },
      destroyed: { from: '2026-11-18T01:10:00.000Z', to: '2026-11-18T07:42:00.000Z', utcOffset: '+08:00' },
      headline: { amount: '92092', unit: { en: 'piece' }, categories: 20 },
    });
    expect(figures.agencies.map(({ zh }) => zh)).toEqual([
      '示例县市场监督管理局',
      '示例县公安局',
      '示例县生态环境局',
      '示例县财政局',
    ]);
    expect(figures.totals).toHaveLength(20);
    expect(Object.keys(figures).sort()).toEqual([
      'agencies',
      'batch',
      'destroyed',
      'headline',
      'method',
      'methods',
      'sites',
      'totals',
      'unitTotals',
    ]);
  });

  it('keep unlike units apart: cartons and kilograms', () => {
    const { unitTotals, headline } = figuresOf(tobaccoContent());
    expect(headline).toBeUndefined();
    expect(unitTotals.map(({ amount, unit }) => [amount, unit.zh])).toEqual([
      ['2356.3', '卷烟条'],
      ['1640', '千克(公斤)'],
    ]);
  });

  it('let nothing through that is not on the list, even beside a name', () => {
    const content = countyContent();
    const sites = content.sites.map((site) => ({ ...site, name: { ...site.name, keeper: '王某' } }));
    const text = JSON.stringify(figuresOf({ ...content, sites }));
    for (const hidden of ['王某', '示范路', '某商行', '赵敏', '马骁', 'LOT-2026', '示A'])
      expect(text).not.toContain(hidden);
  });
});
