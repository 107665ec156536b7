import { RegisterSeizureDto } from '../../seizures/dto/seizure.dto.js';
import { checked, instantIn, optionalText, text } from './form-values.js';

describe('a form', () => {
  it('takes times as they are written here, and leaves what is none for the check', () => {
    expect(instantIn('2026-11-18 08:50')).toBe('2026-11-18T00:50:00.000Z');
    expect(instantIn('2026-11-18  07:59')).toBe('2026-11-17T23:59:00.000Z');
    for (const wrong of ['', '18.11.2026', '2026-11-18', '2026-13-40 08:50', '2026-11-18 25:00']) {
      expect(instantIn(wrong)).toBe(wrong);
    }
  });

  it('has text without spaces around it, and no field for what was left empty', () => {
    expect(text({ a: ' b ' }, 'a')).toBe('b');
    expect(text({ a: ['b', 'c'] }, 'a')).toBe('');
    expect(optionalText('brand', '')).toEqual({});
    expect(optionalText('brand', '甲')).toEqual({ brand: '甲' });
  });

  it('is held to the rules of the interface, each wrong field named', async () => {
    const refused = await checked(RegisterSeizureDto, { caseNumber: '', lots: [{ category: 'x' }] }).catch(
      (error: { fields: { pointer: string }[] }) => error.fields.map(({ pointer }) => pointer),
    );
    expect(refused).toEqual(expect.arrayContaining(['/caseNumber', '/happened', '/lots/0/description']));
  });
});
