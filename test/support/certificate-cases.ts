import type { CertificateContent } from '../../libs/certificates/src/domain/certificate-content.js';
import { countyContent, manyLines, photosOf, tobaccoContent } from './certificate-samples.js';

const long =
  '示例自治州示例自治县人民政府指定的侵犯知识产权和制售假冒伪劣商品罚没物品集中统一无害化处置与资源化利用中心（第二作业区）';

/** A certificate on which every optional part is used and every name is long or foreign. */
function fullContent(): CertificateContent {
  const county = countyContent();
  const [first, second, third, ...rest] = county.lines;
  const lines = [
    {
      ...first!,
      description: `“AT&T <仿冒> & Söhne”${long}`,
      method: 'crushing',
      difference: [
        { amount: '3', unit: 'bottle', kind: 'shortage', reason: '出库清点时三瓶破损缺失，已立案调查' },
        { amount: '2', unit: 'bottle', kind: 'returned', reason: '另案证据，退回在库' },
      ],
    },
    { ...second!, weighing: { grossKg: '1650.25', tareKg: '10.25', netKg: '1640' } },
    {
      ...third!,
      declared: { amount: '123456789012.125', unit: 'bottle' },
      description: 'Żubrówka Příbram İzmir',
    },
    ...rest,
  ] as CertificateContent['lines'];
  const people = ['Żaneta Gęślą-Jaźńska', 'Jiří Dvořák', 'Şükrü Öğüt', '欧阳某某·阿卜杜拉'];
  return countyContent({
    lines,
    version: 2,
    seal: { name: '示例县市场监督管理局电子印章', test: false },
    sites: county.sites.map((site) => ({ ...site, address: long })),
    approvals: ['SLX', 'ps', 'eco', 'fin'].map((agency, index) => ({
      ...county.approvals[0]!,
      agency,
      person: people[index]!,
      factor: index % 2 ? 'passkey' : 'password',
    })),
    witnesses: people.map((person, index) => ({
      agency: index % 2 ? 'fin' : 'ps',
      person,
      site: county.sites[index % 2]!.code,
      statement: `${long}现场目睹销毁。`,
      beforeChange: index === 1,
    })),
    exclusions: [
      {
        lot: 'LOT-2026-00021',
        quantity: { amount: '12', unit: 'piece' },
        agency: 'ps',
        reason: '另案证据，公安机关书面要求保留',
      },
    ],
    retained: [
      { lot: 'LOT-2026-00003', quantity: { amount: '2', unit: 'bottle' }, reason: '样品留存至 2028-05-31' },
    ],
    exceptions: ['补录：CK-2026-0407 于发生后 26 小时登记，理由见账本第 41,215 条。'],
    photos: photosOf(7),
    replaces: {
      number: 'SLX-2026-000038-J',
      reason: '品名更正',
      changes: [{ field: '品名', from: '白洒', to: '白酒', entry: 47_870 }],
    },
  });
}

/** The certificates whose text is kept as golden files, by name. */
export const certificateCases: Readonly<Record<string, () => CertificateContent>> = {
  county: countyContent,
  tobacco: tobaccoContent,
  'one-line': () => countyContent({ ...manyLines(1), photos: [], headline: undefined }),
  full: fullContent,
};
