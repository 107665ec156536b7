import type { PaperReason, SignatureReason } from './reasons.js';

interface Sentences {
  readonly zh: string;
  readonly en: string;
}

/** What to tell a person for each reason: `paper.` before those of a file, `signature.` before those of a seal. */
export const paperMessages: Readonly<
  Record<`paper.${PaperReason}` | `signature.${SignatureReason}`, Sentences>
> = {
  'paper.not-a-pdf': {
    zh: '这不是 PDF 文件。请选择收到的证明书原始 PDF 文件。',
    en: 'This is not a PDF file. Choose the original PDF of the certificate as you received it.',
  },
  'paper.too-large': {
    zh: '文件超过 50 MB，不可能是本系统签发的证明书。请选择原始 PDF 文件。',
    en: 'The file is larger than 50 MB, so it can’t be a certificate of this system. Choose the original PDF.',
  },
  'paper.truncated': {
    zh: '文件不完整，末尾缺失，可能是下载或发送中断。请重新下载或请对方重新发送后再核验。',
    en: 'The file is incomplete: its end is missing, as after an interrupted download. Download it again or ask for it again, then check once more.',
  },
  'paper.signature-stripped': {
    zh: '文件上没有签发机关的签章，签章已被去除或从未加盖。请勿采信，请向签发机关索取已签章的文件。',
    en: 'The file carries no seal of the issuer: it was removed or never set. Don’t rely on it; ask the issuing agency for the sealed file.',
  },
  'paper.bytes-appended': {
    zh: '签发之后有人在文件末尾追加了内容。请勿采信，请向签发机关索取签发的原始文件。',
    en: 'Content was added to the end of the file after it was issued. Don’t rely on it; ask the issuing agency for the issued file.',
  },
  'paper.pages-replaced': {
    zh: '签发之后页面被替换，所见内容不是签章时的内容。请勿采信，请向签发机关索取签发的原始文件。',
    en: 'Pages were replaced after issue: what you see is not what was sealed. Don’t rely on it; ask the issuing agency for the issued file.',
  },
  'paper.attachment-replaced': {
    zh: '签发之后内嵌的数据被替换。请勿采信，请向签发机关索取签发的原始文件。',
    en: 'The embedded data were replaced after issue. Don’t rely on them; ask the issuing agency for the issued file.',
  },
  'paper.bytes-changed': {
    zh: '文件内容在签发之后被改动，哪怕只有一个字节。请勿采信，请向签发机关索取签发的原始文件并比对数字。',
    en: 'The file was changed after issue, be it by a single byte. Don’t rely on it; ask the issuing agency for the issued file and compare the figures.',
  },
  'paper.file-rewritten': {
    zh: '文件被其他程序重新保存或编辑过，已不是签发的文件。请使用收到的原始文件，不要另存、打印成 PDF 或压缩。',
    en: 'Another program saved or edited this file anew, so it is no longer the issued one. Use the original file, not one that was saved again, printed to PDF or compressed.',
  },
  'paper.certification-missing': {
    zh: '首个签章不是签发机关的认证签章。请勿采信，请向签发机关索取正式文件。',
    en: 'The first signature is not the issuer’s certification seal. Don’t rely on it; ask the issuing agency for the proper file.',
  },
  'paper.signature-invalid': {
    zh: '文件上的签章未通过核验，原因见签章一栏。请勿采信，请联系签发机关。',
    en: 'A seal on the file does not hold; the reason stands beside the seal. Don’t rely on it; contact the issuing agency.',
  },
  'paper.unknown-file': {
    zh: '账本中没有这个文件的签发记录。请核对证明书编号，或联系签发机关。',
    en: 'The ledger has no record that this file was issued. Check the number of the certificate, or contact the issuing agency.',
  },
  'signature.range-malformed': {
    zh: '签章没有说明它覆盖文件的哪些部分。请取得原始文件。',
    en: 'The seal does not say which part of the file it covers. Get the original file.',
  },
  'signature.range-hole': {
    zh: '签章留出的空位不是签章本身，其中可能藏有未签的内容。请取得原始文件。',
    en: 'The part that the seal leaves out is not the seal itself, so unsigned content could hide there. Get the original file.',
  },
  'signature.range-short': {
    zh: '签章没有覆盖到该版本的末尾。请取得原始文件。',
    en: 'The seal does not cover its revision to the end. Get the original file.',
  },
  'signature.subfilter-unknown': {
    zh: '签章不是本系统使用的 PAdES 格式。请向签发机关索取正式文件。',
    en: 'The seal is not of the PAdES kind that this system uses. Ask the issuing agency for the proper file.',
  },
  'signature.cms-malformed': {
    zh: '签章数据已损坏，无法读取。请取得原始文件。',
    en: 'The data of the seal are damaged and can’t be read. Get the original file.',
  },
  'signature.cms-not-detached': {
    zh: '签章内带有自己的内容，而不是对本文件的签章。请取得原始文件。',
    en: 'The seal carries content of its own instead of sealing this file. Get the original file.',
  },
  'signature.cms-signers': {
    zh: '一个签章必须恰好有一个签署者。请取得原始文件。',
    en: 'A seal must have exactly one signer. Get the original file.',
  },
  'signature.cms-attributes': {
    zh: '签章缺少必需的属性或有重复。请取得原始文件。',
    en: 'The seal lacks a required attribute or repeats one. Get the original file.',
  },
  'signature.cms-signing-time': {
    zh: '签章内写有不应出现的签署时间。请向签发机关索取正式文件。',
    en: 'The seal states a signing time in a place where it must not stand. Ask the issuing agency for the proper file.',
  },
  'signature.digest-mismatch': {
    zh: '文件内容与签章时不一致。请取得原始文件。',
    en: 'The file differs from what was sealed. Get the original file.',
  },
  'signature.algorithm-unsupported': {
    zh: '签章所用的算法或密钥长度不被接受。请联系签发机关。',
    en: 'The seal uses an algorithm or key length that is not accepted. Contact the issuing agency.',
  },
  'signature.signature-wrong': {
    zh: '签章值与证书的密钥不符，属伪造或损坏。请取得原始文件。',
    en: 'The value of the seal does not match the certificate’s key: it is forged or damaged. Get the original file.',
  },
  'signature.certificate-missing': {
    zh: '签章没有附带签署者的证书。请向签发机关索取正式文件。',
    en: 'The seal does not include the signer’s certificate. Ask the issuing agency for the proper file.',
  },
  'signature.certificate-mismatch': {
    zh: '签章所指的证书与其附带的证书不是同一张。请取得原始文件。',
    en: 'The certificate that the seal names is not the one that it includes. Get the original file.',
  },
  'signature.certificate-usage': {
    zh: '该证书不得用于签署文件。请联系签发机关。',
    en: 'This certificate may not be used to sign documents. Contact the issuing agency.',
  },
  'signature.certificate-not-yet-valid': {
    zh: '签章时证书尚未生效。请联系签发机关。',
    en: 'The certificate was not yet valid at the time of sealing. Contact the issuing agency.',
  },
  'signature.certificate-expired': {
    zh: '证书已过有效期。请联系签发机关。',
    en: 'The certificate has expired. Contact the issuing agency.',
  },
  'signature.certificate-untrusted': {
    zh: '本系统不认识这枚签章。请向签发机关核实其签章的 SHA-256 指纹。',
    en: 'This system does not know this seal. Ask the issuing agency to confirm the SHA-256 fingerprint of its seal.',
  },
};
