import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '#kernel';
import type { Instant } from '#kernel';
import { certificateNumber } from '#papers';
import type {
  CertificateContent,
  Line,
  Name,
  Photo,
} from '../../libs/certificates/src/domain/certificate-content.js';

type DemoLine = { category: string; unit: string; variety?: string } & Record<string, string>;
type DemoEvent = {
  id: string;
  sites: { code: string; name_zh: string; name_en: string }[];
  lines: DemoLine[];
};
type Row = { code: string; name_zh: string; name_en: string };

const folder = join(__dirname, '../../libs/catalogue/src/data');
const demo = JSON.parse(readFileSync(join(__dirname, '../../apps/cli/src/demo/demo.json'), 'utf8')) as {
  events: DemoEvent[];
};

function namesFrom(file: string): Record<string, Name> {
  const rows = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Row[];
  return Object.fromEntries(rows.map((row) => [row.code, { zh: row.name_zh, en: row.name_en }]));
}

function onlyUsed(names: Record<string, Name>, used: readonly string[]): Record<string, Name> {
  return Object.fromEntries([...new Set(used)].sort().map((code) => [code, names[code]!]));
}

/** Exact sum of decimals with at most one place. */
function sum(amounts: readonly string[], times = 1n): string {
  const tenths = amounts.reduce((total, amount) => {
    const [whole = '0', fraction = '0'] = amount.split('.');
    return total + BigInt(whole) * 10n + BigInt(fraction);
  }, 0n);
  const scaled = tenths * times;
  return scaled % 10n === 0n ? String(scaled / 10n) : `${scaled / 10n}.${scaled % 10n}`;
}

const baseOf = (unit: string): { unit: string; per: bigint } =>
  unit === 'cig-carton' ? { unit: 'cig-stick', per: 200n } : { unit, per: 1n };

function linesOf(event: DemoEvent): Line[] {
  return event.sites.flatMap(({ code: site }) =>
    event.lines
      .filter((line) => line[site] !== undefined && line[site] !== '0')
      .map((line, index): Line => {
        const amount = sum([line[site]!]);
        const quantity = { amount, unit: line.unit };
        const base = baseOf(line.unit);
        const serial = String(index + 1).padStart(5, '0');
        return {
          lot: `01936b1e-0000-7000-8000-0000000${serial}`,
          code: `LOT-2026-${serial}`,
          category: line.category,
          description: line.variety ?? '',
          site,
          declared: quantity,
          allocated: quantity,
          staged: quantity,
          destroyed: quantity,
          base: { amount: sum([amount], base.per), unit: base.unit },
        };
      }),
  );
}

function grouped<Key extends string>(lines: readonly Line[], keyOf: (line: Line) => Key): [Key, Line[]][] {
  const groups = new Map<Key, Line[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups];
}

const sumOf = (lines: readonly Line[]) => ({
  destroyed: { amount: sum(lines.map((line) => line.destroyed.amount)), unit: lines[0]!.destroyed.unit },
  base: { amount: sum(lines.map((line) => line.base.amount)), unit: lines[0]!.base.unit },
});

/** The sums that a content needs beside its lines. */
export function sumsOf(
  lines: readonly Line[],
): Pick<CertificateContent, 'subtotals' | 'totals' | 'unitTotals'> {
  return {
    subtotals: grouped(lines, (line) => `${line.site} ${line.destroyed.unit}`).map(([, of]) => ({
      site: of[0]!.site,
      ...sumOf(of),
    })),
    totals: grouped(lines, (line) => line.category).map(([category, of]) => ({
      category,
      base: sumOf(of).base,
    })),
    unitTotals: grouped(lines, (line) => line.destroyed.unit).map(([, of]) => sumOf(of)),
  };
}

export function photosOf(count: number): Photo[] {
  const stages = ['seizure', 'before', 'during', 'after'] as const;
  return Array.from({ length: count }, (_, index) => ({
    sha256: sha256Hex(`photo ${index}`),
    stage: stages[index % 4]!,
    ...(index % 4 === 0 ? { lot: `LOT-2026-${String(index + 1).padStart(5, '0')}` } : {}),
  }));
}

const agencies: Record<string, Name> = {
  SLX: { zh: '示例县市场监督管理局', en: 'Example County Administration for Market Regulation' },
  YCB: { zh: '示例区烟草专卖局', en: 'Example District Tobacco Monopoly Bureau' },
  ps: { zh: '示例县公安局', en: 'Example County Public Security Bureau' },
  eco: { zh: '示例县生态环境局', en: 'Example County Ecology and Environment Bureau' },
  fin: { zh: '示例县财政局', en: 'Example County Finance Bureau' },
};

