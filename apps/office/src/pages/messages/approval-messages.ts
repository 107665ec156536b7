import type { MessageCatalogue } from '#platform';

/** Texts of the page on which agencies decide. */
export const approvalMessages: MessageCatalogue = {
  'batches.new': { zh: '新建批次', en: 'New batch' },
  'batches.build': { zh: '清单尚可修改', en: 'The list can still be changed' },
  'batches.build-lead': {
    zh: '清单中有 {{count}} 批。提交前不占用物品。',
    en: 'Lots in the list: {{count}}. Nothing is reserved before you submit it.',
  },
  'batches.counts': {
    zh: '{{lots}} 批，{{units}} 种单位；不同单位不相加',
    en: 'Lots: {{lots}}, units: {{units}}; unlike units are never added',
  },
  'batches.by-category': { zh: '按类别', en: 'By category' },
  'batches.by-agency': { zh: '按移交单位', en: 'By agency' },
  'batches.by-decision': { zh: '按处理决定（案件）', en: 'By decision (case)' },
  'batches.group-category': { zh: '类别', en: 'Category' },
  'batches.group-agency': { zh: '移交单位', en: 'Agency' },
  'batches.group-decision': { zh: '处理决定', en: 'Decision' },
  'batches.search': { zh: '批号、品名、类别', en: 'Lot, goods, category' },
  'batches.leave-out': { zh: '除外…', en: 'Except…' },
  'batches.changed-here': { zh: '本版有变化', en: 'changed in this version' },
  'batches.voided': { zh: '已作废', en: 'void' },
  'batches.excepted': { zh: '除外 {{count}} 批', en: 'except lots: {{count}}' },
  'batches.you': { zh: '（您的单位）', en: '(yours)' },
  'batches.run': { zh: '经办', en: 'Running the batch' },
  'batches.plan': { zh: '安排销毁活动', en: 'Plan an event' },
  'batches.withdraw': { zh: '撤回', en: 'Withdraw' },
  'batches.decided-title': {
    zh: '您对 {{reference}} 的决定已签署',
    en: 'Your decision on {{reference}} is signed',
  },
  'form.no-decision': {
    zh: '贵单位尚未对该批次作出决定。请打开批次查看。',
    en: 'Your agency has not decided on this batch yet. Open the batch first.',
  },
  'batches.decision': { zh: '决定', en: 'Decision' },
  'batches.signed-by': { zh: '签署人', en: 'Signed by' },
  'batches.signed-at': { zh: '签署时间', en: 'Signed at' },
  'batches.signed-with': { zh: '验证方式', en: 'Verified by' },
  'batches.excepted-lots': { zh: '除外的批', en: 'Lots left out' },
  'batches.signed-hash': { zh: '绑定的快照', en: 'Bound to the list' },
  'batches.next-waiting': {
    zh: '还在等待：{{agencies}}。全部同意后，经办单位安排销毁活动。',
    en: 'Still waited for: {{agencies}}. When all have agreed, the agency that runs the batch plans its events.',
  },
  'batches.next-approved': {
    zh: '各单位均已同意，经办单位可以安排销毁活动。',
    en: 'All agencies have agreed; events can be planned.',
  },
  'batches.next-rejected': {
    zh: '本版清单到此为止，物品已释放。经办单位修改后可再次提交。',
    en: 'This version has ended and its goods are free. The list can be changed and submitted again.',
  },
};
