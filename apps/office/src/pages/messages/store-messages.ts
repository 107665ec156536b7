import type { MessageCatalogue } from '#platform';

/** Texts of the pages about labels, places in the store and scanning. */
export const storeMessages: MessageCatalogue = {
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
