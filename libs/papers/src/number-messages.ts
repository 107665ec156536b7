/** What to tell a person who mistyped the number of a certificate. */
export const numberMessages: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'certificate.number-shape': {
    zh: '这不是证明书编号。请输入类似 SLX-2026-000039-I 的编号，它印在证明书首页标题下方。',
    en: 'This is no certificate number. Enter a number like SLX-2026-000039-I; it stands below the title on the first page.',
  },
  'certificate.number-check': {
    zh: '编号 {{number}} 的校验字符不符，可能输错了一位。请对照证明书首页重新输入。',
    en: 'The check character of {{number}} does not match: one character may be mistyped. Compare it with the first page and enter it again.',
  },
};
