import type { CertificateContent, Name } from '../domain/certificate-content.js';
import { Naming } from './format.js';
import { named } from './table-model.js';
import type { Paragraph } from './table-model.js';

/** One row of the face: a label in both languages and what stands beside it. */
export type Fact = { readonly label: Name; readonly paragraphs: readonly Paragraph[] };

/** At most this many items of a list stand on the face; the annexes have them all. */
const onFace = 3;
const english = { lang: 'en', size: 7.2 } as const;

/** The facts of the first page, in the order in which a reader asks for them. */
export function factsOf(content: CertificateContent): Fact[] {
  const naming = new Naming(content);
  return [
    batch(content),
    quantity(content, naming),
    sites(content),
    time(content, naming),
    method(content, naming),
    legalBasis(content),
    approvals(content, naming),
    witnesses(content, naming),
    ledger(content),
    ...(content.replaces ? [replaces(content.replaces)] : []),
  ];
}

function batch({ batch: { reference, title }, lines }: CertificateContent): Fact {
  const lots = new Set(lines.map((line) => line.lot)).size;
  return {
    label: { zh: '批次', en: 'Batch' },
    paragraphs: [
      { text: `${reference}　${title}`, bold: true },
      { text: `${lots} 批物品 lots　${lines.length} 行明细 lines`, size: 8 },
    ],
  };
}

function quantity(content: CertificateContent, naming: Naming): Fact {
  const { headline, unitTotals } = content;
  const categories = headline?.categories ?? new Set(content.lines.map((line) => line.category)).size;
  const paragraphs: Paragraph[] = [];
  if (headline) {
    paragraphs.push(
      { text: `${categories} 类 categories　${naming.amount(headline)}`, bold: true, size: 12 },
      { text: headline.rule.zh, size: 8 },
      { text: headline.rule.en, ...english },
    );
  }
  const each = unitTotals.map(({ destroyed, base }) =>
    destroyed.unit === base.unit
      ? naming.amount(destroyed)
      : `${naming.amount(destroyed)} = ${naming.amount(base)}`,
  );
  paragraphs.push({ text: each.join('；'), bold: !headline, size: headline ? 8.5 : 11 });
  return { label: { zh: '销毁数量', en: 'Quantity destroyed' }, paragraphs };
}

function sites({ sites: all }: CertificateContent): Fact {
  const paragraphs = all
    .slice(0, onFace)
    .flatMap((site): Paragraph[] => [
      { text: `${site.name.zh}（${site.address}）` },
      ...(site.name.en === site.name.zh ? [] : [{ text: site.name.en, ...english }]),
    ]);
  return {
    label: { zh: '销毁地点', en: 'Sites' },
    paragraphs: [...paragraphs, ...more(all.length, '见附件三', 'annex 3')],
  };
}

function more(count: number, zh: string, en: string): Paragraph[] {
  return count > onFace ? [{ text: `等共 ${count} 项，${zh} ${count} in all, see ${en}`, size: 8 }] : [];
}

function time({ sites: all, utcOffset }: CertificateContent, naming: Naming): Fact {
  const first = all.map((site) => site.startedAt).sort()[0];
  const last = all
    .map((site) => site.endedAt)
    .sort()
    .at(-1);
  const text = first && last ? `${naming.time(first)} 至 to ${naming.time(last)}（UTC${utcOffset}）` : '—';
  return { label: { zh: '销毁时间', en: 'Time' }, paragraphs: [{ text }] };
}

function method({ method: { code, contractor, licence } }: CertificateContent, naming: Naming): Fact {
  const name = naming.method(code);
  const by = [contractor, licence].filter(Boolean).join('　');
  return {
    label: { zh: '销毁方式', en: 'Method' },
    paragraphs: named({ zh: by ? `${name.zh}　${by}` : name.zh, en: name.en }, english),
  };
}

function legalBasis({ decisions }: CertificateContent): Fact {
  const shown = decisions.slice(0, onFace).map(({ number, law, date }) => `${number || law}（${date}）`);
  return {
    label: { zh: '法律依据', en: 'Legal basis' },
    paragraphs: [{ text: shown.join('；') || '—' }, ...more(decisions.length, '见附件二', 'annex 2')],
  };
}

function approvals(content: CertificateContent, naming: Naming): Fact {
  const agencies = [...new Set(content.approvals.map((approval) => approval.agency))].map((code) =>
    naming.agency(code),
  );
  const list = (language: 'zh' | 'en', separator: string): string =>
    agencies.map((name) => name[language]).join(separator);
  return {
    label: { zh: '联合审批', en: 'Joint approval' },
    paragraphs: named({ zh: list('zh', '、'), en: list('en', '; ') }, english),
  };
}

function witnesses({ witnesses: all }: CertificateContent, naming: Naming): Fact {
  const people = [...new Set(all.map(({ person, agency }) => `${person}（${naming.agency(agency).zh}）`))];
  return { label: { zh: '监销人员', en: 'Witnesses' }, paragraphs: [{ text: people.join('、') }] };
}

function ledger({ ledger: { first, last, checkpoint } }: CertificateContent): Fact {
  return {
    label: { zh: '账本', en: 'Ledger' },
    paragraphs: [
      {
        text: `第 ${first} 至 ${last} 条 entries ${first} to ${last}　签发前检查点 checkpoint before this certificate: ${checkpoint.size}`,
        size: 8.5,
      },
      { text: checkpoint.root, size: 7 },
    ],
  };
}

function replaces({ number, reason }: NonNullable<CertificateContent['replaces']>): Fact {
  return {
    label: { zh: '替代', en: 'Replaces' },
    paragraphs: [{ text: `${number}　${reason}`, bold: true }],
  };
}
