import type { MessageCatalogue } from '#platform';

/** Texts of the work queue. */
export const queueMessages: MessageCatalogue = {
  'queue.lead': {
    zh: '按法定期限排序：先到期的在前。期限来自规则表，依据列在每一项上。',
    en: 'Sorted by legal time limits, the nearest first. The limits come from the rule pack; each item names its basis.',
  },
  'queue.late': { zh: '已逾期', en: 'Overdue' },
  'queue.day': { zh: '24 小时内', en: 'Within 24 hours' },
  'queue.week': { zh: '7 日内', en: 'Within 7 days' },
  'queue.later': { zh: '以后', en: 'Later' },
  'queue.none': { zh: '无期限', en: 'No time limit' },
  'queue.mine': { zh: '我的 {{count}} 项', en: 'My {{count}} items' },
  'queue.filter': { zh: '筛选：编号、案号', en: 'Filter: number, case' },
  'queue.due': { zh: '到期', en: 'Due' },
  'queue.work': { zh: '事项', en: 'What to do' },
  'queue.basis': { zh: '期限与依据', en: 'Time limit and basis' },
  'queue.why': { zh: '为何归我', en: 'Why mine' },
  'queue.empty': { zh: '没有待办事项。', en: 'Nothing waits for you.' },
  'queue.how': {
    zh: '这里列出等您办理的事项。期限从法定起点起算；办完后该项自动消失。逾期的事项仍可办理，但须说明理由。',
    en: 'These acts wait for you. Time limits run from their legal start; an item disappears when it is done. What is overdue can still be done, with a reason.',
  },
  'queue.left-hours': { zh: '剩 {{count}} 小时', en: '{{count}} h left' },
  'queue.left-days': { zh: '剩 {{count}} 日', en: '{{count}} days left' },
  'queue.over-hours': { zh: '逾期 {{count}} 小时', en: '{{count}} h overdue' },
  'queue.over-days': { zh: '逾期 {{count}} 日', en: '{{count}} days overdue' },
  'queue.no-clock': { zh: '无法定期限', en: 'no legal time limit' },
  'queue.appointment': { zh: '约定时间', en: 'appointment' },
  'queue.clock-custody-hand-over': {
    zh: '24 小时内移交保管：{{source}}',
    en: 'Hand over within 24 hours: {{source}}',
  },
  'queue.clock-advance-registration-decision': {
    zh: '先行登记保存 7 日内处理：{{source}}',
    en: 'Decide on advance registration within 7 days: {{source}}',
  },
  'queue.clock-seizure-end': {
    zh: '查扣 30 日，可延长 30 日：{{source}}',
    en: 'Seizure ends after 30 days, 30 more by extension: {{source}}',
  },
  'queue.clock-destruction': {
    zh: '决定生效后 6 个月内销毁：{{source}}',
    en: 'Destroy within 6 months of the final decision: {{source}}',
  },
  'queue.work-confirm-seizure': {
    zh: '确认查扣 {{reference}}（{{lots}} 行）',
    en: 'Confirm seizure {{reference}} ({{lots}} lines)',
  },
  'queue.work-hand-over': {
    zh: '移交 {{reference}}（{{lots}} 行）给保管员',
    en: 'Hand {{reference}} ({{lots}} lines) over to a custodian',
  },
  'queue.work-decide-registration': {
    zh: '{{reference}}：先行登记保存须作出处理',
    en: '{{reference}}: decide on the advance registration',
  },
  'queue.work-decide-seizure': {
    zh: '{{reference}}：决定或延长',
    en: '{{reference}}: decide, or extend the seizure',
  },
  'queue.work-confirm-difference': {
    zh: '确认移交 {{reference}} 的差异',
    en: 'Confirm the difference in hand-over {{reference}}',
  },
  'queue.work-receive': {
    zh: '接收移交 {{reference}}（{{lots}} 批）',
    en: 'Receive hand-over {{reference}} ({{lots}} lots)',
  },
  'queue.work-stage': {
    zh: '{{reference}}：出库清点（{{lots}} 批）',
    en: '{{reference}}: recount out of the store ({{lots}} lots)',
  },
  'queue.work-plan-event': {
    zh: '{{reference}} 已批准，安排销毁活动（{{lots}} 批）',
    en: '{{reference}} is approved: plan its event ({{lots}} lots)',
  },
  'queue.work-run-event': {
    zh: '{{reference}}：登记销毁结果并关闭',
    en: '{{reference}}: record results and close',
  },
  'queue.work-propose': {
    zh: '决定 {{reference}} 的物品可列入批次（{{lots}} 批）',
    en: 'Goods of decision {{reference}} may enter a batch ({{lots}} lots)',
  },
  'queue.work-approve': {
    zh: '审批 {{reference}}（{{lots}} 批）',
    en: 'Decide on batch {{reference}} ({{lots}} lots)',
  },
  'queue.work-approve-reminded': {
    zh: '审批 {{reference}}（{{lots}} 批）——经办单位已催办',
    en: 'Decide on batch {{reference}} ({{lots}} lots): you were reminded',
  },
  'queue.work-witness': {
    zh: '{{reference}}：监销并陈述（{{lots}} 批）',
    en: '{{reference}}: witness and state what you saw ({{lots}} lots)',
  },
  'queue.work-issue': {
    zh: '{{reference}} 已销毁完毕，签发证明书',
    en: '{{reference}} is destroyed: issue its certificate',
  },
  'queue.work-confirm-revocation': {
    zh: '确认撤销证明书 {{reference}}',
    en: 'Confirm the revocation of certificate {{reference}}',
  },
  'queue.why-confirm-seizure': { zh: '另一名执法人员', en: 'second officer' },
  'queue.why-hand-over': { zh: '查扣人', en: 'seized by me' },
  'queue.why-decide-registration': { zh: '承办人', en: 'case officer' },
  'queue.why-decide-seizure': { zh: '承办人', en: 'case officer' },
  'queue.why-confirm-difference': { zh: '移交人', en: 'giver' },
  'queue.why-receive': { zh: '接收人', en: 'receiver' },
  'queue.why-stage': { zh: '保管人', en: 'keeper of the goods' },
  'queue.why-plan-event': { zh: '本单位的批次', en: 'batch of my agency' },
  'queue.why-run-event': { zh: '本单位的活动', en: 'event of my agency' },
  'queue.why-propose': { zh: '本单位的决定', en: 'decision of my agency' },
  'queue.why-approve': { zh: '本单位须会签', en: 'my agency must decide' },
  'queue.why-approve-reminded': { zh: '本单位须会签', en: 'my agency must decide' },
  'queue.why-witness': { zh: '指定的监销人', en: 'named as witness' },
  'queue.why-confirm-revocation': { zh: '须由另一人确认', en: 'takes a second person' },
  'queue.why-issue': { zh: '本单位签发', en: 'my agency issues' },
};
