import type { MessageCatalogue } from '#platform';
import { concernPageMessages } from './concern-page-messages.js';

/** Texts of the pages about what becomes public of a certificate. */
export const publicationPageMessages: MessageCatalogue = {
  ...concernPageMessages,
  'publication.title': { zh: '公示', en: 'Publication' },
  'publication.open': { zh: '公示：准备、发布、撤下', en: 'Publication: prepare, release, withdraw' },
  'publication.state-none': { zh: '未准备', en: 'Not prepared' },
  'publication.state-prepared': { zh: '待发布', en: 'Waits for release' },
  'publication.state-released': { zh: '已发布', en: 'Released' },
  'publication.state-withdrawn': { zh: '已撤下', en: 'Withdrawn' },
  'publication.lead-none': {
    zh: '公示网站只显示证明书编号和状态，明细尚未公布。',
    en: 'The public site shows the number and its state; no details are published.',
  },
  'publication.lead-prepared': {
    zh: '内容已准备好，须由另一人核对后发布。',
    en: 'The content is prepared; a second person checks and releases it.',
  },
  'publication.lead-released': {
    zh: '数量、日期、机关以及下列内容已在公示网站公布。',
    en: 'Quantities, dates, agencies and what stands below are on the public site.',
  },
  'publication.lead-withdrawn': {
    zh: '公布的内容已从公示网站撤下，台账保留全部记录。',
    en: 'What was published is off the public site; the ledger keeps every entry.',
  },
  'publication.next-none': { zh: '', en: '' },
  'publication.next-prepared': {
    zh: '下一步：本单位的审批人核对并发布。',
    en: 'Next: an approver of your agency checks and releases it.',
  },
  'publication.next-released': {
    zh: '公示网站在一分钟内更新。',
    en: 'The public site shows it within a minute.',
  },
  'publication.next-withdrawn': {
    zh: '公示网站在一分钟内更新；照片随即不再提供。可以重新准备公示。',
    en: 'The public site follows within a minute; photos are gone at once. It can be prepared anew.',
  },
  'publication.ended': {
    zh: '证明书已不再有效，公示网站已停止统计。请在 3 个工作日内撤下公示内容。',
    en: 'The certificate stands no more and is not counted. Withdraw what is published within 3 working days.',
  },
  'publication.content-title': { zh: '公众看到的内容', en: 'What the public sees' },
  'publication.figures-alone': {
    zh: '只有证明书上的数量、日期、机关、地点和方式。',
    en: 'Quantities, dates, agencies, sites and methods of the certificate, nothing else.',
  },
  'publication.with-figures': {
    zh: '证明书上的数量、日期、机关、地点和方式，以及：',
    en: 'Quantities, dates, agencies, sites and methods of the certificate, and:',
  },
  'publication.no-photos': { zh: '没有选择照片。', en: 'No photos were chosen.' },
  'publication.not-given': { zh: '未填写', en: 'not given' },
  'publication.attendance': { zh: '现场参加人数', en: 'People present' },
  'publication.consultations': { zh: '接受咨询（人次）', en: 'Consultations given' },
  'publication.leaflets': { zh: '发放宣传资料（份）', en: 'Leaflets handed out' },
  'publication.hash': { zh: '内容哈希', en: 'Hash of the content' },
  'publication.prepare': { zh: '准备公示', en: 'Prepare the publication' },
  'publication.prepare-lead': {
    zh: '证明书上的数量等自动列入。请挑选可以公开的销毁照片（最多 {{limit}} 张）：不得有人脸、当事人名称、车牌。公布的是重新绘制的小图，不含拍摄位置和设备信息。',
    en: 'Figures of the certificate are included. Choose photos that the public may see, at most {{limit}}: no faces, no names of parties, no number plates. Small pictures drawn anew are published, without place or device.',
  },
  'publication.choose': { zh: '公布：{{photo}}', en: 'Publish: {{photo}}' },
  'publication.words-zh': { zh: '照片内容（中文）', en: 'What it shows (Chinese)' },
  'publication.words-en': { zh: '英文说明（可不填）', en: 'In English (optional)' },
  'publication.none-to-choose': {
    zh: '本批次的销毁活动没有可选的照片。',
    en: 'There are no photos of this batch’s destruction to choose from.',
  },
  'publication.prepare-button': { zh: '提交，等待第二人发布', en: 'Hand to a second person' },
  'publication.release': { zh: '发布', en: 'Release' },
  'publication.release-lead': {
    zh: '请逐张核对照片和说明。发布后任何人都能看到和下载。',
    en: 'Check every photo and its words. Once released, anyone can see and download it.',
  },
  'publication.second-needed': {
    zh: '这是您准备的内容，须由本单位另一名审批人发布。',
    en: 'You prepared this; another approver of your agency has to release it.',
  },
  'publication.looked': {
    zh: '我已核对：没有个人信息、当事人名称和未公开案件的内容',
    en: 'I checked: no personal data, no names of parties, nothing of open cases',
  },
  'publication.look': {
    zh: '请先核对内容并勾选确认。',
    en: 'Check the content first, then tick the box.',
  },
  'publication.release-button': { zh: '发布到公示网站', en: 'Release to the public site' },
  'publication.history': { zh: '经过', en: 'Who did what' },
  'publication.no-history': { zh: '还没有人准备公示。', en: 'Nobody has prepared a publication yet.' },
  'publication.step-prepared': { zh: '准备', en: 'Prepared' },
  'publication.step-released': { zh: '发布', en: 'Released' },
  'publication.step-withdrawn': { zh: '撤下', en: 'Withdrawn' },
  'publication.withdraw': { zh: '撤下公示', en: 'Withdraw the publication' },
  'publication.withdraw-lead': {
    zh: '撤下后，公示网站不再显示和统计这份证明书的明细，照片立即删除。此前已下载的快照不受影响。',
    en: 'The public site then shows and counts no details of this certificate, and its photos are deleted at once. Snapshots that others downloaded stay with them.',
  },
  'publication.cause': { zh: '原因', en: 'Why' },
  'publication.cause-hint': { zh: '写入台账，对外公开', en: 'Goes into the ledger and is public' },
  'publication.cause-decision-ended': {
    zh: '处理决定被撤销或变更（3 个工作日内撤下）',
    en: 'The decision was revoked or changed (withdraw within 3 working days)',
  },
  'publication.cause-certificate-ended': {
    zh: '证明书被撤销或取代',
    en: 'The certificate was revoked or replaced',
  },
  'publication.cause-wrong-figures': { zh: '公布的数字有误', en: 'A published figure is wrong' },
  'publication.cause-picture': { zh: '照片不宜公开', en: 'A photo shows too much' },
  'publication.cause-other': { zh: '其他', en: 'Another reason' },
  'publication.note': { zh: '说明（内部）', en: 'Note (for colleagues)' },
  'publication.note-hint': { zh: '只有本单位可见，可不填', en: 'Seen by your agency alone; optional' },
  'publication.withdraw-button': { zh: '撤下公示', en: 'Withdraw' },
  'publication.keep': { zh: '返回，不撤下', en: 'Back, keep it published' },
  'publication.how': {
    zh: '一人准备、另一人发布；内容的哈希写入台账，发布的就是核对过的内容。处理决定被撤销的，3 个工作日内撤下，撤下一人即可办理。',
    en: 'One person prepares, another releases; the hash of the content stands in the ledger, so exactly what was checked is released. If the decision is revoked, withdraw within 3 working days; one person is enough for that.',
  },
  'queue.work-prepare-report': {
    zh: '准备公示 {{reference}}',
    en: 'Prepare the publication of {{reference}}',
  },
  'queue.work-release-report': {
    zh: '核对并发布 {{reference}} 的公示',
    en: 'Check and release the publication of {{reference}}',
  },
  'queue.work-withdraw-report': {
    zh: '撤下 {{reference}} 的公示',
    en: 'Withdraw the publication of {{reference}}',
  },
  'queue.work-concern': { zh: '处理公众反映 {{reference}}', en: 'Look into concern {{reference}}' },
  'queue.why-prepare-report': { zh: '本单位签发', en: 'issued by my agency' },
  'queue.why-release-report': { zh: '第二人', en: 'second person' },
  'queue.why-withdraw-report': {
    zh: '决定或证明书已不再有效',
    en: 'the decision or the certificate ended',
  },
  'queue.why-concern': { zh: '本单位负责', en: 'my agency is in charge' },
  'queue.clock-publication': {
    zh: '20 个工作日内公示：{{source}}',
    en: 'Publish within 20 working days: {{source}}',
  },
  'queue.clock-publication-withdrawal': {
    zh: '3 个工作日内撤下：{{source}}',
    en: 'Withdraw within 3 working days: {{source}}',
  },
  'entry.name-report.withdrawn': { zh: '公示撤下', en: 'Report withdrawn' },
};
