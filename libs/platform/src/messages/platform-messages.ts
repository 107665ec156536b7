import type { MessageCatalogue } from './messages.js';

export const platformMessages: MessageCatalogue = {
  'problem.database-away': {
    zh: '暂时连不上数据库。请几秒后用同一个请求编号重新发送；如果上次已经完成，会得到上次的结果。',
    en: 'The database can’t be reached just now. Send the request again under the same key in a few seconds; if it was carried out, you get its first answer.',
  },
  'problem.unexpected': {
    zh: '系统内部出错，没有任何更改。请稍后重试；若仍出现，请把请求编号 {{requestId}} 告诉管理员。',
    en: 'Something went wrong in the system; nothing was changed. Try again later; if it stays, give request number {{requestId}} to your administrator.',
  },
  'problem.not-found': {
    zh: '没有这个地址。请检查链接。',
    en: 'There is nothing at this address. Check the link.',
  },
  'problem.method-not-allowed': {
    zh: '此地址不支持这种操作。',
    en: 'This address does not take this kind of request.',
  },
  'request.not-json': {
    zh: '请求内容不是有效的 JSON。请检查后重新发送。',
    en: 'The request is not valid JSON. Mend it and send it again.',
  },
  'request.too-large': {
    zh: '请求内容太大，最多 {{limit}}。请拆分后再发送。',
    en: 'The request is too large; at most {{limit}}. Split it and send again.',
  },
  'request.too-deep': {
    zh: '请求内容嵌套超过 {{limit}} 层。请按接口说明的格式发送。',
    en: 'The request is nested more than {{limit}} levels deep. Send it in the form that the interface describes.',
  },
  'request.unsupported-media-type': {
    zh: '不支持此内容类型。请以 {{expected}} 发送。',
    en: 'This content type is not supported. Send {{expected}}.',
  },
  'request.too-many': {
    zh: '请求过于频繁。请等 {{seconds}} 秒后再试。',
    en: 'Too many requests. Wait {{seconds}} seconds and try again.',
  },
  'request.busy': {
    zh: '系统正忙，没有任何更改。请稍后重试。',
    en: 'The system is busy; nothing was changed. Try again in a moment.',
  },
  'request.invalid': {
    zh: '有内容填写不正确，请按各项提示修改。',
    en: 'Some content is wrong. Mend the fields named below.',
  },
  'request.key-reused': {
    zh: '这个编号已用于另一项内容不同的操作。请为新的操作换一个 Idempotency-Key 或 id。',
    en: 'This key was already used for other content. Use a new Idempotency-Key or id for a new act.',
  },
  'request.same-key-at-once': {
    zh: '同一编号的请求正在处理。请稍后再发送一次，即可得到第一次的结果。',
    en: 'A request with the same key is being processed. Send it again to get its result.',
  },
  'request.changed-meanwhile': {
    zh: '内容刚被他人更改。请重新打开后再操作。',
    en: 'This was changed by someone else just now. Open it again and repeat your act.',
  },
  'request.key-not-uuid': { zh: 'Idempotency-Key 必须是 UUID。', en: 'Idempotency-Key must be a UUID.' },
  'time.in-future': {
    zh: '发生时间晚于当前时间 5 分钟以上。请检查时间。',
    en: 'The time of the act lies more than 5 minutes in the future. Check it.',
  },
  'time.late-reason-missing': {
    zh: '发生时间距今超过 24 小时。请在 lateReason 中说明补录原因。',
    en: 'The act happened more than 24 hours ago. Say in lateReason why it is entered late.',
  },
  'time.implausible': {
    zh: '发生时间早于 2000 年，不可信。请检查。',
    en: 'A time before the year 2000 is not plausible. Check it.',
  },
  'time.not-an-instant': {
    zh: '时间必须写成 RFC 3339 UTC 格式，例如 2026-11-24T03:12:45.123Z。',
    en: 'A time must be RFC 3339 in UTC, for example 2026-11-24T03:12:45.123Z.',
  },
  'id.not-a-uuid': { zh: '编号必须是 UUID。', en: 'The id must be a UUID.' },
  'entry.malformed': { zh: '记录内容不符合台账格式。', en: 'The record does not fit the ledger format.' },
  'entry.unknown-type': {
    zh: '未知的记录类型 {{type}}（版本 {{version}}）。',
    en: 'Unknown entry type {{type}} (version {{version}}).',
  },
  'goods.not-enough': {
    zh: '可用数量不足：这些货物已被其他操作占用或不在此处。请重新查看余额后再操作。',
    en: 'Not enough goods: they are taken by another act or are not here. Look at the balances again.',
  },
  'page.bad-cursor': {
    zh: '翻页位置无效。请从第一页开始。',
    en: 'The paging cursor is not valid. Start from the first page.',
  },
};

