import { checkPassword, mayBeUsername, plainUsername } from './account.js';

describe('user names', () => {
  it('are kept in lower case', () => {
    expect(plainUsername('MR.Officer-1_b')).toBe('mr.officer-1_b');
    // The Kelvin sign is a K in lower case: it can't make a second account that looks the same.
    expect(plainUsername('\u212Aim')).toBe('kim');
  });

  const hostile: Record<string, string> = {
    empty: '',
    'one letter': 'a',
    'too long': 'a'.repeat(51),
    'a space': 'mr officer',
    'a space at the end': 'mr.officer ',
    'a dot at the start': '.mr',
    'a hyphen at the end': 'mr-',
    'a slash': 'mr/admin',
    'a quote': "mr'--",
    markup: '<b>mr</b>',
    NUL: 'mr\0admin',
    'a line break': 'mr\nadmin',
    'full-width letters': 'ｍｒ.admin',
    'Cyrillic letters that look Latin': 'аdmin',
    'a dotted capital I': '\u0130an',
    'Chinese characters': '张三',
    'a right-to-left mark': 'mr\u200Fadmin',
    'half a surrogate pair': 'mr\ud800x',
  };
  for (const [what, name] of Object.entries(hostile)) {
    it(`refuses ${what}`, () => {
      expect(() => plainUsername(name)).toThrow('person.username-malformed');
      expect(mayBeUsername(name)).toBe(false);
    });
  }
});

describe('passwords', () => {
  it('takes 12 characters of any kind, sentences and Chinese', () => {
    for (const password of [
      'aaaaaaaaaaaa',
      '            ',
      '查扣移交鉴定审批销毁证明',
      'correct horse battery',
    ]) {
      expect(() => checkPassword(password, 'one')).not.toThrow();
    }
  });

  it('counts characters, not code units: emoji do not count twice', () => {
    expect(() => checkPassword('😀'.repeat(11), 'one')).toThrow('password.too-short');
    expect(() => checkPassword('😀'.repeat(12), 'one')).not.toThrow();
    expect(() => checkPassword('e\u0301'.repeat(11), 'one')).toThrow('password.too-short');
  });

  it('refuses 11 and 201 characters, and says the limit at the field', () => {
    expect(() => checkPassword('a'.repeat(11), 'one', '/new')).toThrow(
      expect.objectContaining({
        facts: { limit: '12' },
        fields: [expect.objectContaining({ pointer: '/new' })],
      }),
    );
    expect(() => checkPassword('a'.repeat(201), 'one')).toThrow('password.too-long');
  });

  it('refuses the user name as password, in any case', () => {
    expect(() => checkPassword('Mr.Coordinator', 'mr.coordinator')).toThrow('password.is-username');
  });
});
