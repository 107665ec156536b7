import type { MessageCatalogue } from '#platform';

/** The one refusal, with the rule and the act in words. */
export const dutiesMessages: MessageCatalogue = {
  'duties.same-goods': {
    zh: '$t(duties.rule.{{rule}})您此前对同一批货物有过“$t(duties.act.{{act}})”的记录（记录 {{entry}}，品类行 {{lot}}）。请由未经手这批货物的人员办理。',
    en: '$t(duties.rule.{{rule}}) You $t(duties.act.{{act}}) the same goods before (entry {{entry}}, lot {{lot}}). Ask somebody who had no part in them.',
  },
  'duties.rule.custodian-apart': {
    zh: '保管员与办案人员必须分开。',
    en: 'The custodian is not the case officer.',
  },
  'duties.rule.approver-apart': {
    zh: '查扣、保管、申报或组织销毁的人员不得审批同一批货物。',
    en: 'Whoever seized, kept, proposed or ran can’t approve the same goods.',
  },
  'duties.rule.witness-apart': {
    zh: '监销人不得是销毁活动的负责人或审批人。',
    en: 'A witness is neither the lead nor an approver of the destruction.',
  },
  'duties.rule.lead-apart': {
    zh: '销毁负责人不得是同一批货物的审批人或监销人。',
    en: 'The lead is neither an approver nor a witness of the same goods.',
  },
  'duties.rule.issuer-apart': {
    zh: '签发人不得参与此前任何环节。',
    en: 'The issuer has done none of the earlier steps.',
  },
  'duties.act.seized': { zh: '查扣', en: 'seized' },
  'duties.act.appraised': { zh: '送鉴', en: 'had an appraisal recorded for' },
  'duties.act.decided': { zh: '处理决定', en: 'recorded a decision or a hold on' },
  'duties.act.kept': { zh: '保管或移交', en: 'kept or handed over' },
  'duties.act.proposed': { zh: '申报销毁', en: 'proposed for destruction' },
  'duties.act.approved': { zh: '审批', en: 'decided on as an approver' },
  'duties.act.led': { zh: '组织销毁', en: 'ran the destruction of' },
  'duties.act.witnessed': { zh: '监销', en: 'witnessed the destruction of' },
  'duties.act.issued': { zh: '签发证明', en: 'certified' },
};