/** Sentences for wrong fields, by the class-validator constraint that failed. */
export const fieldMessages: MessageCatalogue = {
  'field.whitelistValidation': { zh: '未知字段。请去掉。', en: 'Unknown field. Remove it.' },
  'field.isUuid': { zh: '必须是 UUID。', en: 'Must be a UUID.' },
  'field.isString': { zh: '必须是文字。', en: 'Must be text.' },
  'field.isNotEmpty': { zh: '不能为空。', en: 'Must not be empty.' },
  'field.maxLength': { zh: '太长：最多 {{limit}} 个字符。', en: 'Too long: at most {{limit}} characters.' },
  'field.minLength': { zh: '太短：至少 {{limit}} 个字符。', en: 'Too short: at least {{limit}} characters.' },
  'field.isLength': { zh: '长度不对。', en: 'The length is wrong.' },
  'field.isIn': { zh: '只能是：{{limit}}。', en: 'Must be one of: {{limit}}.' },
  'field.isArray': { zh: '必须是列表。', en: 'Must be a list.' },
  'field.arrayMinSize': { zh: '至少需要 {{limit}} 项。', en: 'At least {{limit}} item(s) needed.' },
  'field.arrayMaxSize': { zh: '最多 {{limit}} 项。', en: 'At most {{limit}} items.' },
  'field.arrayUnique': { zh: '不能重复。', en: 'Must not repeat an item.' },
  'field.isObject': { zh: '必须是对象。', en: 'Must be an object.' },
  'field.unknownValue': { zh: '必须是对象。', en: 'Must be an object.' },
  'field.nestedValidation': { zh: '必须是对象。', en: 'Must be an object.' },
  'field.isBoolean': { zh: '必须是 true 或 false。', en: 'Must be true or false.' },
  'field.isInt': { zh: '必须是整数。', en: 'Must be a whole number.' },
  'field.min': { zh: '最小为 {{limit}}。', en: 'Must be at least {{limit}}.' },
  'field.max': { zh: '最大为 {{limit}}。', en: 'Must be at most {{limit}}.' },
  'field.matches': { zh: '格式不对。', en: 'The format is wrong.' },
  'field.isInstant': {
    zh: '时间必须写成 RFC 3339 UTC 格式，例如 2026-11-24T03:12:45.123Z。',
    en: 'A time must be RFC 3339 in UTC, for example 2026-11-24T03:12:45.123Z.',
  },
  'field.isSha256': {
    zh: '必须是 64 位小写十六进制的 SHA-256。',
    en: 'Must be a SHA-256 as 64 lower-case hex digits.',
  },
  'field.isQuantity': {
    zh: '数量须为 {"amount":"2356.3","unit":"cig-carton"} 或 {"parts":[…]}，amount 为文字。',
    en: 'A quantity is {"amount":"2356.3","unit":"cig-carton"} or {"parts":[…]}; amount is text.',
  },
  'field.isCleanText': {
    zh: '含有不能使用的字符（控制字符或不完整的字符）。',
    en: 'Contains characters that can’t be used (control characters or half characters).',
  },
  'field.invalid': { zh: '内容不正确。', en: 'The value is wrong.' },
};
