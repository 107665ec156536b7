/** Sentences for the codes that text at intake can be refused with. */
export const textMessages: Record<string, { zh: string; en: string }> = {
  'text.unprintable': {
    zh: '字符“{{character}}”（{{codePoint}}）无法印在证明书上，请改用通用规范汉字、字母或在说明中注明其写法。',
    en: 'The character “{{character}}” ({{codePoint}}) can’t be printed on a certificate. Use a standard character or letter instead, and describe the original in the note.',
  },
};
