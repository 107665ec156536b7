/** A sentence for every code of signing; `{{fact}}` is filled from the facts of the error. */
export const signingMessages: Record<string, { zh: string; en: string }> = {
  'certificates.base-unreadable': {
    zh: '待签章的文件不是本系统生成的 PDF（{{detail}}）。请重新生成证明书。',
    en: 'The file to be sealed is not a PDF that this system made ({{detail}}). Render the certificate again.',
  },
  'certificates.field-missing': {
    zh: '文件上没有名为“{{field}}”的签章栏。请确认该机关是须签章的机关。',
    en: 'The file has no signature field "{{field}}". Check that this agency is one of those asked to sign.',
  },
  'certificates.field-signed': {
    zh: '签章栏“{{field}}”已经签章。请查看最新版本，无需重复签章。',
    en: 'The signature field "{{field}}" is already signed. Look at the newest revision; it needs no second signature.',
  },
  'certificates.already-certified': {
    zh: '文件已有签发机关的认证签章。请改用会签，不要再次认证。',
    en: 'The file already carries the issuer’s certification seal. Countersign it instead of certifying it again.',
  },
  'certificates.signature-too-large': {
    zh: '签章有 {{needed}} 字节，预留的位置只有 {{room}} 字节。请检查签章证书链，然后重新准备签章。',
    en: 'The signature takes {{needed}} bytes, but only {{room}} are reserved. Check the seal’s certificate chain, then prepare the signature again.',
  },
  'certificates.signer-wrong': {
    zh: '签章服务对“{{field}}”返回的签章未通过核验（{{reasons}}）。文件未签发；请检查签章密钥与证书后重试。',
    en: 'The signature that the signer gave for "{{field}}" does not hold ({{reasons}}). Nothing was issued; check the seal’s key and certificate, then try again.',
  },
  'certificates.agency-code': {
    zh: '机关代码“{{code}}”不能用于签章。请使用 1 至 64 个字母、数字或连字符。',
    en: 'The agency code "{{code}}" can’t be used for a seal. Use 1 to 64 letters, digits or hyphens.',
  },
  'certificates.key-unreadable': {
    zh: '签章密钥文件 {{path}} 无法读取（{{detail}}）。请从备份恢复该文件后重试。',
    en: 'The seal’s key file {{path}} can’t be read ({{detail}}). Restore it from a backup, then try again.',
  },
};
