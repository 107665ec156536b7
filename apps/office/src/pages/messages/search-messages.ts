import type { MessageCatalogue } from '#platform';

/** Texts of the search over everything. */
export const searchMessages: MessageCatalogue = {
  'search.everywhere': { zh: '全站搜索', en: 'Search everywhere' },
  'search.hint': { zh: '编号、案号、品牌…', en: 'Number, case, brand …' },
  'search.title': { zh: '搜索', en: 'Search' },
  'search.label': { zh: '编号、案号、品牌、品类、姓名', en: 'Number, case, brand, goods or person' },
  'search.button': { zh: '搜索', en: 'Search' },
  'search.lead': {
    zh: '输入编号可直接打开；输入案号、品牌、物品名称、地点或姓名，列出您可以查看的内容。',
    en: 'A whole number opens its page at once; a case number, brand, kind of goods, place or name lists what you may see.',
  },
  'search.none': {
    zh: '在您可以查看的范围内没有找到。请减少字数，或只输入编号中的数字部分。',
    en: 'Nothing found among what you may see. Try fewer characters, or only the digits of a number.',
  },
  'search.more': { zh: '全部{{group}}结果', en: 'All results: {{group}}' },
  'search.all-groups': { zh: '返回全部类别', en: 'Back to all groups' },
  'search.group-seizures': { zh: '查扣', en: 'Seizures' },
  'search.group-lots': { zh: '物品', en: 'Goods' },
  'search.group-batches': { zh: '销毁批次', en: 'Batches' },
  'search.group-events': { zh: '销毁活动', en: 'Events' },
  'search.group-certificates': { zh: '证明书', en: 'Certificates' },
  'search.group-people': { zh: '人员', en: 'People' },
  'search.about-seizures': { zh: '案号', en: 'Case number' },
  'search.about-lots': { zh: '物品', en: 'Goods' },
  'search.about-batches': { zh: '名称', en: 'Title' },
  'search.about-events': { zh: '地点', en: 'Site' },
  'search.about-certificates': { zh: '批次名称', en: 'Title of the batch' },
  'search.about-people': { zh: '姓名', en: 'Name' },
  'search.more-seizures': { zh: '查扣地点', en: 'Place' },
  'search.more-lots': { zh: '品类', en: 'Category' },
  'search.more-batches': { zh: '单位', en: 'Agency' },
  'search.more-events': { zh: '地址', en: 'Address' },
  'search.more-certificates': { zh: '批次', en: 'Batch' },
  'search.more-people': { zh: '单位', en: 'Agency' },
  'search.how': {
    zh: '不分大小写和全角、半角；汉字按任意片段查找。查扣也可按决定书文号、鉴定报告号或执法人员姓名查找，物品也可按封条号、条码或品规查找。当事人姓名不参与搜索。结果只含您可以查看的内容。',
    en: 'Capitals and full-width characters make no difference, and any part of a word will do. Seizures are also found by the number of a decision or appraisal report or by an officer’s name, goods also by seal number, barcode or variety. Names of parties are not searched. Results hold only what you may see.',
  },
};
