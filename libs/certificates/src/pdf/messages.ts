import { numberMessages } from '#papers';

/** A sentence for every code of certificate numbers and of drawing; `{{fact}}` comes from the error's facts. */
export const pdfMessages: Record<string, { zh: string; en: string }> = {
  ...numberMessages,
  'certificate.renderer-busy': {
    zh: '正在生成的证明书太多，本次未生成。请稍后重试，编号和数据不会丢失。',
    en: 'Too many certificates are being drawn, so this one was not. Try again in a moment; its number and data are kept.',
  },
};
