import { DomainError } from '#kernel';
import { Messages, negotiateLanguage } from '../messages/messages.js';
import { problemOf } from './problem.js';

const messages = new Messages({
  'batch.list-changed': { zh: '清单已变更为 {{now}}', en: 'The list is now {{now}}' },
  'quantity.zero': { zh: '不能为零', en: 'Must not be zero' },
  'request.too-large': { zh: '太大', en: 'Too large' },
});

describe('a problem document', () => {
  it('carries a stable type without the lib, the sentence of the language and the facts', () => {
    const error = new DomainError('conflict', 'batch.list-changed', { now: '<b>{{seen}}</b>' });
    expect(problemOf(error, 'en', messages)).toMatchObject({
      type: 'urn:problem:list-changed',
      status: 409,
      detail: 'The list is now <b>{{seen}}</b>',
    });
    expect(problemOf(error, 'zh-CN', messages).detail).toContain('清单已变更');
  });

  it.each([
    ['invalid', 422],
    ['missing', 404],
    ['conflict', 409],
    ['refused', 403],
    ['busy', 503],
  ] as const)('maps %s to %i', (kind, status) => {
    expect(problemOf(new DomainError(kind, 'quantity.zero'), 'en', messages).status).toBe(status);
  });

  it('has statuses of their own for what HTTP knows by name', () => {
    expect(problemOf(new DomainError('invalid', 'request.too-large'), 'en', messages).status).toBe(413);
  });

  it('names every wrong field by pointer and sentence', () => {
    const fields = [{ pointer: '/lots/0/quantity', code: 'quantity.zero' }];
    const { errors } = problemOf(new DomainError('invalid', 'quantity.zero', {}, fields), 'zh-CN', messages);
    expect(errors).toEqual([{ pointer: '/lots/0/quantity', code: 'quantity.zero', detail: '不能为零' }]);
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.8', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['zh-TW', 'zh-CN'],
    ['en;q=0.3, zh;q=0.9', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['*', 'zh-CN'],
    [';;;q=x,,', 'zh-CN'],
  ])('for Accept-Language %p is %s', (header, language) => expect(negotiateLanguage(header)).toBe(language));
});
