/** What every refusal of this lib says and how to mend it; `{{name}}` is a fact of the error. */
export const quantityMessages: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'quantity.not-text': {
    zh: '数量必须用带引号的文本填写，例如 "2356.3"，请勿使用 JSON 数字。',
    en: 'Send the amount as text in quotes, such as "2356.3", not as a JSON number.',
  },
  'quantity.empty': { zh: '请填写数量，例如 2356.3。', en: 'Enter an amount, such as 2356.3.' },
  'quantity.full-width': {
    zh: '数量“{{given}}”含有全角字符，请切换为半角数字和小数点，例如 2356.3。',
    en: 'The amount "{{given}}" has full-width characters. Type it with ASCII digits, such as 2356.3.',
  },
  'quantity.chinese-numerals': {
    zh: '数量“{{given}}”含有中文数字，请改用阿拉伯数字；“万”“亿”请选用相应的计量单位。',
    en: 'The amount "{{given}}" has Chinese numerals. Use digits 0 to 9, and choose a unit of ten thousands if need be.',
  },
  'quantity.negative': {
    zh: '数量不能为负数，请填写大于零的数量；数量减少请另作更正或短缺记录。',
    en: 'An amount cannot be negative. Enter one above zero; record less as a correction or a shortage.',
  },
  'quantity.plus-sign': {
    zh: '请去掉数量“{{given}}”前面的加号。',
    en: 'Remove the plus sign from the amount "{{given}}".',
  },
  'quantity.exponent': {
    zh: '请勿使用科学计数法“{{given}}”，请把数字完整写出，例如 1000。',
    en: 'Do not use an exponent ("{{given}}"). Write all digits, such as 1000.',
  },
  'quantity.thousands-separator': {
    zh: '请去掉数量“{{given}}”中的分隔符，只用小数点，例如 2356.3。',
    en: 'Remove the separators from the amount "{{given}}". Use a point for decimals only, such as 2356.3.',
  },
  'quantity.spaces': {
    zh: '请去掉数量前后的空格。',
    en: 'Remove the spaces before and after the amount.',
  },
  'quantity.bare-point': {
    zh: '数量“{{given}}”的小数点前后都要有数字，例如 0.5 或 5。',
    en: 'Put digits on both sides of the point in "{{given}}", such as 0.5, or write 5 alone.',
  },
  'quantity.leading-zeros': {
    zh: '请去掉数量“{{given}}”开头多余的零。',
    en: 'Remove the leading zeros from the amount "{{given}}".',
  },
  'quantity.not-a-decimal': {
    zh: '“{{given}}”不是数量。请只用数字和一个小数点，例如 2356.3，单位另行选择。',
    en: '"{{given}}" is not an amount. Use digits and one point only, such as 2356.3, and give the unit apart.',
  },
  'quantity.too-long': {
    zh: '数量超过 {{maxLength}} 个字符，请核对后重新填写。',
    en: 'The amount is longer than {{maxLength}} characters. Check it and enter it again.',
  },
  'quantity.too-large': {
    zh: '数量的整数部分超过 {{maxDigits}} 位，请核对，或选用更大的计量单位。',
    en: 'The amount has more than {{maxDigits}} digits before the point. Check it, or choose a larger unit.',
  },
  'quantity.too-many-decimals': {
    zh: '数量的小数超过 {{maxDecimals}} 位，请核对，或选用更小的计量单位。',
    en: 'The amount has more than {{maxDecimals}} decimals. Check it, or choose a smaller unit.',
  },
  'quantity.zero': {
    zh: '数量必须大于零，请填写实际数量。',
    en: 'The amount must be above zero. Enter what there is.',
  },
  'quantity.not-a-quantity': {
    zh: '请按 {"amount": "2356.3", "unit": "cig-carton"} 的形式填写数量和单位。',
    en: 'Give the quantity as {"amount": "2356.3", "unit": "cig-carton"}.',
  },
  'quantity.no-unit': {
    zh: '请从单位目录中选择计量单位代码，例如 cig-carton。',
    en: 'Choose a unit by its code from the catalogue, such as cig-carton.',
  },
  'quantity.amount-and-parts': {
    zh: '“amount/unit”与“parts”只能填写一种，请删去其中一种。',
    en: 'Give either amount and unit, or parts, not both.',
  },
  'quantity.no-parts': {
    zh: '“parts”至少要有一项数量和单位。',
    en: 'Give at least one amount with its unit in "parts".',
  },
  'quantity.too-many-parts': {
    zh: '一个数量最多分 {{most}} 项，请合并后填写。',
    en: 'A quantity has at most {{most}} parts. Add up parts of the same unit.',
  },
  'quantity.unknown-field': {
    zh: '不认识字段“{{field}}”，请删去或改正字段名。',
    en: 'The field "{{field}}" is not known. Remove it or correct its name.',
  },
  'quantity.unknown-unit': {
    zh: '单位代码“{{unit}}”不在目录中，请从 /api/v1/catalogue 中选择。',
    en: 'The unit "{{unit}}" is not in the catalogue. Choose one from /api/v1/catalogue.',
  },
  'quantity.unit-not-allowed': {
    zh: '该品类不能用“{{unitZh}}”计量，可用：{{allowedZh}}。',
    en: 'This category is not measured in "{{unitEn}}". Use one of: {{allowedEn}}.',
  },
  'quantity.unlike-parts': {
    zh: '“{{unitZh}}”与“{{otherZh}}”不能相加，请分别登记为两项。',
    en: '"{{unitEn}}" and "{{otherEn}}" cannot be added. Register them as two lots.',
  },
  'quantity.other-family': {
    zh: '该批物品按“{{baseZh}}”记账，不能改用“{{unitZh}}”，请换用可折算为“{{baseZh}}”的单位。',
    en: 'This lot is kept in "{{baseEn}}" and cannot be stated in "{{unitEn}}". Use a unit that converts to "{{baseEn}}".',
  },
  'quantity.not-whole': {
    zh: '该数量折算后不是“{{baseZh}}”的整数倍（最小 {{step}}）。最接近的是 {{below}} 或 {{above}} {{baseZh}}，请核对后重新填写。',
    en: 'This is not a whole number of steps of {{step}} in "{{baseEn}}". The nearest are {{below}} and {{above}} {{baseEn}}; check the count and enter it again.',
  },
  'quantity.ratio-missing': {
    zh: '“{{unitZh}}”内装多少因产品而异，请填写 unitRatio（num、den 和来源 source，例如箱唛）。',
    en: 'How much "{{unitEn}}" holds depends on the product. Give unitRatio: num, den and its source, such as the label.',
  },
  'quantity.ratio-not-allowed': {
    zh: '“{{unitZh}}”的折算比例是固定的，请删去 unitRatio。',
    en: 'The ratio of "{{unitEn}}" is fixed. Remove unitRatio.',
  },
  'quantity.ratio-ambiguous': {
    zh: '数量中有多个单位可适用 unitRatio，请拆成多项登记，每项只用一个此类单位。',
    en: 'More than one unit of this quantity could take unitRatio. Register lots with one such unit each.',
  },
  'quantity.ratio-not-whole-numbers': {
    zh: 'unitRatio 的 num 和 den 必须是 1 至 1000000000 的整数，例如每箱 6 瓶写作 num 6、den 1。',
    en: 'num and den of unitRatio must be whole numbers from 1 to 1000000000; six bottles a case is num 6, den 1.',
  },
  'quantity.ratio-without-source': {
    zh: '请写明 unitRatio 的来源（不超过 {{most}} 字），例如“箱体标签”。',
    en: 'Say where unitRatio is known from, in at most {{most}} characters, such as "label of the case".',
  },
  'quantity.not-a-ratio': {
    zh: '请按 {"num": 6, "den": 1, "source": "箱体标签"} 的形式填写 unitRatio。',
    en: 'Give unitRatio as {"num": 6, "den": 1, "source": "label of the case"}.',
  },
  'money.too-many-decimals': {
    zh: '金额最多两位小数（精确到分），请核对后重新填写。',
    en: 'A sum of money has at most two decimals. Check it and enter it again.',
  },
  'money.unknown-currency': {
    zh: '请用三个大写字母填写币种代码，例如 CNY。',
    en: 'Give the currency as three capital letters, such as CNY.',
  },
};
