import type { MessageCatalogue } from '#platform';

/** Texts of the form by which people report a concern. */
export const concernMessages: MessageCatalogue = {
  'page.error-prefix': { zh: '错误：', en: 'Error: ' },
  'page.concern': { zh: '反映问题', en: 'Report a concern' },
  'page.concern-lead': {
    zh: '发现应销毁的物品流回市场、证明书可疑、数字不符，请在此反映。可以匿名。内容只交给负责的机关，不会公开。',
    en: 'Goods that should be destroyed are on sale again, a certificate looks wrong, figures don’t fit: tell it here. You may stay anonymous. Only the agency in charge reads it; it is never made public.',
  },
  'page.concern-mend': { zh: '请更正后再提交', en: 'Mend this, then send it again' },
  'page.concern-body': { zh: '您要反映什么', en: 'What do you want to report' },
  'page.concern-body-hint': {
    zh: '时间、地点、物品、经过，最多 {{limit}} 字。不必写您自己的姓名',
    en: 'When, where, which goods, what happened; at most {{limit}} characters. You need not give your name',
  },
  'page.concern-about': {
    zh: '相关证明书或批次编号（可不填）',
    en: 'Number of the certificate or batch (optional)',
  },
  'page.concern-about-hint': {
    zh: '形如 SLX-2026-000039-I 或 PC-2026-0061；填写后直接交给该机关',
    en: 'Such as SLX-2026-000039-I or PC-2026-0061; it then goes straight to that agency',
  },
  'page.concern-contact': { zh: '联系方式（可不填）', en: 'How to reach you (optional)' },
  'page.concern-contact-hint': {
    zh: '只用于就此事联系您；处理完毕一年后连同内容一并删除',
    en: 'Used only to ask you about this; erased with the text a year after the matter is closed',
  },
  'page.concern-send': { zh: '提交', en: 'Send' },
  'page.concern-then': { zh: '提交之后', en: 'What happens then' },
  'page.concern-then-1': {
    zh: '写明编号的，交给签发证明书或经办批次的机关；未写明的，由运行机关转交。',
    en: 'With a number it goes to the agency that issued the certificate or runs the batch; without one the operator of this site passes it on.',
  },
  'page.concern-then-2': {
    zh: '该机关的经办人员阅读、核查，并记下处理结果。',
    en: 'Staff of that agency read it, look into it and note what came of it.',
  },
  'page.concern-then-3': {
    zh: '留有联系方式的，可能会与您联系；查询时请提供受理编号。',
    en: 'If you left a way to reach you, they may ask you back; quote the reference when you ask them.',
  },
  'page.concern-urgent': {
    zh: '正在发生的违法行为，请直接拨打 12315（市场监管）、12313（烟草）或 110。',
    en: 'If an offence is going on right now in China, call 12315 (market regulation), 12313 (tobacco) or 110.',
  },
  'page.concern-received': { zh: '已收到您反映的问题', en: 'Your report has arrived' },
  'page.concern-reference': { zh: '受理编号', en: 'Reference' },
  'page.concern-keep': {
    zh: '请记下这个编号。提交的内容不再显示，本站也读不到它。',
    en: 'Write this reference down. What you sent is not shown again: this site can’t read it.',
  },
  'page.concern-of-this': { zh: '对此有疑问？反映问题', en: 'Something wrong with this? Report a concern' },
  'concern.mend': { zh: '请更正标出的内容后再提交。', en: 'Mend what is marked, then send it again.' },
  'concern.too-short': {
    zh: '请把情况写清楚，至少 {{limit}} 个字。',
    en: 'Say what happened, in at least {{limit}} characters.',
  },
  'concern.too-long': {
    zh: '太长：最多 {{limit}} 个字。请缩短。',
    en: 'Too long: at most {{limit}} characters. Shorten it.',
  },
  'concern.not-text': {
    zh: '含有无法保存的字符。请删去特殊符号后再提交。',
    en: 'Holds characters that can’t be kept. Remove special signs, then send it again.',
  },
  'concern.full': {
    zh: '现在提交的人太多，您的内容没有保存。请保留文字，一小时后再提交，或拨打 12315。',
    en: 'Too many reports are arriving; yours was not kept. Keep your text and send it again in an hour, or call 12315.',
  },
  'concern.unknown': {
    zh: '没有这样的受理编号。请核对编号，形如 JB-7K3M-9Q2X。',
    en: 'There is no such reference. Check it; it looks like JB-7K3M-9Q2X.',
  },
  'concern.foreign-form': {
    zh: '这个表单不是从本站发出的，没有保存。请在本站“反映问题”页填写。',
    en: 'This form came from another site and was not kept. Use the page “Report a concern” of this site.',
  },
};
