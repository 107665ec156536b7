/** What every refusal and warning of this lib says and how to mend it; `{{name}}` is a fact of the error. */
export const catalogueMessages: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'category.unknown': {
    zh: '品类代码“{{category}}”不在目录中，请从 /api/v1/catalogue 中选择。',
    en: 'The category "{{category}}" is not in the catalogue. Choose one from /api/v1/catalogue.',
  },
  'category.not-selectable': {
    zh: '“{{categoryZh}}”是分组，不能登记数量，请选择其下的具体品类。',
    en: '"{{categoryEn}}" is a group and takes no quantity. Choose one of the categories under it.',
  },
  'category.disabled': {
    zh: '品类“{{categoryZh}}”已停用，请选择其他品类，或请管理员启用。',
    en: 'The category "{{categoryEn}}" is switched off here. Choose another one or ask an administrator.',
  },
  'category.no-method': {
    zh: '品类“{{categoryZh}}”没有可用的默认销毁方式，请为该行指定销毁方式。',
    en: 'The category "{{categoryEn}}" has no default method that may be chosen. Name a method for the line.',
  },
  'method.unknown': {
    zh: '销毁方式代码“{{method}}”不在目录中，请从 /api/v1/catalogue 中选择。',
    en: 'The method "{{method}}" is not in the catalogue. Choose one from /api/v1/catalogue.',
  },
  'method.prohibited': {
    zh: '“{{methodZh}}”为禁止的销毁方式，不得选用，请另选无害化方式。',
    en: '"{{methodEn}}" is forbidden and cannot be chosen. Choose a harmless method.',
  },
  'method.historic': {
    zh: '“{{methodZh}}”仅用于历史记录，新批次请选择实际的销毁方式。',
    en: '"{{methodEn}}" is kept for historic records only. Choose the method that will really be used.',
  },
  'method.disabled': {
    zh: '销毁方式“{{methodZh}}”已停用，请另选，或请管理员启用。',
    en: 'The method "{{methodEn}}" is switched off here. Choose another one or ask an administrator.',
  },
  'method.unsuitable': {
    zh: '“{{methodZh}}”未列为适合“{{categoryZh}}”的销毁方式，请确认或另选；继续提交将如实记入清单。',
    en: '"{{methodEn}}" is not listed as suitable for "{{categoryEn}}". Confirm or choose another; if kept, the list says so.',
  },
  'catalogue.row-without-code': {
    zh: '目录表 {{table}} 中有一行没有合格的代码，请用小写字母、数字和连字符填写 code。',
    en: 'A row of {{table}} has no proper code. Write code with lower-case letters, digits and hyphens.',
  },
  'catalogue.wrong-field': {
    zh: '目录表 {{table}} 的“{{row}}”行：字段 {{field}} 应为{{wantedZh}}，请改正。',
    en: 'Row "{{row}}" of {{table}}: the field {{field}} must be {{wantedEn}}. Correct it.',
  },
  'catalogue.unknown-field': {
    zh: '目录表 {{table}} 的“{{row}}”行：不认识字段 {{field}}，请删去或改正字段名。',
    en: 'Row "{{row}}" of {{table}}: the field {{field}} is not known. Remove it or correct its name.',
  },
  'catalogue.step-not-decimal': {
    zh: '单位“{{row}}”的 base_step 分母必须是 1、10、100 等，请改正。',
    en: 'The base_step of the unit "{{row}}" must have a denominator of 1, 10, 100 and so on. Correct it.',
  },
  'catalogue.duplicate-code': {
    zh: '目录表 {{table}} 中代码“{{row}}”重复，请改用新的代码。',
    en: 'The code "{{row}}" stands twice in {{table}}. Give one of the rows another code.',
  },
  'catalogue.unknown-reference': {
    zh: '目录表 {{table}} 的“{{row}}”行：{{field}} 指向的“{{other}}”不存在，请改正或先添加该行。',
    en: 'Row "{{row}}" of {{table}}: {{field}} names "{{other}}", which does not exist. Correct it or add that row first.',
  },
  'catalogue.base-of-other-family': {
    zh: '单位“{{row}}”与其基本单位“{{other}}”不属同一计量类，请选择同类的基本单位。',
    en: 'The unit "{{row}}" and its base unit "{{other}}" are of different families. Name a base unit of the same family.',
  },
  'catalogue.base-without-step': {
    zh: '单位“{{row}}”的基本单位“{{other}}”没有最小计量步长，或其自身不是基本单位，请补充 base_step 或另选。',
    en: 'The base unit "{{other}}" of "{{row}}" has no base_step or is no base unit itself. Add the step or name another one.',
  },
  'catalogue.base-not-one': {
    zh: '基本单位“{{row}}”的折算比例必须固定为 1/1，请改正。',
    en: 'The base unit "{{row}}" must have the fixed ratio 1/1. Correct it.',
  },
  'catalogue.not-a-base-unit': {
    zh: '品类“{{row}}”的“{{other}}”不是基本单位，请改用其基本单位。',
    en: '"{{other}}" of the category "{{row}}" is not a base unit. Name the base unit of its family.',
  },
  'catalogue.unit-not-listed': {
    zh: '品类“{{row}}”的 {{field}} 为“{{other}}”，但 allowed_units 中没有该单位，请补充。',
    en: 'The category "{{row}}" names "{{other}}" as {{field}} but not in allowed_units. Add it there.',
  },
  'catalogue.category-circle': {
    zh: '品类“{{row}}”经 parent 指回自身，请改正上级品类。',
    en: 'The category "{{row}}" leads back to itself by parent. Correct the parent.',
  },
  'catalogue.no-such-row': {
    zh: '目录表 {{table}} 中没有“{{row}}”，无法停用或启用，请核对代码。',
    en: 'There is no "{{row}}" in {{table}} to switch off or on. Check the code.',
  },
  'catalogue.unit-meaning-fixed': {
    zh: '内置单位“{{row}}”的计量类、基本单位和步长不能更改（已入账数量会改变含义），请另建新单位。',
    en: 'Family, base unit and step of the built-in unit "{{row}}" cannot change: booked quantities would change their meaning. Add a new unit.',
  },
  'catalogue.prohibition-stays': {
    zh: '“{{row}}”为法律禁止的销毁方式，不能改为可选，请另建合规的方式。',
    en: 'The method "{{row}}" is forbidden by law and cannot be made choosable. Add a lawful method instead.',
  },
  'catalogue.nothing-changes': {
    zh: '目录表 {{table}} 的“{{row}}”行已是这样，无需更改。',
    en: 'Row "{{row}}" of {{table}} is like this already. Nothing needs to be changed.',
  },
  'rule-pack.wrong-field': {
    zh: '规则包中 {{place}} 的内容缺失或不合格，请改正后重新载入。',
    en: 'The rule pack lacks a proper value at {{place}}. Correct it and load the pack again.',
  },
  'approval.responsible': {
    zh: '该机关是批次中案件的责任机关，须参加审批。',
    en: 'The agency is responsible for cases of this batch, so it must decide on it.',
  },
  'approval.category-lead': {
    zh: '该机关是批次中品类的主管机关，须参加审批。',
    en: 'The agency leads for categories of this batch, so it must decide on it.',
  },
  'approval.tobacco-needs-police': {
    zh: '批次中有烟草制品，须由公安机关会签。',
    en: 'The batch holds tobacco, so public security must decide on it.',
  },
  'approval.value-needs-finance': {
    zh: '批次估值超过限额，须由财政部门会签。',
    en: 'The estimated value passes the limit, so the finance department must decide on it.',
  },
  'approval.second-agency': {
    zh: '审批机关不足两家，须由生态环境部门会签。',
    en: 'Fewer than two agencies would decide, so ecology and environment must decide too.',
  },
  'approval.function-without-agency': {
    zh: '没有机关承担职能“{{function}}”，批次无法送审，请管理员先登记承担该职能的机关。',
    en: 'No agency has the function "{{function}}", so nobody could decide. Ask an administrator to register one.',
  },
  'approval.too-few-agencies': {
    zh: '联合审批至少需要 {{minimum}} 家机关，请管理员登记承担生态环境职能的机关。',
    en: 'Joint approval takes at least {{minimum}} agencies. Ask an administrator to register one for ecology.',
  },
};
