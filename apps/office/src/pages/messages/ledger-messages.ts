import type { MessageCatalogue } from '#platform';

/** Texts of the pages about the ledger, its verification and bundles of it. */
export const ledgerMessages: MessageCatalogue = {
  'verification.title': { zh: '台账核验', en: 'Verification of the ledger' },
  'verification.lead': {
    zh: '逐条重算字节、叶、树、过账和余额，指出第一条不符的记录。',
    en: 'Bytes, leaves, tree, postings and balances are recomputed entry by entry; the first that is wrong is named.',
  },
  'verification.own': { zh: '用我的检查点核验', en: 'Verify against my checkpoint' },
  'verification.own-lead': {
    zh: '粘贴您先前下载并自行保管的检查点全文；留空则只核验台账自身。',
    en: 'Paste the whole checkpoint that you downloaded and kept. Without one, only the ledger itself is verified.',
  },
  'verification.own-file': { zh: '用检查点文件核验', en: 'Verify against a checkpoint file' },
  'verification.own-file-lead': {
    zh: '不必粘贴，直接选择您先前下载并自行保管的文件。',
    en: 'Instead of pasting, choose the file that you downloaded and kept.',
  },
  'verification.file': {
    zh: '检查点文件（.txt，不超过 4 kB）',
    en: 'Checkpoint file (.txt, at most 4 kB)',
  },
  'verification.file-button': { zh: '用文件核验', en: 'Verify against the file' },
  'verification.no-file': {
    zh: '还没有选择文件。请选择先前下载的检查点文件。',
    en: 'No file is chosen. Choose the checkpoint file that you downloaded.',
  },
  'verification.file-too-large': {
    zh: '文件超过 4 kB，不会是检查点。请选择先前下载的 checkpoint-….txt 文件。',
    en: 'The file is larger than 4 kB, so it is no checkpoint. Choose the file checkpoint-….txt that you downloaded.',
  },
  'verification.unreadable-file': {
    zh: '这个文件不是完整的检查点。请选择先前下载且未经改动的 checkpoint-….txt 文件。',
    en: 'This file is no whole checkpoint. Choose the file checkpoint-….txt as you downloaded it.',
  },
  'verification.button': { zh: '核验', en: 'Verify' },
  'verification.unreadable': {
    zh: '这不是完整的检查点。请粘贴下载文件的全部内容，包括空行和以“—”开头的签名行。',
    en: 'This is no whole checkpoint. Paste all of the file, with the empty line and the signature line that starts with a dash.',
  },
  'verification.unknown': {
    zh: '没有这次核验，或结果已不再保留。请重新核验。',
    en: 'There is no such verification, or its result is kept no longer. Verify again.',
  },
  'verification.running': { zh: '正在逐条重算……', en: 'Recomputing entry by entry …' },
  'verification.look': { zh: '查看进度', en: 'Look again' },
  'verification.failed': {
    zh: '核验中断，没有得出结论。请稍后重试；若仍中断，请告知管理员。',
    en: 'The verification broke off without a result. Try again later, and tell the administrator if it does again.',
  },
  'verification.result': { zh: '核验结果', en: 'Result' },
  'verification.ok': { zh: '全部相符', en: 'everything agrees' },
  'verification.bad': { zh: '{{count}} 处不符', en: '{{count}} problems' },
  'verification.yes': { zh: '相符', en: 'agrees' },
  'verification.no': { zh: '不符', en: 'differs' },
  'verification.unknown-own': { zh: '未比对', en: 'not compared' },
  'verification.no-own': {
    zh: '没有用您自己的检查点比对：末尾被截去或历史被整体改写无法发现。',
    en: 'No checkpoint of your own: a cut tail or a history rewritten as a whole would not be noticed.',
  },
  'verification.held-agrees': {
    zh: '与您保管的检查点一致（{{size}} 条）',
    en: 'Your checkpoint agrees ({{size}} entries)',
  },
  'verification.held-differs': {
    zh: '与您保管的检查点不一致（{{size}} 条）',
    en: 'Your checkpoint is contradicted ({{size}} entries)',
  },
  'verification.consistent': {
    zh: '从 {{from}} 到 {{to}} 条只有追加：一致性证明 {{hashes}} 个哈希值',
    en: 'From {{from}} to {{to}} entries the ledger only grew: consistency proof of {{hashes}} hashes',
  },
  'verification.recomputed': {
    zh: '{{size}} 条逐条重算，{{count}} 处不符，用时 {{seconds}} 秒',
    en: '{{size}} entries recomputed, {{count}} problems, {{seconds}} s',
  },
  'verification.first': { zh: '第一条不符的记录：#{{seq}}', en: 'First entry that is wrong: #{{seq}}' },
  'verification.first-none': {
    zh: '不符之处不属于某一条记录',
    en: 'What is wrong belongs to no single entry',
  },
  'verification.what-next': {
    zh: '请保存本页和您的检查点，停止使用系统，由管理员取出备份比对。',
    en: 'Keep this page and your checkpoint, stop using the system, and have a backup compared.',
  },
  'verification.problem': { zh: '问题', en: 'Problem' },
  'verification.expected': { zh: '应为', en: 'Expected' },
  'verification.found': { zh: '实为', en: 'Found' },
  'verification.problem-missing-entry': { zh: '记录缺失', en: 'entry missing' },
  'verification.problem-not-canonical': { zh: '字节不规范', en: 'bytes not canonical' },
  'verification.problem-entry-malformed': { zh: '内容不合规', en: 'entry malformed' },
  'verification.problem-leaf-changed': { zh: '记录被改动', en: 'entry changed' },
  'verification.problem-subject-version': { zh: '版本不连续', en: 'version out of order' },
  'verification.problem-columns-differ': { zh: '检索列与记录不符', en: 'columns differ from the entry' },
  'verification.problem-tile-differs': { zh: '树的分块不符', en: 'tile differs' },
  'verification.problem-head-differs': { zh: '树根不符', en: 'head differs' },
  'verification.problem-tail-missing': { zh: '末尾缺失', en: 'tail missing' },
  'verification.problem-checkpoint-contradicted': { zh: '与检查点矛盾', en: 'checkpoint contradicted' },
  'verification.problem-checkpoint-not-signed': {
    zh: '检查点签名不符',
    en: 'checkpoint not signed by this log',
  },
  'verification.problem-balance-differs': { zh: '余额不符', en: 'balance differs' },
  'verification.problem-unnumbered-entry': { zh: '记录没有编号', en: 'entry without a number' },
  'verification.how': {
    zh: '每次审计结束时下载检查点并自行保管；下次核验时粘贴，即可证明其间只有追加、没有删改。核验只读，不影响他人使用。',
    en: 'Download a checkpoint at the end of each audit and keep it yourself. Paste it next time: it proves that since then the ledger only grew. Verifying reads only and disturbs nobody.',
  },
  'ledger.entries-lead': {
    zh: '所有记录，按编号排列。每一条的哈希都可以凭包含证明核验。',
    en: 'Every entry in its order. Each hash can be checked by its inclusion proof.',
  },
  'ledger.entries-how': {
    zh: '按类型、对象（查扣、批次、活动、证明书编号、案号、物品编号或编码）、人员和时间查找；点击编号看全文和证明。CSV 含筛选出的全部记录。',
    en: 'Find by type, subject (number of a seizure, lot, batch, event, certificate or case, or an id), person and time; a number leads to the whole entry with its proof. CSV has everything that fits the filters.',
  },
  'ledger.number': { zh: '记录号', en: 'Entry' },
  'ledger.subject': { zh: '对象', en: 'Subject' },
  'ledger.person': { zh: '人员', en: 'Person' },
  'ledger.from': { zh: '记录时间自（2026-01-01）', en: 'Recorded from (2026-01-01)' },
  'ledger.to': { zh: '至（不含）', en: 'until (not included)' },
  'ledger.facts': { zh: '要点', en: 'Facts' },
  'ledger.content': {
    zh: '全文（原始 {{bytes}} 字节，此处分行显示）',
    en: 'Content ({{bytes}} bytes as hashed; shown with line breaks)',
  },
  'ledger.proof': { zh: '包含证明', en: 'Inclusion proof' },
  'ledger.proof-lead': {
    zh: '由记录哈希和以下哈希可算出 {{size}} 条记录的根哈希（RFC 9162）：',
    en: 'The hash of the entry and these hashes give the root of {{size}} entries (RFC 9162):',
  },
  'bundle.title': { zh: '审计包', en: 'Audit bundle' },
  'bundle.lead': {
    zh: '台账记录的原始字节、证明、检查点、证明书和离线核验程序。下载留痕。',
    en: 'Exact bytes of entries, proofs, checkpoint, certificates and a program that checks them offline. Downloads are logged.',
  },
  'bundle.link': { zh: '选择范围并下载', en: 'Choose and download' },
  'bundle.agency-outside': {
    zh: '该单位不在您的审计项目范围内。请从列表中选择，或由管理员扩大范围。',
    en: 'This agency is outside of your engagement. Choose one from the list, or have the engagement widened.',
  },
  'bundle.from': { zh: '起始', en: 'From' },
  'bundle.to': { zh: '截止（不含）', en: 'Until (not included)' },
  'bundle.time-hint': {
    zh: '格式 2026-01-01 或 2026-01-01 08:00；留空不限',
    en: 'Like 2026-01-01 or 2026-01-01 08:00; empty for no limit',
  },
  'bundle.case': { zh: '案号或查扣编号', en: 'Case number or number of a seizure' },
  'bundle.case-hint': { zh: '留空为全部案件', en: 'Empty for all cases' },
  'bundle.all-agencies': { zh: '审计范围内的全部单位', en: 'All agencies of the engagement' },
  'bundle.choose': { zh: '选择范围', en: 'Choose what to take' },
  'bundle.download': { zh: '下载（zip）', en: 'Download (zip)' },
  'bundle.contents': { zh: '包里有什么', en: 'What is in it' },
  'bundle.contents-entries': {
    zh: '台账记录的原始字节，每条附包含证明',
    en: 'Exact bytes of the entries, each with its inclusion proof',
  },
  'bundle.contents-checkpoint': {
    zh: '签名的检查点和台账公钥',
    en: 'Signed checkpoint and the public key of the log',
  },
  'bundle.contents-certificates': {
    zh: '销毁证明书（PDF）及其数据',
    en: 'Certificates of destruction (PDF) with their data',
  },
  'bundle.contents-check': {
    zh: '离线核验程序和说明；每个文件的 SHA-256',
    en: 'A program that checks everything offline, and how to run it; SHA-256 of every file',
  },
  'bundle.taken': { zh: '下载记录', en: 'Who took what' },
  'bundle.taken-none': { zh: '还没有人下载。', en: 'Nobody has taken a bundle yet.' },
  'bundle.what': { zh: '范围', en: 'What' },
  'bundle.when': { zh: '时间', en: 'When' },
  'bundle.size': { zh: '当时条数', en: 'Entries then' },
  'bundle.how': {
    zh: '包里不含姓名等个人信息和照片原件；照片的摘要在记录中。用 Node 20 以上运行 check.mjs 即可离线核验，不需要本系统。请用您以前保管的公钥核验，不要只用包里的。',
    en: 'A bundle has no names or other personal data and no photos; the hashes of photos stand in the entries. Run check.mjs with Node 20 or newer to check everything offline, without this system; give it the key that you kept, not only the one in the bundle.',
  },
};
