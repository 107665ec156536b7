import { Scenario } from '../support/scenario.js';
import { startOffice, type TestOffice } from '../support/office.js';

let office: TestOffice;
let stored: Scenario;
beforeAll(async () => {
  office = await startOffice();
  stored = new Scenario(office, {
    lines: [
      { amount: '1860', unit: 'piece' },
      { category: 'sport-shoes', description: '男女跑鞋', amount: '1230', unit: 'pair' },
    ],
  });
  await stored.toStored();
});
afterAll(() => office.close());

const html = { accept: 'text/html', 'accept-language': 'en' };
async function csv(who: string, path: string): Promise<string[]> {
  const client = await office.as(who);
  const { status, headers, bytes } = await client.get(path, html);
  expect([path, status]).toEqual([path, 200]);
  expect(headers.get('content-type')).toContain('text/csv');
  return bytes.toString('utf8').trim().split('\r\n');
}

describe('where goods are kept', () => {
  it('is a list of places with their keepers and how much lies there', async () => {
    const [header, ...rows] = await csv('mr.custodian', '/locations?format=csv');
    expect(header).toBe('Location,Agency,Custodian,Lots');
    expect(rows).toEqual([expect.stringMatching(/^甲 3-1,Demo County Bureau of Market Regulation,[^,]+,2$/)]);
  });

  it('leads to the goods of a place, which can be searched', async () => {
    const page = String((await (await office.as('mr.custodian')).get('/locations', html)).body);
    const place = /href="(\/locations\/goods\?place=[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
    const [, ...all] = await csv('mr.custodian', `${place}&format=csv`);
    expect(all).toHaveLength(2);
    expect(all[1]).toMatch(/^LOT-\d{4}-\d{5},sport shoes,.*"?1,230/i);
    const [, ...found] = await csv('mr.custodian', `${place}&q=${encodeURIComponent('跑鞋')}&format=csv`);
    expect(found).toHaveLength(1);
  });

  it('has no goods any more that were staged for destruction', async () => {
    const gone = new Scenario(office);
    await gone.toApproved();
    expect(await csv('mr.custodian', '/locations/goods?format=csv')).toHaveLength(4);
    await gone.stage(await gone.plan());
    expect(await csv('mr.custodian', '/locations/goods?format=csv')).toHaveLength(3);
  });

  it('is nothing to other agencies, and not to administrators', async () => {
    expect(await csv('tb.custodian', '/locations?format=csv')).toHaveLength(1);
    expect(await csv('tb.custodian', '/locations/goods?format=csv')).toHaveLength(1);
    expect((await (await office.as('mr.admin')).get('/locations', html)).status).toBe(403);
  });

  it('refuses a cursor that no page gave', async () => {
    const custodian = await office.as('mr.custodian');
    expect((await custodian.get('/locations?cursor=x', html)).status).toBe(422);
    expect((await custodian.get('/locations/goods?cursor=x', html)).status).toBe(422);
  });
});
