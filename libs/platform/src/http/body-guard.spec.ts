import { DomainError } from '#kernel';
import { guardBody } from './body-guard.js';

const refusal = (text: string): DomainError | undefined => {
  try {
    guardBody(JSON.parse(text));
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
};

describe('the guard of request bodies', () => {
  it.each(['{}', '[]', '7', 'null', '{"a":[{"b":"c"}]}', `${'['.repeat(32)}${']'.repeat(32)}`])(
    'lets %s pass',
    (text) => expect(refusal(text)).toBeUndefined(),
  );

  it.each([33, 10_000])('refuses %d levels', (depth) => {
    const code = refusal('['.repeat(depth) + ']'.repeat(depth))?.code;
    expect(code).toBe('request.too-deep');
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses a field %s and says where it stands',
    (name) => {
      expect(refusal(`{"a/b":[{"${name}":1}]}`)?.fields[0]?.pointer).toBe(`/a~1b/0/${name}`);
    },
  );
});
