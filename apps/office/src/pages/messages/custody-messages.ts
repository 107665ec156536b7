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
  'locations.list': { zh: '库位', en: 'Locations' },
  'locations.list-lead': {
    zh: '物品存放在哪些库位，由谁保管。',
    en: 'Where goods are kept, and by whom.',
  },
  'locations.list-how': {
    zh: '库位在接收物品时填写。物品出库待销或移交后不再列出。点击库位查看物品。',
    en: 'A location is named when goods are received. Goods that left the store are no longer listed. Choose a location to see its goods.',
  },
  'locations.goods': { zh: '在库物品', en: 'Goods in store' },
  'locations.goods-lead': {
    zh: '每行一批：数量含已列入批次、尚未出库的部分。',
    en: 'One lot a line; amounts include what a batch has reserved and is still in the store.',
  },
  'locations.goods-how': {
    zh: '可按编号、品名、案号、库位搜索，或选择一个库位。CSV 含全部结果。',
    en: 'Search by number, description, case or location, or choose one location. The CSV has all results.',
  },
  'locations.custodian': { zh: '保管员', en: 'Custodian' },
  'locations.unnamed': { zh: '未注明', en: 'not named' },
  'labels.title': { zh: '物品标签', en: 'Labels' },
  'labels.lead': {
    zh: '打印带二维码的标签，贴在物品或包装上，扫描即可打开该批物品。',
    en: 'Print labels with QR codes for goods or packages; scanning one opens the lot.',
  },
  'labels.choose': { zh: '选择物品', en: 'Choose goods' },
  'labels.search': { zh: '编号、品名、案号或库位', en: 'Number, description, case or location' },
  'labels.print': { zh: '打印', en: 'Print' },
  'labels.more': {
    zh: '只显示前 200 行，请用搜索缩小范围。',
    en: 'Only the first 200 are shown; narrow the list with the search.',
  },
  'labels.size': { zh: '纸张', en: 'Paper' },
  'labels.sheet': { zh: 'A4 标签纸（3 × 8，70 × 37 毫米）', en: 'A4 sheet (3 × 8, 70 × 37 mm)' },
  'labels.single': { zh: '标签打印机（70 × 40 毫米）', en: 'Label printer (70 × 40 mm)' },
  'labels.skip': { zh: '首张已用的格数', en: 'Places used on the first sheet' },
  'labels.make': { zh: '生成标签', en: 'Make labels' },
  'labels.none-chosen': { zh: '请至少勾选一行物品。', en: 'Tick at least one line of goods.' },
  'labels.count': { zh: '{{count}} 个标签', en: '{{count}} labels' },
  'labels.print-lead': {
    zh: '请用浏览器的打印功能，选 A4、边距“无”、缩放 100%。页眉、页脚不打印。',
    en: 'Print with your browser: A4, no margins, scale 100%, without headers and footers.',
  },
  'labels.print-lead-single': {
    zh: '请用浏览器的打印功能，纸张 70 × 40 毫米、边距“无”、缩放 100%，每页一个标签。',
    en: 'Print with your browser: paper 70 × 40 mm, no margins, scale 100%; one label a page.',
  },
  'labels.qr': { zh: '{{code}} 的二维码', en: 'QR code of {{code}}' },
  'labels.of-transfer': { zh: '打印本次移交的标签', en: 'Print labels of this hand-over' },
  'labels.of-lot': { zh: '打印标签', en: 'Print the label' },
  'labels.how': {
    zh: '二维码含该批物品的网址；没有权限的人扫描后看不到任何内容。标签破损可随时重印。',
    en: 'The QR code holds the address of the lot; it shows nothing to people without rights. Print a damaged label again at any time.',
  },
  'scan.title': { zh: '扫码', en: 'Scan' },
  'scan.lead': {
    zh: '扫描物品标签、移交二维码、批次、活动或证明书编号，直接打开对应页面。',
    en: 'Scan a label, a hand-over, a batch, an event or a certificate to open its page.',
  },
  'scan.code-title': { zh: '扫描或输入', en: 'Scan or type' },
  'scan.code': { zh: '编号', en: 'Code' },
  'scan.code-hint': {
    zh: '例如 LOT-2026-02218、YJ-1A2B3C4D、PC-2026-0061、HD-2026-0044。扫码枪可直接扫入。',
    en: 'Such as LOT-2026-02218, YJ-1A2B3C4D, PC-2026-0061, HD-2026-0044. A hand-held scanner types it for you.',
  },
  'scan.open': { zh: '打开', en: 'Open' },
  'scan.start': { zh: '用摄像头扫描', en: 'Use the camera' },
  'scan.stop': { zh: '停止', en: 'Stop' },
  'scan.view': { zh: '摄像头画面', en: 'View of the camera' },
  'scan.looking': { zh: '请把二维码对准画面中央。', en: 'Hold the QR code before the camera.' },
  'scan.found': { zh: '已识别：', en: 'Found:' },
  'scan.no-camera': {
    zh: '无法使用摄像头：请在浏览器中允许使用，或在上面输入编号。',
    en: 'The camera can’t be used: allow it in your browser, or type the code above.',
  },
  'scan.unknown': {
    zh: '没有找到这个编号，或您无权查看。请核对后再试。',
    en: 'Nothing that you may see has this code. Check it and try again.',
  },
  'scan.not-ours': {
    zh: '这不是本系统的编号。请扫描标签上的二维码，或输入以 LOT-、YJ-、CK-、PC-、HD- 开头的编号或证明书编号。',
    en: 'This is no code of ours. Scan the QR code on the label, or type a number that begins with LOT-, YJ-, CK-, PC-, HD-, or a certificate number.',
  },
  'scan.how': {
    zh: '扫码枪相当于键盘：光标在输入框内即可扫描。摄像头画面只在本机识别，不会上传。',
    en: 'A hand-held scanner works like a keyboard: scan while the cursor is in the field. Camera pictures are read on this device and not sent anywhere.',
  },
};
