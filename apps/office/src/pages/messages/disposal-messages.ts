import type { MessageCatalogue } from '#platform';

/** Texts of the pages about batches, events, certificates and the ledger. */
export const disposalMessages: MessageCatalogue = {
  'batches.list': { zh: '销毁批次', en: 'Batches' },
  'batches.list-lead': {
    zh: '本单位经办或会签的销毁批次。',
    en: 'Batches that your agency runs or decides on.',
  },
  'batches.list-how': {
    zh: '批次提交后清单冻结，各机关对同一份清单作出决定。',
    en: 'A submitted list is frozen, and every agency decides on exactly that list.',
  },
  'batches.version': { zh: '版本', en: 'Version' },
  'batches.awaiting': { zh: '待决定', en: 'Waits for' },
  'events.list': { zh: '销毁活动', en: 'Events' },
  'events.list-lead': {
    zh: '本单位主办或参加的销毁活动，最近的在前。',
    en: 'Events that your agency runs or takes part in, the latest first.',
  },
  'events.list-how': {
    zh: '出库清点后在现场逐批登记，监销人各自陈述，全部完成才能关闭。',
    en: 'Goods are recounted out of the store, recorded lot by lot at the site, stated by witnesses; only then the event closes.',
  },
  'certificates.list': { zh: '证明书', en: 'Certificates' },
  'certificates.list-lead': {
    zh: '销毁证明书及其状态。',
    en: 'Certificates of destruction and their states.',
  },
  'certificates.list-how': {
    zh: '证明书由未参与此前任何一步的签发人签发，可在公示网站核验。',
    en: 'An issuer who did none of the earlier steps issues; anyone can verify on the public site.',
  },
  'certificates.facts': { zh: '要点', en: 'Facts' },
  'certificates.open-batch': { zh: '打开批次', en: 'Open the batch' },
  'certificates.content-hash': { zh: '内容哈希', en: 'Hash of the content' },
  'certificates.reason': { zh: '理由', en: 'Reason' },
  'certificates.files': { zh: '文件', en: 'Files' },
  'certificates.pdf': {
    zh: '下载证明书 PDF（第 {{revision}} 次签署）',
    en: 'Download the certificate (PDF, revision {{revision}})',
  },
  'certificates.json': { zh: '机器可读内容（JSON）', en: 'Machine-readable content (JSON)' },
  'certificates.pending': {
    zh: '正在签署，通常一分钟内完成。请稍后刷新本页。',
    en: 'Being sealed, usually within a minute. Reload this page then.',
  },
  'certificates.next': {
    zh: '证明书可以下载、打印，并凭编号公开核验。',
    en: 'The certificate can be downloaded, printed and verified by its number.',
  },
  'certificates.how': {
    zh: 'PDF 内含签章和台账证明；改动一个字节即可被发现。',
    en: 'The PDF holds seals and the proof from the ledger; one changed byte is found.',
  },
  'ledger.entries': { zh: '记录', en: 'Entries' },
  'ledger.type': { zh: '类型与对象', en: 'Type and subject' },
  'ledger.hash': { zh: '记录哈希', en: 'Hash' },
  'ledger.checkpoint': { zh: '您保管的检查点（可留空）', en: 'Your checkpoint (may stay empty)' },
  'ledger.download': { zh: '下载最新检查点自行保管', en: 'Download the newest checkpoint to keep' },
  'ledger.how': {
    zh: '这里是写入台账的原文。由全文的原始字节算出记录哈希，再由包含证明算出根哈希，与检查点一致即证明这一条在台账中、未被改动。',
    en: 'This is the entry as it was recorded. Its bytes give its hash, and the inclusion proof leads from there to the root of a checkpoint: so this entry is in the ledger and was not changed.',
  },
};
