import type { MessageCatalogue } from '#platform';

/** Texts of drafts of registrations, and of lists from files that go into them. */
export const draftMessages: MessageCatalogue = {
  'drafts.mine': { zh: '我的草稿', en: 'My drafts' },
  'drafts.unnamed': { zh: '尚无案号', en: 'no case number yet' },
  'drafts.item': {
    zh: '{{lines}} 行 · 保存于 {{saved}} · {{expires}} 过期删除',
    en: '{{lines}} lines · saved {{saved}} · deleted after {{expires}}',
  },
  'drafts.saved': { zh: '草稿于 {{time}} 保存在服务器', en: 'Draft saved on the server at {{time}}' },
  'drafts.on-device': {
    zh: '已保存在本设备，尚未到达服务器',
    en: 'Kept on this device, not on the server yet',
  },
  'drafts.session-ended': {
    zh: '登录已过期。内容已保存在本设备；请在新窗口登录，本页会自动续存。',
    en: 'Your session ended. Everything is kept on this device; sign in in another window and this page goes on saving.',
  },
  'drafts.sign-in': { zh: '在新窗口登录', en: 'Sign in in another window' },
  'drafts.elsewhere': {
    zh: '这份草稿已在另一个窗口中保存，本页停止自动保存。点“保存草稿”可以本页内容为准。',
    en: 'This draft was saved in another window, so this one stopped saving. Press “Save draft” to keep what stands here.',
  },
  'drafts.none-yet': { zh: '尚未保存', en: 'not saved yet' },
  'drafts.save': { zh: '保存草稿', en: 'Save draft' },
  'drafts.delete': { zh: '删除草稿', en: 'Delete the draft' },
  'drafts.found': {
    zh: '本设备上有一份未完成的登记（{{time}}，{{lines}} 行）。',
    en: 'This device has an unfinished registration ({{time}}, {{lines}} lines).',
  },
  'drafts.restored': {
    zh: '已恢复本设备上未送达服务器的内容。',
    en: 'What this device had kept was restored.',
  },
  'drafts.continue': { zh: '继续填写', en: 'Go on with it' },
  'drafts.discard': { zh: '丢弃', en: 'Discard it' },
  'form.registered-already': {
    zh: '这次查扣已经登记，不能再次提交。请打开已登记的查扣。',
    en: 'This seizure is registered already and is not submitted again. Open it.',
  },
  'import.title': { zh: '导入清单', en: 'Import a list' },
  'import.lead': {
    zh: '上传 .xlsx 或 .csv（不超过 5 MB、{{limit}} 行）。先试读，核对后再并入草稿，不会直接登记。',
    en: 'Upload .xlsx or .csv (5 MB and {{limit}} rows at most). It is read as a trial; only what you take over goes into the draft.',
  },
  'import.file': { zh: '选择文件', en: 'Choose a file' },
  'import.read': { zh: '试读', en: 'Read it' },
  'import.template': { zh: '下载模板（CSV）', en: 'Download a template (CSV)' },
  'import.button': { zh: '导入文件', en: 'Import a file' },
  'import.how': {
    zh: '读取第一张工作表。第一行有列名时自动对应，也可以自己改。类别和单位可写名称或代码，单位按类别识别。有错的行不会并入，除非您选择全部并入后再改。',
    en: 'The first sheet is read. Columns are matched by their names and can be changed. Categories and units may be names or codes; units are understood within the category. Wrong rows stay out unless you take all over to mend them.',
  },
  'import.check-title': { zh: '试读结果', en: 'What was read' },
  'import.check-lead': {
    zh: '尚未并入。请核对各列对应和有错的行。',
    en: 'Nothing is taken over yet. Check which column goes where, and the wrong rows.',
  },
  'import.columns': { zh: '各列对应', en: 'Which column goes where' },
  'import.column': { zh: '第 {{number}} 列', en: 'Column {{number}}' },
  'import.left-out': { zh: '不导入', en: 'Leave out' },
  'import.heading': { zh: '第一行是列名', en: 'The first row names the columns' },
  'import.again': { zh: '按此重新试读', en: 'Read again like this' },
  'import.errors': { zh: '有错的单元格', en: 'Wrong cells' },
  'import.row': { zh: '文件行号', en: 'Row of the file' },
  'import.cell': { zh: '列', en: 'Column' },
  'import.mend': { zh: '如何更正', en: 'How to mend it' },
  'import.more': { zh: '另有 {{count}} 处。', en: 'and {{count}} more.' },
  'import.preview': {
    zh: '预览（{{total}} 行中的前 {{count}} 行）',
    en: 'Preview ({{count}} of {{total}} rows)',
  },
  'import.row-good': { zh: '可并入', en: 'good' },
  'import.row-wrong': { zh: '有错', en: 'wrong' },
  'import.good': { zh: '{{count}} 行可并入', en: '{{count}} good rows' },
  'import.wrong': { zh: '{{count}} 行有错', en: '{{count}} wrong rows' },
  'import.take-hint': {
    zh: '并入草稿末尾，已填的行保留。',
    en: 'They go below the lines that the draft has already.',
  },
  'import.take-good': { zh: '并入 {{count}} 行', en: 'Take over {{count}} rows' },
  'import.take-all': {
    zh: '全部 {{count}} 行并入，在表中更正',
    en: 'Take over all {{count}} and mend them in the grid',
  },
  'import.taken': { zh: '已从文件并入 {{count}} 行。', en: '{{count}} rows taken over from the file.' },
  'import.too-large': {
    zh: '文件太大（上限 {{limit}}）。请拆分后分别导入。',
    en: 'The file is too large ({{limit}} at most). Split it and import the parts.',
  },
  'import.too-many-rows': {
    zh: '文件超过 {{limit}} 行。请拆分后分别导入。',
    en: 'The file has more than {{limit}} rows. Split it and import the parts.',
  },
  'import.unreadable': {
    zh: '无法读取。请另存为 .xlsx 或 .csv（UTF-8）后再试。',
    en: 'It can’t be read. Save it as .xlsx or .csv (UTF-8) and try again.',
  },
  'import.empty': {
    zh: '文件中没有内容。请核对后重新选择。',
    en: 'The file is empty. Check it and choose again.',
  },
  'import.column-twice': {
    zh: '有两列对应到同一列。请把其中一列改为“不导入”。',
    en: 'Two columns go to the same place. Leave one of them out.',
  },
  'import.nothing-good': {
    zh: '没有可以并入的行。请改正各列对应，或全部并入后在表中更正。',
    en: 'No row can be taken over. Change the columns, or take all over and mend them in the grid.',
  },
  'import.too-many-lines': {
    zh: '一次查扣最多 {{limit}} 行。请减少行数，或分成两次登记。',
    en: 'A seizure holds {{limit}} lines at most. Take fewer, or register two.',
  },
  'import.basis': {
    zh: '计数依据请写“清点”“标注”或“估计”。',
    en: 'Write counted, label or estimated.',
  },
};
