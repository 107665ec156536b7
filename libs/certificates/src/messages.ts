import type { MessageCatalogue } from '#platform';
import { pdfMessages } from './pdf/messages.js';
import { signingMessages } from './signing/messages.js';

export const certificatesMessages: MessageCatalogue = {
  ...pdfMessages,
  ...signingMessages,
  'certificate.batch-not-approved': {
    zh: '批次 {{batch}} 尚未由全部机关批准，不能签发证明书。',
    en: 'Batch {{batch}} is not approved by every required agency, so no certificate can be issued yet.',
  },
  'certificate.events-open': {
    zh: '批次 {{batch}} 的销毁活动 {{events}} 尚未办结。请先办结活动再签发。',
    en: 'Events {{events}} of batch {{batch}} are not closed. Close them, then issue.',
  },
  'certificate.lots-open': {
    zh: '批次 {{batch}} 的以下品类行尚未销毁、返还或剔除：{{lots}}。请先处理。',
    en: 'These lots of batch {{batch}} are neither destroyed, returned nor excluded: {{lots}}. Settle them first.',
  },
  'certificate.nothing-destroyed': {
    zh: '批次 {{batch}} 没有销毁任何货物，不能签发销毁证明书。',
    en: 'Nothing of batch {{batch}} was destroyed, so there is nothing to certify.',
  },
  'certificate.already-issued': {
    zh: '批次 {{batch}} 已有证明书 {{number}}。如需重新签发，请先撤销该证明书。',
    en: 'Certificate {{number}} stands for batch {{batch}} already. Revoke it before issuing another.',
  },
  'certificate.reason-erased': {
    zh: '申请时写明的理由已被删除，无法确认。请重新提出撤销申请。',
    en: 'The reason that was given with the request was erased, so it can’t be confirmed. Ask for the revocation anew.',
  },
  'certificate.not-issued': {
    zh: '证明书 {{number}} 当前状态为 {{state}}，尚无有效文件。请稍后再试。',
    en: 'Certificate {{number}} is {{state}}; there is no issued file for this. Try again later.',
  },
  'certificate.not-voidable': {
    zh: '证明书 {{number}} 当前状态为 {{state}}，不能作废编号。已签发的证明书请改为撤销。',
    en: 'Certificate {{number}} is {{state}}; its number can’t be voided. Revoke an issued certificate instead.',
  },
  'certificate.no-revision': {
    zh: '证明书 {{number}} 没有第 {{revision}} 版文件。',
    en: 'Certificate {{number}} has no revision {{revision}}.',
  },
  'certificate.revocation-waits': {
    zh: '证明书 {{number}} 已有待确认的撤销申请，请由第二人确认。',
    en: 'A revocation of {{number}} waits already; a second person has to confirm it.',
  },
  'certificate.no-revocation-asked': {
    zh: '证明书 {{number}} 没有待确认的撤销申请。',
    en: 'Nobody has asked for a revocation of {{number}} that could be confirmed.',
  },
  'certificate.second-person': {
    zh: '撤销须由另一人确认：您就是申请人（记录 {{entry}}）。',
    en: 'A second person has to confirm: you asked for this revocation yourself (entry {{entry}}).',
  },
};
