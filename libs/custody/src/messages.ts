import type { MessageCatalogue } from '#platform';

export const custodyMessages: MessageCatalogue = {
  'transfer.already-offered': {
    zh: '这个移交编号已被使用。请换一个编号。',
    en: 'A custody transfer with this id exists already. Choose another id.',
  },
  'transfer.to-oneself': {
    zh: '移交人和接收人必须是两个人。请选择另一位保管员。',
    en: 'Giver and receiver are two persons. Choose another custodian.',
  },
  'transfer.receiver-not-custodian': {
    zh: '接收人没有保管员角色。请选择一位保管员。',
    en: 'The receiver is no custodian. Choose a person with the role custodian.',
  },
  'transfer.lot-twice': {
    zh: '同一品类行出现了两次。请合并为一行。',
    en: 'The same lot stands here twice. Name it once.',
  },
  'transfer.cannot-offer': {
    zh: '有品类行不能移交，请按各行提示处理后再提交。',
    en: 'Some lots can’t be handed over. See what each line says, then offer again.',
  },
  'transfer.lot-in-transfer': {
    zh: '该品类行正在另一次移交中（{{transfer}}）。请先完成或撤回那次移交。',
    en: 'This lot is in another open transfer ({{transfer}}). Finish that one or take it back first.',
  },
  'transfer.not-with-you': {
    zh: '该品类行不在您手中：只有办案单位的执法人员或现任保管员可以移交。',
    en: 'These goods are not with you: only officers of the responsible agency or the custodian who keeps them hand them over.',
  },
  'transfer.nothing-left': {
    zh: '您手中已没有该品类行的货物可移交。请查看余额。',
    en: 'Nothing of this lot is left with you. Look at its balances.',
  },
  'transfer.more-than-there-is': {
    zh: '数量超过您手中的数量：现有 {{there}} {{unit}}。请减少数量。',
    en: 'That is more than you hold: {{there}} {{unit}} are there. Lower the quantity.',
  },
  'transfer.whole-only': {
    zh: '在库货物一行只有一位保管员，须整行移交：{{there}} {{unit}}。请去掉数量或填写全部数量。',
    en: 'A lot has one keeper, so stored goods change hands as a whole: {{there}} {{unit}}. Leave the quantity out or give all.',
  },
  'transfer.other-keeper': {
    zh: '该品类行的其余部分已由另一位保管员保管（{{custodian}}）。请移交给同一人。',
    en: 'Another custodian ({{custodian}}) already keeps the rest of this lot. Hand this part to the same person.',
  },
  'transfer.ended': {
    zh: '这次移交已经结束（{{state}}），不能再更改。如仍需移交，请重新发起。',
    en: 'This transfer has ended ({{state}}) and can’t be changed. Offer the goods anew if needed.',
  },
  'transfer.not-receiver': {
    zh: '只有指定的接收人可以清点接收。请由接收人本人登录操作。',
    en: 'Only the named receiver counts and accepts. Have that person sign in.',
  },
  'transfer.not-giver': {
    zh: '差异须由移交人本人确认。请由移交人登录操作。',
    en: 'The giver confirms the differences in person. Have that person sign in.',
  },
  'transfer.not-a-party': {
    zh: '只有移交人或接收人可以终止这次移交。',
    en: 'Only the giver or the receiver can end this transfer.',
  },
  'transfer.nothing-to-confirm': {
    zh: '没有待确认的差异。请等接收人清点。',
    en: 'There is no difference to confirm. Wait for the receiver’s count.',
  },
  'transfer.wrong-lines': {
    zh: '每个移交的品类行须恰好清点一次。请按各行提示修改。',
    en: 'Every offered lot is counted exactly once. Mend the lines named below.',
  },
  'transfer.line-not-offered': {
    zh: '该品类行不在这次移交中。请去掉。',
    en: 'This lot was not offered. Remove the line.',
  },
  'transfer.line-missing': {
    zh: '缺少一个移交的品类行（{{lot}}）。请清点；没有收到时填 0。',
    en: 'A lot that was offered is missing ({{lot}}). Count it; give 0 where nothing arrived.',
  },
};
