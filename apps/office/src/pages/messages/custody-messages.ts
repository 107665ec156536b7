import type { MessageCatalogue } from '#platform';

/** Texts of hand-overs, places, labels and scanning. */
export const custodyPageMessages: MessageCatalogue = {
  'nav.locations': { zh: '库位', en: 'Locations' },
  'nav.scan': { zh: '扫码', en: 'Scan' },
  'offer.title': { zh: '提出移交', en: 'Offer a hand-over' },
  'offer.lead': {
    zh: '选择您手中的物品和接收的保管员。接收人清点之前，物品仍由您负责。',
    en: 'Choose goods that you hold and the custodian who receives them. They stay with you until the receiver has counted them.',
  },
  'offer.goods': { zh: '1. 物品', en: '1. Goods' },
  'offer.receiver': { zh: '2. 接收人与库位', en: '2. Receiver and location' },
  'offer.goes': { zh: '移交', en: 'Hand over' },
  'offer.goes-amount': { zh: '移交数量', en: 'Handed over' },
  'offer.seals': { zh: '封条号', en: 'Seals' },
  'offer.there': { zh: '现有', en: 'There is' },
  'offer.quantity': { zh: '移交数量', en: 'Amount' },
  'offer.quantity-of': { zh: '{{code}} 移交数量', en: 'Amount of {{code}}' },
  'offer.quantity-hint': {
    zh: '数量留空即移交全部。已在库的物品整行移交。',
    en: 'Leave the amount empty to hand over all of it. Stored goods go as a whole.',
  },
  'offer.whole': { zh: '整行', en: 'all' },
  'offer.more': {
    zh: '还有 {{count}} 行，请用搜索缩小范围。',
    en: '{{count}} more; narrow the list with the search.',
  },
  'offer.to-hint': {
    zh: '本单位或其他单位的保管员。曾参与查扣的人不能接收。',
    en: 'A custodian of your own or another agency; nobody who took part in the seizure.',
  },
  'offer.location-hint': {
    zh: '例如 甲区 3 架 1 层；接收人可以更改。',
    en: 'Such as A-3-1; the receiver can change it.',
  },
  'offer.no-lots': { zh: '请至少勾选一行物品。', en: 'Tick at least one line of goods.' },
  'offer.nothing': {
    zh: '您手中没有可移交的物品。执法人员的物品须先由另一名执法人员确认查扣；正在移交中的物品不再列出。',
    en: 'You hold nothing to hand over. A seizure needs the second officer’s confirmation first; goods in an open hand-over are not listed.',
  },
  'offer.check-hint': {
    zh: '提出前会再显示一次供核对。',
    en: 'You see everything once more before it is offered.',
  },
  'offer.check-title': { zh: '核对移交', en: 'Check the hand-over' },
  'offer.check-lead': {
    zh: '请与实物核对。提出后写入台账；接收人清点之前可以撤回。',
    en: 'Compare with the goods. Once offered it stands in the ledger; you can take it back until the receiver has counted.',
  },
  'offer.lines': { zh: '物品（{{count}} 行）', en: 'Goods ({{count}} lines)' },
  'offer.button': { zh: '提出移交', en: 'Offer' },
  'offer.button-hint': {
    zh: '提出后显示二维码，由接收人扫描。',
    en: 'You then get a QR code for the receiver to scan.',
  },
  'offer.how': {
    zh: '执法人员可移交本单位已确认查扣、尚未入库的物品；保管员可移交自己保管的物品。查扣后须在 24 小时内移交保管员。',
    en: 'Officers hand over goods of their agency’s confirmed seizures that are not stored yet; custodians what they keep. Goods go to a custodian within 24 hours of the seizure.',
  },
  'transfers.heading': { zh: '移交 {{code}}', en: 'Hand-over {{code}}' },
  'transfers.new': { zh: '提出移交', en: 'Offer a hand-over' },
  'transfers.next-offered': {
    zh: '下一步：接收人扫描二维码，清点后接收。',
    en: 'Next: the receiver scans the QR code, counts and receives.',
  },
  'transfers.next-awaiting-giver': {
    zh: '下一步：移交人登录后确认差异。确认之前物品不转移。',
    en: 'Next: the giver signs in and confirms the difference. Nothing moves before that.',
  },
  'transfers.next-accepted': {
    zh: '物品已由接收人保管。可打印标签贴在物品上。',
    en: 'The goods are in the receiver’s custody. Print labels for them.',
  },
  'transfers.next-refused': {
    zh: '物品仍在移交人处。需要时请重新提出移交。',
    en: 'The goods stay with the giver. Offer them anew if needed.',
  },
  'transfers.withdrawn': { zh: '移交人撤回', en: 'Taken back by the giver' },
  'transfers.withdraw': { zh: '撤回移交', en: 'Take the offer back' },
  'transfers.withdraw-lead': {
    zh: '撤回后物品留在您处，接收人不能再接收。',
    en: 'The goods stay with you, and the receiver can no longer receive them.',
  },
  'transfers.show': { zh: '请接收人扫描', en: 'Show this to the receiver' },
  'transfers.show-lead': {
    zh: '{{person}} 登录后扫描，或在“扫码”页输入下面的编号。',
    en: '{{person}} signs in and scans it, or types the number below on the Scan page.',
  },
  'transfers.qr': { zh: '移交 {{code}} 的二维码', en: 'QR code of hand-over {{code}}' },
  'transfers.scan': { zh: '扫描标签', en: 'Scan a label' },
  'transfers.scan-hint': {
    zh: '用扫码枪或摄像头扫描物品标签，或输入编号（LOT-…）；对应行会打勾。',
    en: 'Scan the label with a scanner or the camera, or type its number (LOT-…); its line is ticked.',
  },
  'transfers.scan-other': {
    zh: '这不是本次移交的物品。请核对标签，或扫描其他物品。',
    en: 'This is no label of goods in this hand-over. Check the label or scan another one.',
  },
  'events.scan-other': {
    zh: '这不是本次活动的物品。请核对标签，或扫描其他物品。',
    en: 'This is no label of goods of this event. Check the label or scan another one.',
  },
  'transfers.tick': { zh: '打勾', en: 'Tick' },
  'transfers.scanned': { zh: '已扫码', en: 'scanned' },
  'transfers.tally': { zh: '共 {{lines}} 行', en: 'Lines: {{lines}}' },
  'transfers.tally-counted': {
    zh: '{{agree}} 行一致 · {{short}} 行短缺 · {{more}} 行多出',
    en: '{{agree}} agree · {{short}} short · {{more}} more',
  },
  'transfers.tally-scanned': { zh: '已扫码 {{scanned}} / {{lines}}', en: '{{scanned}} of {{lines}} scanned' },
  'transfers.difference': { zh: '差', en: 'Difference' },
  'transfers.differences': { zh: '{{count}} 行有差异', en: '{{count}} lines differ' },
  'transfers.difference-short': {
    zh: '第 {{row}} 行 {{code}} 少 {{by}} {{unit}}：应收 {{offered}}，实收 {{received}}。',
    en: 'Line {{row}}, {{code}} is short by {{by}} {{unit}}: {{offered}} expected, {{received}} received.',
  },
  'transfers.difference-more': {
    zh: '第 {{row}} 行 {{code}} 多 {{by}} {{unit}}：应收 {{offered}}，实收 {{received}}。',
    en: 'Line {{row}}, {{code}} is more by {{by}} {{unit}}: {{offered}} expected, {{received}} received.',
  },
  'transfers.both-confirm': {
    zh: '差异须移交人和接收人共同确认：短缺记入“短缺待查”，多出的另立一行。',
    en: 'Giver and receiver both confirm a difference: what is short is booked as missing, what is more becomes a lot of its own.',
  },
  'transfers.all-agree': {
    zh: '{{count}} 行全部一致。请再核对一次封条和库位。',
    en: 'All {{count}} lines agree. Look at seals and location once more.',
  },
  'transfers.check': { zh: '核对清点结果', en: 'Check the count' },
  'transfers.accept-lead': {
    zh: '接收写入台账，不能撤销；物品即转由您保管。',
    en: 'Receiving goes into the ledger and can’t be undone; the goods are in your custody from then on.',
  },
  'transfers.accept-lead-differs': {
    zh: '您的清点写入台账。移交人确认差异后物品才转移；在此之前您可以重新清点。',
    en: 'Your count goes into the ledger. The goods move when the giver confirms the difference; until then you can count again.',
  },
  'transfers.receive-differs': { zh: '确认差异并提交清点', en: 'Confirm the difference and submit' },
  'transfers.count-again': { zh: '返回修改', en: 'Back to the count' },
  'transfers.recount': { zh: '重新清点', en: 'Count again' },
  'transfers.note-missing': {
    zh: '数量有差异或封条破损时，请在备注中说明。',
    en: 'Say in the note why the amount differs or what happened to the seal.',
  },
  'transfers.booked': { zh: '接收后的账', en: 'After acceptance' },
  'transfers.booked-shown': { zh: '本次移交的账', en: 'Booked by this hand-over' },
  'transfers.unit': { zh: '单位', en: 'Unit' },
  'transfers.surplus': { zh: '多出', en: 'more' },
  'transfers.limit': {
    zh: '查扣于 {{seized}}，24 小时内移交，即 {{due}} 前（{{left}}）',
    en: 'Seized {{seized}}; to be handed over within 24 hours, by {{due}} ({{left}})',
  },
  'transfers.limit-late': { zh: '已超期', en: 'Overdue' },
  'transfers.add-photo': { zh: '照片', en: 'Photos' },
  'transfers.steps': { zh: '台账记录', en: 'In the ledger' },
};
