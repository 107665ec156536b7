import { differenceTo, plainOf } from './amounts.js';

describe('amounts typed at the site', () => {
  it.each([
    ['1860', ['1860', '', ''], '0'],
    ['1860', ['1850', '8', '1'], '-1'],
    ['1640', ['1639.95', '', '0.1'], '0.05'],
    ['0.3', ['0.1', '0.2'], '0'],
    ['10', ['20', '', ''], '10'],
  ])('%s against %j differ by %s, exactly', (whole, parts, difference) => {
    expect(differenceTo(whole, parts)).toBe(difference);
  });

  it('are not compared while something is no number', () => {
    expect(differenceTo('10', ['ten', '', ''])).toBeUndefined();
    expect(differenceTo('10', ['-1'])).toBeUndefined();
  });

  it('are read as people type them', () => {
    expect(plainOf(' １,８60 ')).toBe('1860');
  });
});
