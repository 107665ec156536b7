import { DomainError } from '#kernel';
import { guardBody, guardQuery } from './body-guard.js';

const refusal = (text: string): DomainError | undefined => {
  try {
    guardBody(JSON.parse(text));
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
};

describe('the guard of request bodies', () => {
  it.each(['{}', '[]', '7', 'null', '{"a":[{"b":"c"}]}', `${'{"a":'.repeat(32)}1${'}'.repeat(32)}`])(
    'lets %s pass',
    (text) => expect(refusal(text)).toBeUndefined(),
  );

  it.each([33, 10_000])('refuses %d levels', (depth) => {
    const code = refusal(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)?.code;
    expect(code).toBe('request.too-deep');
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses a field %s and says where it stands',
    (name) => {
      expect(refusal(`{"a/b":[{"${name}":1}]}`)?.fields[0]?.pointer).toBe(`/a~1b/0/${name}`);
    },
  );

  it.each([
    ['{"lots":[[]]}', '/lots/0'],
    ['{"a":[{"b":["c",["d"]]}]}', '/a/0/b/1'],
    ['['.repeat(10_000) + ']'.repeat(10_000), '/0'],
  ])('refuses a list in a list, and says where it stands', (text, pointer) => {
    expect(refusal(text)?.fields).toEqual([{ pointer, code: 'field.isObject' }]);
  });
});

describe('the guard of queries', () => {
  it('lets what people search for pass, also where a name stands twice', () => {
    expect(() => guardQuery({ q: '示范 100%', limit: ['1', '2'], empty: '' })).not.toThrow();
  });

  it.each([
    [{ q: 'a\0b' }, '/q', 'field.isCleanText'],
    [{ q: ['a', '\0'] }, '/q', 'field.isCleanText'],
    [{ 'a\0': '1' }, '/a\0', 'field.isCleanText'],
    [{ constructor: '1' }, '/constructor', 'field.whitelistValidation'],
    [JSON.parse('{"__proto__":"1"}'), '/__proto__', 'field.whitelistValidation'],
  ])('refuses %j by the name of the parameter', (query, pointer, code) => {
    expect(() => guardQuery(query)).toThrow(expect.objectContaining({ fields: [{ pointer, code }] }));
  });
});
