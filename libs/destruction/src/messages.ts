import type { MessageCatalogue } from '#platform';
import { lineMessages } from './line-messages.js';

export const destructionMessages: MessageCatalogue = {
  ...lineMessages,
  'event.already-planned': {
    zh: '这个销毁活动编号已被使用。请换一个编号。',
    en: 'An event with this id exists already. Choose another id.',
  },
  'event.batch-not-approved': {
    zh: '批次 {{batch}} 尚未获得全部批准（当前：{{state}}），不能安排销毁。请等各单位审批完成。',
    en: 'Batch {{batch}} is not approved (now: {{state}}). Wait until every required agency has approved it.',
  },
  'event.site-unknown': {
    zh: '批次中没有销毁地点 {{site}}。请从中选择：{{sites}}。',
    en: 'The batch has no site {{site}}. Choose one of: {{sites}}.',
  },
  'event.site-has-event': {
    zh: '地点 {{site}} 已有进行中的销毁活动 {{event}}。请先结束或取消它。',
    en: 'Event {{event}} at site {{site}} has not ended. Close or cancel it first.',
  },
  'event.nothing-at-site': {
    zh: '地点 {{site}} 没有可销毁的货物：均已剔除、出库或销毁。',
    en: 'Nothing is left for site {{site}}: all of it was excluded, staged or destroyed.',
  },
  'event.wrong-people': {
    zh: '负责人或监销人不符合要求，请按各项提示修改。',
    en: 'The lead or the witnesses do not fit. Mend the fields named below.',
  },
  'event.lead-not-coordinator': {
    zh: '负责人须是本批次承办单位的处置经办人。请另选一人。',
    en: 'The lead must be a coordinator of the agency that runs the batch. Choose another person.',
  },
  'event.lead-as-witness': {
    zh: '活动负责人不得同时监销。请另选监销人。',
    en: 'The lead of an event can’t witness it. Name another witness.',
  },
  'event.not-witness-role': {
    zh: '此人没有监销人角色，或账户已停用。请另选一人。',
    en: 'This person does not hold the role witness or is not active. Choose another one.',
  },
  'event.witness-twice': {
    zh: '同一监销人出现了两次。请去掉一个。',
    en: 'This witness is named twice. Name each once.',
  },
  'event.too-few-witnesses': {
    zh: '至少需要 {{needed}} 名监销人。请增加。',
    en: 'At least {{needed}} witnesses are needed. Add one.',
  },
  'event.no-outside-witness': {
    zh: '至少一名监销人须来自保管单位以外的单位。请增加一名。',
    en: 'At least one witness must be from an agency other than the one that keeps the goods. Add one.',
  },
  'event.over': {
    zh: '销毁活动 {{event}} 已经结束（{{state}}），不能再更改。',
    en: 'Event {{event}} has ended ({{state}}) and can’t be changed.',
  },
  'event.not-a-witness': {
    zh: '您不是这次活动指定的监销人。请由指定的监销人本人陈述。',
    en: 'You are no witness of this event. Only the named witnesses make statements.',
  },
  'event.times-order': {
    zh: '结束时间早于开始时间。请检查。',
    en: 'The end lies before the beginning. Check the times.',
  },
  'event.lines-open': {
    zh: '有的品类行还没有实际结果，不能作证。请等记录完成，或只选择已记录的行。',
    en: 'Some lines have no result yet. Wait until they are recorded, or name recorded lines only.',
  },
  'event.lines-changed': {
    zh: '您看到的数字已经变更（看到 {{seen}}，现为 {{now}}）。请重新查看各行后再陈述。',
    en: 'The figures have changed since you saw them (seen {{seen}}, now {{now}}). Look at the lines again, then state.',
  },
  'event.still-open': {
    zh: '还有 {{count}} 项未完成，不能结束活动。请按各项提示处理。',
    en: 'The event can’t be closed: {{count}} item(s) are open. See what each says.',
  },
  'event.nothing-left': {
    zh: '所有品类行都已从批次剔除，没有可销毁的货物。请取消这次活动。',
    en: 'Every line has left the batch, so nothing can be destroyed. Cancel the event.',
  },
  'event.photo-missing': {
    zh: '缺少本地点的现场照片：{{stage}}（before 销毁前、during 销毁中、after 销毁后）。请补传。',
    en: 'The photo “{{stage}}” of the site is missing. Add it.',
  },
  'event.too-few-statements': {
    zh: '品类行 {{lot}} 只有 {{have}} 名监销人的有效陈述，需要 {{needed}} 名。陈述后数字有变更的，须重新陈述。',
    en: 'Lot {{lot}} has statements of {{have}} witness(es) that still stand; {{needed}} are needed. Statements made before a change must be made again.',
  },
  'event.no-outside-statement': {
    zh: '品类行 {{lot}} 缺少保管单位以外监销人的有效陈述。请其陈述。',
    en: 'Lot {{lot}} lacks a statement by a witness from outside the agency that keeps it. Ask that witness.',
  },
};
