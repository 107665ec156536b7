import { lotIn } from './lot-in.js';

const id = '0199b0f2-1c00-7000-8000-0000abcd12ef';

describe('the lot in a scanned text', () => {
  it.each([
    [`http://127.0.0.1:3000/lots/${id}`, id],
    [`HTTPS://OLD.EXAMPLE/LOTS/${id.toUpperCase()}?lang=en`, id],
    ['LOT-2026-02218', 'lot-2026-02218'],
    ['ＬＯＴ－２０２６－０２２１８ ', 'lot-2026-02218'],
    ['CK-2026-0407', ''],
    [`http://127.0.0.1/transfers/${id}`, ''],
    ['', ''],
  ])('%s', (text, lot) => expect(lotIn(text)).toBe(lot));
});
