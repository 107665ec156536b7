import type { MessageCatalogue } from '#platform';

/** Everything that batches refuse or warn about, and what to do then. */
export const batchesMessages: MessageCatalogue = {
  'batch.unknown': {
    zh: '没有这个批次，或您无权查看。请检查编号。',
    en: 'There is no such batch, or it is not yours to see. Check the id.',
  },
  'batch.version-unknown': {
    zh: '该批次没有这一版冻结清单。请先提交，或检查版本号。',
    en: 'The batch has no such frozen list. Submit it first, or check the version.',
  },
  'batch.id-taken': {
    zh: '这个编号已用于另一份清单。修改清单请用 PUT，新建请换一个编号。',
    en: 'This id belongs to another list already. Change a list with PUT, or choose a new id.',
  },
  'batch.other-id': {
    zh: '正文中的 id 与地址中的不一致。请删去 id 或改为同一编号。',
    en: 'The id in the body is not the one in the address. Leave it out, or make them the same.',
  },
  'batch.wrong-list': {
    zh: '清单有误，请按下列各项改正后重新保存。',
    en: 'The list is not right. Correct the fields named below and save it again.',
  },
  'batch.site-twice': {
    zh: '销毁点“{{site}}”重复。每个销毁点只列一次。',
    en: 'The site "{{site}}" is listed twice. List every site once.',
  },
  'batch.lot-twice': {
    zh: '同一批号只能列一次。请合并数量或删去一行。',
    en: 'A lot can stand in a list once only. Merge the quantities or take one line out.',
  },
  'batch.site-missing': {
    zh: '有多个销毁点时，每行须写明销毁点（{{sites}}）。',
    en: 'With several sites every line names its own. Choose one of: {{sites}}.',
  },
  'batch.site-unknown': {
    zh: '清单没有销毁点“{{site}}”。请从 {{sites}} 中选择。',
    en: 'The list has no site "{{site}}". Choose one of: {{sites}}.',
  },
  'batch.empty': {
    zh: '清单中没有任何批。请先加入批次货物再提交。',
    en: 'The list holds no lots. Add some before you submit it.',
  },
  'batch.blocked': {
    zh: '清单中有的批还不能列入，原因见下。请处理后再提交，或从清单中移出。',
    en: 'Some lots may not enter yet, for the reasons below. Clear them up or take the lots out, then submit again.',
  },
  'batch.not-enough': {
    zh: '要求 {{asked}} {{unit}}，在库可用仅 {{available}} {{unit}}。请减少数量。',
    en: '{{asked}} {{unit}} are asked for, but only {{available}} {{unit}} are in custody and free. Ask for less.',
  },
  'batch.beyond-decision': {
    zh: '要求 {{asked}} {{unit}}，决定准予销毁的尚余 {{decided}} {{unit}}。请减少数量或补充决定。',
    en: '{{asked}} {{unit}} are asked for, but decisions leave {{decided}} {{unit}} to destroy. Ask for less, or record a further decision.',
  },
  'batch.lot-taken': {
    zh: '该批已全部列入其他批次。请待该批次撤回、退回或剔除后再列入。',
    en: 'All of this lot is in another batch. It is free again when that batch is withdrawn, rejected or excludes it.',
  },
  'batch.lot-gone': {
    zh: '该批已无在库数量（已处置或移出）。请从清单中移出。',
    en: 'Nothing of this lot is left in custody. Take it out of the list.',
  },
  'batch.not-open': {
    zh: '该批次不是草稿（当前状态：{{state}}），不能提交。修改清单后可再次提交；已结束的批次请另建。',
    en: 'The batch is {{state}}, so it cannot be submitted. Change its list first; where it has ended, make a new batch.',
  },
  'batch.ended': {
    zh: '该批次已结束（{{state}}），清单不能再改。请另建批次。',
    en: 'The batch has ended ({{state}}), so its list stays as it is. Make a new batch.',
  },
  'batch.not-frozen': {
    zh: '该批次没有有效的冻结清单（当前状态：{{state}}）。请先提交。',
    en: 'The batch has no frozen list in force (it is {{state}}). Submit it first.',
  },
  'batch.reopen-first': {
    zh: '清单已冻结，不能直接修改。请先重新打开该批次（各单位的决定随之作废），再修改。',
    en: 'The list is frozen and cannot be edited as it stands. Reopen the batch first (decisions on it become void), then edit.',
  },
  'batch.agency-not-awaited': {
    zh: '不需要等待该机关的决定（未列为审批机关，或已作出决定），无需催办。',
    en: 'No decision of this agency is waited for: it is not asked, or has decided. There is nothing to remind it of.',
  },
  'batch.reminded-lately': {
    zh: '已于 {{sent}} 催办过该机关，24 小时内只能催办一次。请待其处理，或直接联系。',
    en: 'This agency was reminded at {{sent}}, and once in 24 hours is enough. Wait, or call it.',
  },
  'batch.not-submitted': {
    zh: '该批次尚未提交，没有冻结清单。请先提交。',
    en: 'The batch was never submitted, so there is no frozen list. Submit it first.',
  },
  'batch.nothing-to-withdraw': {
    zh: '该批次没有在审或已批准的清单（当前状态：{{state}}），无需撤回。',
    en: 'The batch is {{state}}: there is no submitted or approved list to withdraw. Nothing needs to be done.',
  },
  'batch.event-planned': {
    zh: '该清单已安排销毁活动。请先取消活动，再修改或撤回清单。',
    en: 'A destruction event rests on this list. Cancel the event first, then change or withdraw the list.',
  },
  'batch.other-coordinator': {
    zh: '只有经办机关可以修改、提交或撤回该批次。请与经办机关联系。',
    en: 'Only the agency that runs the batch may change, submit or withdraw it. Ask that agency.',
  },
  'batch.not-awaiting-approval': {
    zh: '该批次不在待审批状态（当前状态：{{state}}）。请刷新页面查看最新情况。',
    en: 'The batch is {{state}} and awaits no decision. Open it again to see how it stands.',
  },
  'batch.agency-not-asked': {
    zh: '该批次不需要贵机关审批，您的决定未被记录。',
    en: 'This batch does not ask for your agency, so no decision was recorded. Leave it to the agencies named on it.',
  },
  'batch.list-changed': {
    zh: '清单在您查看后已变更。请重新打开，核对差异后再决定。',
    en: 'The list has changed since you saw it. Open it again, look at the difference, then decide.',
  },
  'batch.agency-decided': {
    zh: '贵机关已对该清单作出决定（记录 {{entry}}），同一机关只计一次。无需再次决定。',
    en: 'Your agency has decided on this list already (entry {{entry}}) and counts once. Nothing needs to be done.',
  },
  'batch.wrong-exceptions': {
    zh: '除外的批有误，请按下列各项改正。',
    en: 'The lots to except are not right. Correct the fields named below.',
  },
  'batch.lot-not-in-list': {
    zh: '该批不在清单中，或已被剔除。请从清单中选择。',
    en: 'This lot is not in the list, or has left it. Choose from the lots that are in it.',
  },
  'batch.except-everything': {
    zh: '不能除外全部货物。如不同意，请选择退回。',
    en: 'An approval cannot except every lot. To refuse the whole list, reject it.',
  },
  'batch.except-with-rejection': {
    zh: '退回针对整份清单，不能同时列出除外的批。请删去 except，或改为同意但除外。',
    en: 'A rejection is about the whole list. Leave "except" out, or approve with exceptions.',
  },
  'batch.reason-missing': {
    zh: '退回须写明理由。请填写 reason。',
    en: 'A rejection needs a reason. Fill in "reason".',
  },
};
