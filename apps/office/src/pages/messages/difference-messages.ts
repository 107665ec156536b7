import type { MessageCatalogue } from '#platform';

/** Texts of the page on which an approver stands for a weighing difference. */
export const differenceMessages: MessageCatalogue = {
  'difference.title': { zh: '确认过磅差', en: 'Confirm a weighing difference' },
  'difference.lead': {
    zh: '过磅结果超出允许范围时，须由审批人确认后才能登记。',
    en: 'Beyond the tolerance a result is recorded only after an approver has confirmed it.',
  },
  'difference.which': { zh: '哪一批，实测多少', en: 'Which lot, and what was measured' },
  'difference.measured': { zh: '实测合计', en: 'Measured in all' },
  'difference.measured-hint': {
    zh: '销毁、返还、缺失合计，按该批的单位填写。',
    en: 'Destroyed, returned and missing together, in the unit of the lot.',
  },
  'difference.look': { zh: '查看差异', en: 'Show the difference' },
  'difference.none': {
    zh: '这次活动没有已出库的计重货物，无需确认。',
    en: 'No goods by mass are staged at this event, so there is nothing to confirm.',
  },
  'difference.confirm': { zh: '核对并签署', en: 'Check and sign' },
  'difference.what': {
    zh: '签署后，负责人只能按这个实测合计登记；其他数量仍会被拒绝。',
    en: 'Once signed, exactly this amount may be recorded; any other is still refused.',
  },
  'difference.button': { zh: '确认差异', en: 'Confirm the difference' },
  'difference.link': { zh: '确认过磅差', en: 'Confirm a weighing difference' },
  'difference.how': {
    zh: '确认人不能查扣、保管、经办或主持过这批货物。签署绑定到批号、出库数和实测数的哈希，写入台账。',
    en: 'Whoever seized, kept, proposed or led these goods cannot confirm. The signature binds lot, staged and measured amounts by their hash, and is written to the ledger.',
  },
};
