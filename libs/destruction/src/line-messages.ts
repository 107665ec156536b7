import type { MessageCatalogue } from '#platform';

/** Sentences about single lines of an event. */
export const lineMessages: MessageCatalogue = {
  'event.wrong-lines': {
    zh: '有的行填写不正确，请按各行提示修改。',
    en: 'Some lines are wrong. Mend the fields named below.',
  },
  'event.cannot-stage': {
    zh: '有的品类行现在不能出库，请按各行提示处理。',
    en: 'Some lots can’t be counted out now. See what each line says.',
  },
  'event.line-unknown': {
    zh: '品类行 {{lot}} 不属于这次活动。请检查。',
    en: 'Lot {{lot}} is no line of this event. Check the id.',
  },
  'event.line-twice': {
    zh: '品类行 {{lot}} 出现了两次。请只写一次。',
    en: 'Lot {{lot}} stands here twice. Name it once.',
  },
  'event.line-excluded': {
    zh: '品类行 {{lot}} 已从批次剔除，留在库中。请去掉这一行。',
    en: 'Lot {{lot}} was excluded from the batch and stays in the store. Leave it out.',
  },
  'event.line-staged': {
    zh: '品类行 {{lot}} 已经出库清点，不能重复。',
    en: 'Lot {{lot}} has been counted out already.',
  },
  'event.not-keeper': {
    zh: '品类行 {{lot}} 不由您保管。请由其保管员（{{custodian}}）清点出库。',
    en: 'You do not keep lot {{lot}}. Its custodian ({{custodian}}) counts it out.',
  },
  'event.staging-sum': {
    zh: '出库 + 短缺须等于批准数量 {{allocated}} {{unit}}，现为 {{sum}}。请重新清点。',
    en: 'Staged plus short must be the approved {{allocated}} {{unit}}; it is {{sum}}. Count again.',
  },
  'event.reason-missing': {
    zh: '有短缺、缺失或过磅差时须说明原因。请填写 reason。',
    en: 'Where something is short, missing or differs on the scales, say why in reason.',
  },
  'event.line-not-staged': {
    zh: '品类行 {{lot}} 还没有出库清点。请先由保管员清点出库。',
    en: 'Lot {{lot}} has not been counted out of the store. Have its custodian stage it first.',
  },
  'event.line-without-result': {
    zh: '品类行 {{lot}} 还没有实际销毁结果。请记录。',
    en: 'Lot {{lot}} has no result yet. Record what became of it.',
  },
  'event.line-sum': {
    zh: '销毁 + 退回 + 缺失须等于出库数量 {{staged}} {{unit}}，现为 {{sum}}（差 {{difference}}）。请重新清点。',
    en: 'Destroyed plus returned plus missing must be the staged {{staged}} {{unit}}; it is {{sum}} (difference {{difference}}). Count again.',
  },
  'event.net-differs': {
    zh: '销毁量 {{destroyed}} 与过磅净重 {{netKg}} 千克不符。请填写过磅净重，或使各项之和等于出库数量。',
    en: 'Destroyed ({{destroyed}}) and the net weight ({{netKg}} kg) do not fit together. Give the net weight, or let the three sum to what was staged.',
  },
  'event.not-by-mass': {
    zh: '这批货物按件清点，没有过磅差。请如实登记返还和缺失。',
    en: 'These goods are counted, so scales do not matter. Record what is returned and missing.',
  },
  'event.within-tolerance': {
    zh: '过磅差在允许范围内，无需审批人确认，直接登记并写明原因即可。',
    en: 'The difference is within the tolerance: no confirmation is needed. Record it with its reason.',
  },
  'event.difference-changed': {
    zh: '您看到的过磅差已经变更。请重新打开核对后再签署。',
    en: 'The difference is not the one that you were shown. Open it again, then sign.',
  },
  'event.beyond-tolerance': {
    zh: '过磅差 {{difference}} {{unit}} 超出允许范围（出库 {{staged}}，实测 {{sum}}）。请重新过磅；确实缺少的记为缺失，否则须由审批人确认该差异。',
    en: 'The difference of {{difference}} {{unit}} is beyond the tolerance (staged {{staged}}, measured {{sum}}). Weigh again; record what is gone as missing, or let an approver confirm the difference.',
  },
  'event.lot-on-hold': {
    zh: '品类行 {{lot}} 已被冻结处置，不得销毁。请将其退回（returned），或等冻结解除。',
    en: 'Lot {{lot}} is on hold and must not be destroyed. Return it, or wait until the hold is released.',
  },
  'event.decision-gone': {
    zh: '品类行 {{lot}} 已没有允许销毁的有效决定。请将其退回（returned）。',
    en: 'No decision lets lot {{lot}} be destroyed any more. Return it.',
  },
  'event.recount-missing': {
    zh: '取消前须将已出库的品类行 {{lot}} 重新清点入库。请在 lines 中填写退回和缺失数量。',
    en: 'Lot {{lot}} has left the store. To cancel, count it back: give returned and missing in lines.',
  },
  'event.recount-sum': {
    zh: '退回 + 缺失须等于出库数量 {{staged}} {{unit}}，现为 {{sum}}。请重新清点。',
    en: 'Returned plus missing must be the staged {{staged}} {{unit}}; it is {{sum}}. Count again.',
  },
};
