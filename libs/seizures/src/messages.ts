import type { MessageCatalogue } from '#platform';

/** What every refusal and gate of this lib says, and how to mend or open it. */
export const seizuresMessages: MessageCatalogue = {
  'seizure.unknown': {
    zh: '没有这次查扣，或您无权查看。请检查编号。',
    en: 'There is no such seizure, or it is not yours to see. Check the id.',
  },
  'seizure.two-officers': {
    zh: '查扣须由两名以上不同的执法人员进行，请在 officers 中填写至少两名。',
    en: 'A seizure is carried out by two different officers or more. Name at least two in officers.',
  },
  'seizure.registrar-not-named': {
    zh: '登记人须是本次查扣的执法人员，请在 officers 中填写本人。',
    en: 'Whoever registers a seizure is one of its officers. Name yourself in officers.',
  },
  'seizure.not-an-officer': {
    zh: '该人员不是本机关在职的执法人员，请从 /api/v1/people?role=officer 中选择。',
    en: 'This person is not an active officer of your agency. Choose one from /api/v1/people?role=officer.',
  },
  'seizure.refusal-reason-missing': {
    zh: '当事人拒绝签字时，请在 refusalReason 中写明情况。',
    en: 'Where the party refused to sign, say in refusalReason what happened.',
  },
  'seizure.already-registered': {
    zh: '这个编号的查扣已经登记。请换一个 id，或打开已登记的查扣。',
    en: 'A seizure with this id is registered already. Use a new id, or open the registered one.',
  },
  'seizure.lot-twice': {
    zh: '品类行编号 {{lot}} 已被使用。请为每一行使用新的 id。',
    en: 'The lot id {{lot}} is used already. Give each lot a new id.',
  },
  'seizure.already-confirmed': {
    zh: '本次查扣已由第二名执法人员确认（记录 {{entry}}），无需再次确认。',
    en: 'The second officer has confirmed this seizure already (entry {{entry}}). Nothing is left to do.',
  },
  'seizure.registrar-cannot-confirm': {
    zh: '登记人不能自行确认（双人执法规则，登记记录 {{entry}}）。请由另一名执法人员登录后本人确认。',
    en: 'Whoever registered the seizure (entry {{entry}}) cannot confirm it: two officers act. Let the other named officer sign in and confirm.',
  },
  'seizure.not-named': {
    zh: '只有登记时列名的执法人员可以确认（登记记录 {{entry}}）。请由列名的第二名执法人员确认。',
    en: 'Only an officer named at the registration (entry {{entry}}) may confirm. Ask the second named officer.',
  },
  'seizure.not-confirmed': {
    zh: '查扣尚未由第二名执法人员确认。请该执法人员登录并确认。',
    en: 'The second officer has not confirmed the seizure. Let that officer sign in and confirm it.',
  },
  'draft.unknown': {
    zh: '没有这份草稿，或已过期、已登记。请查看“查扣”页上的草稿，或重新登记。',
    en: 'There is no such draft: it expired or was registered. See your drafts on the page of seizures, or begin anew.',
  },
  'draft.changed-elsewhere': {
    zh: '这份草稿已在另一个窗口中保存。请打开那一份核对，或再次保存以本页内容为准。',
    en: 'This draft was saved in another window meanwhile. Open that one to compare, or save again to keep what stands here.',
  },
  'draft.too-many': {
    zh: '草稿已有 {{most}} 份。请先登记或删除一部分。',
    en: 'You have {{most}} drafts already. Register or delete some first.',
  },
  'lot.not-counted': {
    zh: '数量尚未清点（按标签、估计或未开箱登记）。请先开箱清点。',
    en: 'The quantity is not counted (label, estimate or sealed packages). Count it first.',
  },
  'lot.no-photo': {
    zh: '没有查扣阶段的照片。请为该行或其所在堆放上传查扣照片。',
    en: 'There is no photo of the seizure. Add one of the lot or of its pile, with stage=seizure.',
  },
  'lot.appraisal-missing': {
    zh: '此品类须经鉴定为假冒或伪劣。请录入鉴定结论。',
    en: 'Such goods need an appraisal as counterfeit or substandard. Record one.',
  },
  'lot.appraisal-genuine': {
    zh: '鉴定报告 {{report}} 认定为真品，不得销毁。请返还当事人，或录入新的鉴定结论。',
    en: 'Appraisal {{report}} found the goods genuine: they are not destroyed. Return them, or record a later appraisal.',
  },
  'lot.decision-missing': {
    zh: '尚无处理决定。请录入没收或直接销毁的决定。',
    en: 'There is no decision on these goods. Record one of confiscation or direct destruction.',
  },
  'lot.decision-not-final': {
    zh: '决定 {{number}} 于 {{finalAt}} 才生效，请待生效后再列入批次。',
    en: 'Decision {{number}} becomes final at {{finalAt}}. Wait until then.',
  },
  'lot.decision-return': {
    zh: '决定 {{number}} 要求返还，不得销毁。如已变更，请录入取代它的新决定。',
    en: 'Decision {{number}} returns the goods, so they are not destroyed. Where it was changed, record the decision that replaces it.',
  },
  'lot.on-hold': {
    zh: '处于处置冻结中（{{reason}}）。请待冻结解除。',
    en: 'A legal hold stands ({{reason}}). Wait until it is released.',
  },
  'lot.not-in-custody': {
    zh: '尚未由保管员接收入库，或已全部出库。请先办理移交入库。',
    en: 'Nothing of it is in custody. Let a custodian accept it into the store first.',
  },
  'appraisal.unknown': {
    zh: '没有这份鉴定，或您无权查看。请检查编号。',
    en: 'There is no such appraisal, or it is not yours to see. Check the id.',
  },
  'appraisal.already-recorded': {
    zh: '这个编号的鉴定已经录入。请换一个 id。',
    en: 'An appraisal with this id is recorded already. Use a new id.',
  },
  'decision.unknown': {
    zh: '没有这份决定，或您无权查看。请检查编号。',
    en: 'There is no such decision, or it is not yours to see. Check the id.',
  },
  'decision.already-recorded': {
    zh: '这个编号的决定已经录入。请换一个 id。',
    en: 'A decision with this id is recorded already. Use a new id.',
  },
  'decision.already-replaced': {
    zh: '该决定已被决定 {{decision}} 取代。请在 replaces 中填写现行有效的决定。',
    en: 'That decision was replaced by decision {{decision}} already. Name the one that stands in replaces.',
  },
  'decision.already-decided': {
    zh: '该行已有处置决定 {{number}}。如有变更，请在 replaces 中填写 {{decision}}。',
    en: 'Decision {{number}} disposes of this lot already. Where it was changed, name {{decision}} in replaces.',
  },
  'decision.more-than-lot': {
    zh: '各项决定合计超过该行登记数量（{{amount}} {{unit}}）。请核对各决定的数量。',
    en: 'The decisions together cover more than the lot holds ({{amount}} {{unit}}). Check their quantities.',
  },
  'decision.final-before-made': {
    zh: '生效时间早于作出决定的时间。请检查 finalAt 和 happened。',
    en: 'A decision cannot be final before it was made. Check finalAt and happened.',
  },
  'hold.unknown': {
    zh: '没有这项处置冻结，或您无权查看。请检查编号。',
    en: 'There is no such hold, or it is not yours to see. Check the id.',
  },
  'hold.already-placed': {
    zh: '这个编号的处置冻结已经设置。请换一个 id。',
    en: 'A hold with this id stands already. Use a new id.',
  },
  'hold.already-released': {
    zh: '该处置冻结已解除（记录 {{entry}}），无需再次解除。',
    en: 'This hold was released already (entry {{entry}}). Nothing is left to do.',
  },
};
