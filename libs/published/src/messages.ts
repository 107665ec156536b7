import { answerMessages } from './answer-messages.js';

/** Verdicts and states of a certificate, as the public hears them. */
export const publishedMessages: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...answerMessages,
  'verify.title-valid': {
    zh: '此文件与签发时完全一致',
    en: 'This is exactly the file that was issued',
  },
  'verify.title-issued': {
    zh: '该编号的证明书确已签发，请核对纸面内容',
    en: 'A certificate with this number was issued: compare it with your paper',
  },
  'verify.title-not-valid': {
    zh: '此文件不是签发的证明书，请勿采信',
    en: 'This is not a certificate as it was issued: do not rely on it',
  },
  'verify.title-revoked': { zh: '此证明书已被撤销', en: 'This certificate was revoked' },
  'verify.title-superseded': {
    zh: '此证明书已被新的证明书取代',
    en: 'This certificate was replaced by a newer one',
  },
  'verify.title-voided': {
    zh: '此编号已作废，从未签发过证明书',
    en: 'This number was voided: no certificate was ever issued under it',
  },
  'verify.title-in-issue': {
    zh: '无法判断：该编号的证明书正在签发',
    en: 'Cannot decide: the certificate with this number is being issued',
  },
  'verify.title-truncated': {
    zh: '无法判断：没有收到完整的文件',
    en: 'Cannot decide: the file did not arrive complete',
  },
  'verify.title-not-a-pdf': {
    zh: '无法判断：收到的不是 PDF 文件',
    en: 'Cannot decide: what arrived is not a PDF file',
  },
  'verify.title-too-large': {
    zh: '无法判断：文件太大',
    en: 'Cannot decide: the file is too large',
  },
  'verify.title-indeterminate': { zh: '暂时无法判断', en: 'Cannot decide yet' },
  'verify.title-number-indeterminate': {
    zh: '暂时无法判断：账本尚未公布包含此签发的检查点',
    en: 'Cannot decide yet: no published checkpoint covers this issue',
  },
  'verify.title-number-not-valid': {
    zh: '账本中没有此编号的签发记录，请勿采信',
    en: 'The ledger does not hold the issue of this number: do not rely on it',
  },
  'verify.state-revoked': {
    zh: '证明书 {{number}} 已于 {{date}} 撤销，不再有效。请联系签发机关。',
    en: 'Certificate {{number}} was revoked on {{date}} and is no longer valid. Contact the issuing agency.',
  },
  'verify.state-superseded': {
    zh: '证明书 {{number}} 已于 {{date}} 被 {{replacedBy}} 取代。请使用新的证明书。',
    en: 'Certificate {{number}} was replaced by {{replacedBy}} on {{date}}. Use the newer one.',
  },
  'verify.state-voided': {
    zh: '编号 {{number}} 已于 {{date}} 作废，没有签发过文件。出示此编号的文件不可采信。',
    en: 'Number {{number}} was voided on {{date}}; no file was issued under it. Do not rely on a paper that shows it.',
  },
  'verify.state-in-issue': {
    zh: '编号 {{number}} 的证明书正在制作和签章，通常几分钟内完成。请稍后再查。',
    en: 'Certificate {{number}} is being drawn up and sealed, usually within minutes. Ask again later.',
  },
  'verify.compare-figures': {
    zh: '仅凭编号或二维码不能判断您手中的纸张或文件是真的。请先核对下列数量、日期和机关；有任何不符，以本页为准。',
    en: 'A number or QR code alone can’t show that your paper or file is genuine. Compare quantities, date and agencies with it first; where they differ, this page counts.',
  },
  'verify.not-published': {
    zh: '已签发，明细尚未公布。如持有 PDF 文件，可上传核验；或向签发机关查询。',
    en: 'Issued, details not published. If you have the PDF file, check it here; or ask the issuing agency.',
  },
  'verify.title-unknown': { zh: '没有这个编号的证明书', en: 'No certificate has this number' },
  'verify.unknown-number': {
    zh: '没有编号为 {{number}} 的证明书。请对照证明书首页再核对一次；若确实如此，请勿采信，并向所写的签发机关核实。',
    en: 'There is no certificate with the number {{number}}. Compare it with the first page once more; if it says just that, do not rely on it, and ask the agency that it names.',
  },
  'verify.too-large': {
    zh: '文件超过 {{limit}}，不可能是本系统签发的证明书。请选择证明书的原始 PDF 文件。',
    en: 'The file is larger than {{limit}}, so it can’t be a certificate of this system. Choose the original PDF of the certificate.',
  },
  'verify.no-file': {
    zh: '没有收到文件。请选择证明书的 PDF 文件后再检查。',
    en: 'No file arrived. Choose the PDF of the certificate, then check again.',
  },
  'verify.busy': {
    zh: '正在检查的文件太多。请过一分钟再试。',
    en: 'Too many files are being checked right now. Try again in a minute.',
  },
  'verify.cut': {
    zh: '上传中断，没有收到完整的文件。请重新上传。',
    en: 'The upload broke off before the whole file was here. Send it again.',
  },
  'verify.no-entry': {
    zh: '第 {{seq}} 号记录不是证明书记录，或尚不存在。只有证明书的记录可公开读取。',
    en: 'Entry {{seq}} is not the entry of a certificate, or does not exist yet. Only entries of certificates are public.',
  },
  'verify.no-checkpoint': {
    zh: '账本尚未公布检查点。请稍后再试。',
    en: 'No checkpoint of the ledger was published yet. Try again later.',
  },
  'verify.no-tile': {
    zh: '没有这个哈希块，或尚未被检查点覆盖。',
    en: 'There is no such tile, or no checkpoint covers it yet.',
  },
};
