import type { MessageCatalogue } from '#platform';

/** Texts of the pages on which certificates are looked at, issued and revoked. */
export const certificatePageMessages: MessageCatalogue = {
  'issue.ready': {
    zh: '销毁已全部完成，可以签发证明书。请先预览内容。',
    en: 'The destruction is complete: the certificate can be issued. Look at its content first.',
  },
  'issue.open': { zh: '预览并签发', en: 'Preview and issue' },
  'issue.title': {
    zh: '签发前核对：{{reference}} 的证明书',
    en: 'Before issuing: certificate of {{reference}}',
  },
  'issue.blocked': { zh: '现在不能签发', en: 'Nothing to issue now' },
  'issue.preview-note': { zh: '预览，无效。', en: 'Preview, not valid.' },
  'issue.preview-lead': {
    zh: '证明书将载明以下内容。编号、签发时间和检查点在签发时确定。',
    en: 'The certificate will say this. Number, time of issue and checkpoint are set when it is issued.',
  },
  'issue.preview-pdf': {
    zh: '下载预览（PDF，每页注明无效）',
    en: 'Download the preview (PDF, marked not valid)',
  },
  'issue.preview-json': { zh: '预览内容（JSON）', en: 'Content of the preview (JSON)' },
  'issue.totals': { zh: '销毁数量', en: 'Destroyed' },
  'issue.lines': { zh: '明细（{{count}} 行）', en: 'Lines ({{count}})' },
  'issue.more-lines': {
    zh: '另有 {{count}} 行，见预览 PDF。',
    en: '{{count}} more lines stand in the preview PDF.',
  },
  'issue.declared': { zh: '登记', en: 'Declared' },
  'issue.destroyed': { zh: '销毁', en: 'Destroyed' },
  'issue.difference-shortage': { zh: '短缺', en: 'Missing' },
  'issue.difference-returned': { zh: '返还在库', en: 'Returned' },
  'issue.difference-weighing-difference': { zh: '计量差', en: 'Weighing difference' },
  'issue.agency': { zh: '签发机关', en: 'Issuing agency' },
  'issue.lead': { zh: '现场负责人', en: 'Lead at the site' },
  'issue.photos': { zh: '照片（张）', en: 'Photos' },
  'issue.witnesses': { zh: '监销人', en: 'Witnesses' },
  'issue.test-seal': {
    zh: '这是测试印章，证明书上会注明。',
    en: 'This is a test seal, and the certificate says so.',
  },
  'issue.checks': { zh: '签发前检查', en: 'Checked before issuing' },
  'issue.check-events': {
    zh: '{{events}} 个销毁活动已关闭，{{lots}} 批均有实际数量',
    en: 'Events closed: {{events}}; lots with an actual result: {{lots}}',
  },
  'issue.check-witnesses': {
    zh: '监销人陈述 {{count}} 份，来自 {{agencies}} 个单位',
    en: 'Statements of witnesses: {{count}}, from {{agencies}} agencies',
  },
  'issue.check-approvals': {
    zh: '全部 {{count}} 个审批机关已同意',
    en: 'All {{count}} agencies asked have approved',
  },
  'issue.check-differences': {
    zh: '销毁数与清单逐批相符 {{equal}} 批，有说明的差异 {{count}} 批',
    en: 'Lots destroyed as listed: {{equal}}; with an explained difference: {{count}}',
  },
  'issue.check-duties': { zh: '您未参与此前任何一步', en: 'You took no earlier step on these goods' },
  'paper.title': { zh: '销毁证明书', en: 'Certificate of destruction' },
  'paper.under': { zh: 'Certificate of destruction', en: '销毁证明书' },
  'paper.no-number': { zh: '编号待定', en: 'no number yet' },
  'paper.lots': { zh: '{{count}} 批', en: 'lots: {{count}}' },
  'paper.site': { zh: '销毁点', en: 'Site' },
  'paper.checkpoint': { zh: '检查点', en: 'Checkpoint' },
  'paper.seal': { zh: '签发机关印章', en: 'Issuer’s seal' },
  'certificates.hashes': { zh: '台账中的摘要', en: 'Hashes in the ledger' },
  'certificates.json-hash': { zh: '数据（JSON）', en: 'Data (JSON)' },
  'issue.not-you': {
    zh: '证明书由主办机关的签发人签发。',
    en: 'An issuer of the agency in charge issues the certificate.',
  },
  'issue.how': {
    zh: '逐项核对数量、审批机关和监销人，再签署。您的签署绑定到内容的哈希：内容有任何变化，都须重新核对。参与过查扣、保管、经办、审批或监销的人不能签发。',
    en: 'Compare quantities, agencies and witnesses, then sign. Your signature binds the hash of the content: whatever changes has to be looked at again. Nobody who seized, kept, ran, approved or witnessed may issue.',
  },
  'certificates.steps': { zh: '办理过程', en: 'Its way' },
  'certificates.entry': { zh: '台账记录号 {{seq}}', en: 'ledger entry no. {{seq}}' },
  'certificates.verify': { zh: '公众核验页', en: 'Public verification page' },
  'revocation.title': { zh: '撤销证明书', en: 'Revoke the certificate' },
  'revocation.heading': { zh: '撤销证明书 {{number}}', en: 'Revocation of {{number}}' },
  'revocation.when': {
    zh: '证明书有错误或不应签发时，由两人撤销；撤销后可另行签发。',
    en: 'A certificate that is wrong, or should not have been issued, is revoked by two persons; another can be issued then.',
  },
  'revocation.open': { zh: '申请撤销', en: 'Ask for the revocation' },
  'revocation.open-confirm': { zh: '查看并确认撤销', en: 'See and confirm the revocation' },
  'revocation.is-revoked': { zh: '此证明书已撤销。', en: 'This certificate is revoked.' },
  'revocation.waits': {
    zh: '已申请撤销，等待另一人确认。',
    en: 'A revocation was asked for and waits for a second person.',
  },
  'revocation.waits-lead': {
    zh: '须由本机关另一名签发人或审批人确认；确认前证明书仍然有效，公众看不到理由。',
    en: 'Another issuer or approver of this agency must confirm. Until then the certificate stays valid, and the public does not see the reason.',
  },
  'revocation.file': { zh: '被撤销的文件', en: 'The file' },
  'revocation.ask': { zh: '申请撤销', en: 'Ask for the revocation' },
  'revocation.ask-lead': {
    zh: '申请不会立即生效，须由本机关另一名签发人或审批人确认。台账记录不能删除。',
    en: 'Nothing changes until another issuer or approver of your agency confirms. Entries of the ledger stay for good.',
  },
  'revocation.reason': { zh: '撤销理由', en: 'Reason' },
  'revocation.reason-hint': {
    zh: '确认后向公众公开，请勿写入个人信息或案情。',
    en: 'Public once it is confirmed: name neither persons nor details of the case.',
  },
  'revocation.ask-button': { zh: '提出申请', en: 'Ask' },
  'revocation.confirm': { zh: '确认撤销', en: 'Confirm the revocation' },
  'revocation.confirm-lead': {
    zh: '确认后立即生效并向公众公开理由，不能恢复。如不同意，请勿确认，并与申请人联系。',
    en: 'It takes effect at once, shows the reason to the public and can’t be undone. If you disagree, don’t confirm; speak to the person who asked.',
  },
  'revocation.confirm-button': { zh: '确认撤销', en: 'Revoke' },
  'revocation.after-ask': {
    zh: '申请已记录。请通知本机关另一名签发人或审批人打开本页确认。',
    en: 'The request is recorded. Ask another issuer or approver of your agency to open this page and confirm.',
  },
  'revocation.after-confirm': {
    zh: '证明书已撤销，公众核验页会首先说明。已公开的信息须在 3 个工作日内撤回；需要时可另行签发。',
    en: 'The certificate is revoked, and the public verification says so first. What was published must be withdrawn within 3 working days; another certificate can be issued if needed.',
  },
  'revocation.nothing': {
    zh: '只有已签发的证明书可以撤销。',
    en: 'Only a certificate that was issued can be revoked.',
  },
  'revocation.back': { zh: '返回证明书', en: 'Back to the certificate' },
  'revocation.how': {
    zh: '一人提出申请并写明理由，另一人核对后确认，两人都签署文件的哈希。撤销不删除任何记录，公众仍可查到编号及其撤销。',
    en: 'One person asks and says why, another checks and confirms; both sign the hash of the file. Nothing is deleted: the public still finds the number, and that it was revoked.',
  },
};
