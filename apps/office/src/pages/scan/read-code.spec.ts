import { readCode } from './read-code.js';

const id = '0199b0f2-1c00-7000-8000-0000abcd12ef';

describe('a scanned code', () => {
  it.each([
    ['LOT-2026-02218', { kind: 'lot', by: 'number', key: 'LOT-2026-02218' }],
    [' lot-2026-02218\n', { kind: 'lot', by: 'number', key: 'LOT-2026-02218' }],
    ['ＬＯＴ－２０２６－０２２１８', { kind: 'lot', by: 'number', key: 'LOT-2026-02218' }],
    ['CK-2026-0407', { kind: 'seizure', by: 'number', key: 'CK-2026-0407' }],
    ['yj-abcd12ef', { kind: 'transfer', by: 'number', key: 'YJ-ABCD12EF' }],
    ['PC-2026-0061', { kind: 'batch', by: 'number', key: 'PC-2026-0061' }],
    ['HD-2026-0044', { kind: 'event', by: 'number', key: 'HD-2026-0044' }],
    ['SLX-2026-000039-K', { kind: 'certificate', by: 'number', key: 'SLX-2026-000039-K' }],
    [`http://127.0.0.1:3000/lots/${id}`, { kind: 'lot', by: 'id', key: id }],
    [`https://old.example/transfers/${id.toUpperCase()}?lang=en`, { kind: 'transfer', by: 'id', key: id }],
    [
      'https://public.example/c/SLX-2026-000039-K',
      { kind: 'certificate', by: 'number', key: 'SLX-2026-000039-K' },
    ],
  ])('%s is understood', (typed, code) => expect(readCode(typed)).toEqual(code));

  it.each([
    '',
    'hello',
    'LOT-2026-1',
    'https://evil.example/',
    `https://evil.example/a/lots/${id}`,
    'https://x.example/lots/not-an-id',
    'javascript:alert(1)',
    `ftp://x.example/lots/${id}`,
    '6901028000000',
  ])('%s is none of ours', (typed) => expect(readCode(typed)).toBeUndefined());
});