const at = (text: string): Instant => `${text}:00.000Z` as Instant;

function contentOf(
  event: DemoEvent,
  own: Partial<CertificateContent> & { agency: string },
): CertificateContent {
  const lines = linesOf(event);
  const snapshot = sha256Hex(`list of ${event.id}`);
  return {
    v: 1,
    number: certificateNumber(own.agency, 2026, 39),
    version: 1,
    issuedAt: '2026-11-18T08:31:07.250Z' as Instant,
    utcOffset: '+08:00',
    seal: { name: 'TEST SEAL 测试印章', test: true },
    batch: {
      id: '01936b1e-7000-7000-8000-000000000061',
      reference: 'PC-2026-0061',
      title: '假冒侵权罚没物品集中销毁',
      snapshot,
      version: 3,
    },
    names: {
      agencies,
      units: onlyUsed(
        namesFrom('units.json'),
        lines.flatMap((line) => [line.destroyed.unit, line.base.unit]),
      ),
      categories: onlyUsed(
        namesFrom('categories.json'),
        lines.map((line) => line.category),
      ),
      methods: onlyUsed(namesFrom('methods.json'), ['wte-incineration', 'crushing']),
    },
    method: {
      code: 'wte-incineration',
      contractor: '示例环保能源有限公司',
      licence: '危废经营许可证 SL-0017',
      manifest: 'ZY-2026-1118-03',
      vehicles: [{ plate: '示A·12345', seals: ['FT-0071', 'FT-0072'] }],
    },
    sites: event.sites.map((site, index) => ({
      code: site.code,
      name: { zh: site.name_zh, en: site.name_en },
      address: `示例县示范路 ${index + 8} 号`,
      event: `HD-2026-004${index + 4}`,
      startedAt: at('2026-11-18T01:10'),
      endedAt: at(`2026-11-18T0${index + 6}:42`),
    })),
    decisions: Array.from({ length: 5 }, (_, index) => ({
      number: `示市监处罚〔2026〕${index + 101} 号`,
      date: `2026-0${index + 4}-1${index}`,
      agency: own.agency,
      party: '某商行（张某）',
    })),
    lines,
    ...sumsOf(lines),
    approvals: [own.agency, 'ps', 'eco'].map((agency, index) => ({
      agency,
      person: ['李国华', '张建国', '何俊'][index]!,
      role: '审批人',
      decidedAt: at(`2026-11-1${index + 4}T03:2${index}`),
      factor: 'password' as const,
      snapshot,
    })),
    lead: { agency: own.agency, person: '赵敏' },
    witnesses: [
      {
        agency: 'ps',
        person: '马骁',
        statement: '本人在场目睹全部物品由破碎机破碎后焚烧，数量与清单一致。',
        statedAt: at('2026-11-18T07:50'),
      },
      {
        agency: 'fin',
        person: '许岚',
        statement: '见证装车、过磅与焚烧全过程，无遗漏。',
        statedAt: at('2026-11-18T07:55'),
      },
    ],
    photos: photosOf(6),
    exclusions: [],
    retained: [],
    exceptions: [],
    ledger: {
      first: 41_207,
      last: 47_866,
      checkpoint: { origin: 'ledger.example.test/demo', size: 47_867, root: sha256Hex('root') },
    },
    ...own,
  };
}

/** The county event: 20 categories, 92,092 pieces, two sites. */
export function countyContent(own: Partial<CertificateContent> = {}): CertificateContent {
  const rule = {
    zh: '各行报告单位之和（瓶、件、双、条、盒各计为一）',
    en: 'sum of the reporting units of all lines (bottles, pieces, pairs, tyres, retail boxes each counted as one)',
  };
  const headline = { amount: '92092', unit: 'piece', rule, categories: 20 };
  return contentOf(demo.events[0]!, { agency: 'SLX', headline, ...own });
}

/** The district event: 2,356.3 cartons = 471,260 sticks of 21 varieties, and 1,640 kg. */
export function tobaccoContent(own: Partial<CertificateContent> = {}): CertificateContent {
  return contentOf(demo.events[1]!, { agency: 'YCB', ...own });
}

/** `count` lines of one category at the county's first site, and as many sums as they need. */
export function manyLines(
  count: number,
): Pick<CertificateContent, 'lines' | 'subtotals' | 'totals' | 'unitTotals'> {
  const pattern = linesOf(demo.events[0]!);
  const lines = Array.from({ length: count }, (_, index) => ({
    ...pattern[index % pattern.length]!,
    lot: `01936b1e-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    code: `LOT-2026-${String(index + 1).padStart(5, '0')}`,
  }));
  return { lines, ...sumsOf(lines) };
}
