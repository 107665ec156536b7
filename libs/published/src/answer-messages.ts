/** The answers to the three questions. */
export const answerMessages: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'verify.question-file': { zh: '这是不是签发的那个文件？', en: 'Is this exactly the file that was issued?' },
  'verify.question-ledger': { zh: '公开账本里有没有这次签发？', en: 'Does the ledger contain this issue?' },
  'verify.question-signer': { zh: '谁签的？这里是否认可？', en: 'Who signed, and is that trusted here?' },
  'verify.file-issued': {
    zh: '是。与签发的第 {{revision}} 版（共 {{revisions}} 版）逐字节一致，签章之后没有追加内容。',
    en: 'Yes. It is, byte for byte, revision {{revision}} of {{revisions}} as issued; nothing was added after sealing.',
  },
  'verify.file-unchecked': {
    zh: '未检查：没有文件。上传 PDF 原文件即可得到肯定或否定的答案。',
    en: 'Not checked: there is no file. Send the original PDF for a yes or no.',
  },
  'verify.ledger-yes': {
    zh: '有。第 {{seq}} 号记录，由 {{hashes}} 个哈希值连到含 {{size}} 条记录的已公布检查点。',
    en: 'Yes. Entry {{seq}} is bound by {{hashes}} hashes to the published checkpoint of {{size}} entries.',
  },
  'verify.ledger-no-checkpoint': {
    zh: '暂不能确定：第 {{seq}} 号记录已写入账本，但尚未公布包含它的检查点。请稍后再查。',
    en: 'Not certain yet: entry {{seq}} is in the ledger, but no published checkpoint covers it. Ask again later.',
  },
  'verify.ledger-broken': {
    zh: '否。第 {{seq}} 号记录与已公布的检查点不符，账本可能被改动。请勿采信，并向发布机构报告。',
    en: 'No. Entry {{seq}} does not fit the published checkpoint; the ledger may have been altered. Do not rely on it; tell the publishing agency.',
  },
  'verify.ledger-no-entry': {
    zh: '没有。账本中没有签发这个文件的记录。',
    en: 'No. The ledger has no entry that issued this file.',
  },
  'verify.ledger-other-file': {
    zh: '没有。编号 {{number}} 签发的是另一个文件，不是这一个。',
    en: 'No. Under number {{number}} another file was issued, not this one.',
  },
  'verify.ledger-number-only': {
    zh: '无法判断：从文件中读到编号 {{number}}，但编号可以被抄写；可另按编号查询。',
    en: 'Cannot decide: the file shows number {{number}}, but a number can be copied. You can look it up by number.',
  },
  'verify.ledger-unreadable': {
    zh: '无法判断：从文件中读不到证明书编号；可按纸面编号查询。',
    en: 'Cannot decide: no certificate number can be read from the file. You can look it up by the number on the paper.',
  },
  'verify.ledger-not-yet': {
    zh: '账本中还没有编号 {{number}} 的签发记录。',
    en: 'The ledger does not hold an issue of {{number}} yet.',
  },
  'verify.signer-yes': {
    zh: '{{organization}}（{{name}}）。共 {{seals}} 个签名，全部有效，签发机关的印章在此受信任。',
    en: '{{organization}} ({{name}}). Signatures on the file: {{seals}}, all of them hold; the issuer’s seal is trusted here.',
  },
  'verify.signer-unchecked': {
    zh: '签发记录载明由{{zh}}签发；您手中文件上的签名未检查。',
    en: 'The ledger says that {{en}} issued it; the signatures on your file were not checked.',
  },
  'verify.signer-part-only': {
    zh: '{{organization}}（{{name}}）的签章只覆盖签章时的内容，不覆盖之后加上的内容。',
    en: 'The seal of {{organization}} ({{name}}) covers only what stood there when it was set, not what was added later.',
  },
  'verify.signer-other-agency': {
    zh: '否。签章属于{{organization}}（{{name}}），不是签发机关{{zh}}的印章。',
    en: 'No. The seal belongs to {{organization}} ({{name}}), not to {{en}}, which issued this number.',
  },
  'verify.signer-none': {
    zh: '没有签章。签发的证明书都带有签发机关的签章。',
    en: 'There is no seal. Every issued certificate carries the seal of the agency that issued it.',
  },
  'verify.signer-cut': {
    zh: '无法判断：签名位于缺失的部分。',
    en: 'Cannot decide: the signatures stand in the missing part.',
  },
  'verify.signer-unreadable': {
    zh: '无法判断：文件结构已损坏，读不到签章。',
    en: 'Cannot decide: the structure of the file is broken, so no seal can be read.',
  },
  'verify.proof-missing': {
    zh: '文件内没有账本证明。请勿采信，并联系签发机关。',
    en: 'The file carries no proof of the ledger. Do not rely on it; contact the issuing agency.',
  },
  'verify.proof-of-other': {
    zh: '文件内的账本证明属于另一份证明书，不是 {{number}}。请勿采信。',
    en: 'The ledger proof inside the file belongs to another certificate, not to {{number}}. Do not rely on it.',
  },
};
