import type { MessageCatalogue } from '#platform';

/** What is still open at an event, and refusals at the site, as a person at a form reads them. */
export const eventOpenMessages: MessageCatalogue = {
  'open.photo': { zh: '“{{stage}}”现场照片', en: 'a photo of the site: {{stage}}' },
  'open.event.line-not-staged': {
    zh: '{{count}} 批未出库清点，请保管员清点',
    en: '{{count}} lots are not staged: a custodian recounts them',
  },
  'open.event.line-without-result': {
    zh: '{{count}} 批未登记实际数量',
    en: '{{count}} lots have no result yet',
  },
  'open.event.lot-on-hold': {
    zh: '{{count}} 批被冻结处置，须返还在库',
    en: '{{count}} lots are on hold and go back to the store',
  },
  'open.event.decision-gone': {
    zh: '{{count}} 批已无有效决定，须返还在库',
    en: '{{count}} lots have no decision in force and go back to the store',
  },
  'open.event.too-few-statements': {
    zh: '{{count}} 批的有效陈述人数不足',
    en: '{{count}} lots have too few statements that count',
  },
  'open.event.no-outside-statement': {
    zh: '{{count}} 批缺少保管单位以外监销人的陈述',
    en: '{{count}} lots lack a statement from outside the keeping agency',
  },
  'form.reason-difference': {
    zh: '有短缺、缺失或过磅差时，请写明原因。',
    en: 'Something is short, missing or differs on the scales: give the reason.',
  },
  'form.recount-missing': {
    zh: '{{lot}} 已出库，请清点后填写返还和缺失数量。',
    en: '{{lot}} was staged: count it and fill in what is returned and missing.',
  },
  'form.lot-on-hold': {
    zh: '{{lot}} 已被冻结处置，不得销毁。请登记为返还在库，或等冻结解除。',
    en: '{{lot}} is on hold and must not be destroyed. Record it as returned, or wait until the hold is released.',
  },
  'form.decision-gone': {
    zh: '{{lot}} 已没有允许销毁的有效决定。请登记为返还在库。',
    en: 'No decision lets {{lot}} be destroyed any more. Record it as returned.',
  },
  'form.beyond-tolerance': {
    zh: '过磅差 {{difference}} {{unit}} 超出允许范围（出库 {{staged}}，实测 {{sum}}）。请重新过磅；确实缺少的登记为缺失并说明原因，否则请审批人在本活动的“确认过磅差”中确认。',
    en: 'The scales differ by {{difference}} {{unit}}, beyond the tolerance (staged {{staged}}, measured {{sum}}). Weigh again; what is really gone is recorded as missing, with the reason. Otherwise an approver confirms the difference on the page of this event.',
  },
};
