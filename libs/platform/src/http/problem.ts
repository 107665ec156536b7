import { DomainError, type ErrorKind } from '#kernel';
import type { Language, Messages } from '../messages/messages.js';

/** An RFC 9457 problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly requestId?: string;
}

const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  missing: 404,
  conflict: 409,
  refused: 403,
  busy: 503,
};

const statusOfCode: Readonly<Record<string, number>> = {
  'request.not-json': 400,
  'request.key-not-uuid': 400,
  'session.sign-in-required': 401,
  'session.session-ended': 401,
  'session.wrong-credentials': 401,
  'request.too-large': 413,
  'photo.too-large': 413,
  'document.too-large': 413,
  'upload.too-slow': 408,
  'upload.cut': 400,
  'verify.too-large': 413,
  'verify.cut': 400,
  'request.unsupported-media-type': 415,
  'request.too-many': 429,
  'session.slow-down': 429,
  'upload.person-quota': 429,
  'problem.method-not-allowed': 405,
};

const titles: Record<number, { 'zh-CN': string; en: string }> = {
  400: { 'zh-CN': '请求有误', en: 'Bad request' },
  401: { 'zh-CN': '需要登录', en: 'Sign in needed' },
  403: { 'zh-CN': '不允许', en: 'Refused' },
  404: { 'zh-CN': '没有找到', en: 'Not found' },
  405: { 'zh-CN': '不支持的操作', en: 'Method not allowed' },
  408: { 'zh-CN': '请求超时', en: 'Request timeout' },
  409: { 'zh-CN': '与当前状态冲突', en: 'Conflict' },
  413: { 'zh-CN': '内容太大', en: 'Too large' },
  415: { 'zh-CN': '内容类型不支持', en: 'Unsupported media type' },
  422: { 'zh-CN': '内容不符合规则', en: 'Content breaks a rule' },
  429: { 'zh-CN': '请求过于频繁', en: 'Too many requests' },
  503: { 'zh-CN': '暂时繁忙', en: 'Busy' },
};

/** The problem document of an expected failure: `urn:problem:` + the code without its lib's prefix. */
export function problemOf(error: DomainError, language: Language, messages: Messages): Problem {
  const status = statusOfCode[error.code] ?? statusOf[error.kind];
  return {
    type: `urn:problem:${slugOf(error.code)}`,
    title: titles[status]![language],
    status,
    detail: messages.say(language, error.code, error.facts),
    ...(Object.keys(error.facts).length > 0 && { facts: error.facts }),
    ...(error.fields.length > 0 && {
      errors: error.fields.map(({ pointer, code, facts }) => ({
        pointer,
        code,
        detail: messages.say(language, code, facts),
      })),
    }),
  };
}

/** `batch.list-changed` → `list-changed`: the contract's types carry no lib names. */
function slugOf(code: string): string {
  return code.slice(code.indexOf('.') + 1);
}

/** The problem document of a bug: nothing of the cause is shown. */
export function unexpectedProblem(requestId: string, language: Language, messages: Messages): Problem {
  return {
    type: 'urn:problem:unexpected',
    title: language === 'en' ? 'Unexpected error' : '意外错误',
    status: 500,
    detail: messages.say(language, 'problem.unexpected', { requestId }),
    requestId,
  };
}
