import type { MessageCatalogue } from '#platform';

/** Texts of the pages about what the public reports. */
export const concernPageMessages: MessageCatalogue = {
  'nav.concerns': { zh: '公众反映', en: 'Concerns' },
  'concerns.list': { zh: '公众反映', en: 'Concerns of the public' },
  'concerns.list-lead': {
    zh: '公众在公示网站反映的问题，由本单位处理。',
    en: 'What people reported on the public site, for your agency to look into.',
  },
  'concerns.list-how': {
    zh: '写明证明书或批次编号的，直接交给该机关；未写明的，由系统运行机关转交。内容和联系方式从不公开，办结一年后删除。',
    en: 'With the number of a certificate or batch it comes straight to that agency; without one the operator passes it on. Text and contact are never public and are erased a year after the matter is closed.',
  },
  'concerns.received': { zh: '收到时间', en: 'Received' },
  'concerns.about': { zh: '相关编号', en: 'About' },
  'concerns.said': { zh: '反映的内容', en: 'What was reported' },
  'concerns.erased': {
    zh: '办结已满一年，内容已按规定删除。',
    en: 'Erased, a year after the matter was closed.',
  },
  'concerns.facts': { zh: '要点', en: 'Facts' },
  'concerns.nothing': { zh: '未填写', en: 'not given' },
  'concerns.contact': { zh: '联系方式', en: 'Contact' },
  'concerns.anonymous': { zh: '匿名', en: 'anonymous' },
  'concerns.agency': { zh: '处理机关', en: 'Agency in charge' },
  'concerns.operator': { zh: '系统运行机关（待转交）', en: 'operator (to be passed on)' },
  'concerns.handle': { zh: '办结', en: 'Close the matter' },
  'concerns.note': { zh: '处理结果', en: 'What came of it' },
  'concerns.note-hint': {
    zh: '只有本单位可见；最多 2000 字',
    en: 'Seen by your agency alone; at most 2000 characters',
  },
  'concerns.note-missing': {
    zh: '请写明处理结果，最多 {{limit}} 字，不含控制字符。',
    en: 'Say what came of it, in at most {{limit}} characters and without control characters.',
  },
  'concerns.handle-button': { zh: '记下结果并办结', en: 'Note it and close' },
  'concerns.done': { zh: '已办结。', en: 'Closed.' },
  'concerns.pass-on': { zh: '转交', en: 'Pass it on' },
  'concerns.choose': { zh: '请选择机关', en: 'Choose an agency' },
  'concerns.pass-on-button': { zh: '转交该机关', en: 'Pass on' },
  'concerns.how': {
    zh: '反映的内容不写入台账，因此可以删除；处理人和时间在此留存。需要作为证据的，请另行登记。',
    en: 'Concerns stand outside the ledger, so that they can be erased; who closed it and when is kept here. Register it as evidence where it is needed as such.',
  },
  'state.open': { zh: '待处理', en: 'Open' },
  'state.handled': { zh: '已办结', en: 'Closed' },
};
