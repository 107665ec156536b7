import type { MessageCatalogue } from '#platform';

/** Texts of the file of a case. */
export const caseFileMessages: MessageCatalogue = {
  'case-file.title': { zh: '案卷', en: 'Case file' },
  'case-file.of': { zh: '{{reference}} 案卷', en: 'Case file {{reference}}' },
  'case-file.print': {
    zh: '本页可直接打印，编号均为台账记录号。',
    en: 'Print this page as it stands; the numbers are those of ledger entries.',
  },
  'case-file.bundle': { zh: '下载本案的审计包', en: 'Audit bundle of this case' },
  'case-file.balances': { zh: '各账户余额', en: 'Balances' },
  'case-file.papers': { zh: '文书', en: 'Papers' },
  'case-file.papers-none': { zh: '没有附文书。', en: 'No papers are attached.' },
  'case-file.hand-overs-none': { zh: '还没有移交。', en: 'No hand-overs yet.' },
  'case-file.disposals': { zh: '批次、销毁活动与证明书', en: 'Batches, events and certificates' },
  'case-file.disposals-none': {
    zh: '物品还没有列入任何批次。',
    en: 'The goods have not been in any batch yet.',
  },
  'case-file.when': { zh: '时间', en: 'Time' },
  'case-file.how': {
    zh: '案卷汇集一案的全部内容：案件与人员、物品与余额、鉴定、决定、冻结、文书、移交、批次、销毁活动、证明书、照片和全部台账记录。供本案单位查阅，审计人员在审计项目范围内查阅；您无权查看的其他单位内容不列出。当事人信息只显示给本案单位。',
    en: 'The case file brings together everything of a case: its people, goods and balances, appraisals, decisions, holds, papers, hand-overs, batches, events, certificates, photos and every ledger entry. The agency of the case reads it, and auditors within their engagement; what you may not see of other agencies is left out. The party concerned is shown to the agency of the case alone.',
  },
};
