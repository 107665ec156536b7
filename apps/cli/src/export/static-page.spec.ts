import { copies, fileOf, staticPage } from './static-page.js';

const [zh, en] = copies;
const script = '/assets/check-file.js?v=1';
const site = { script, home: 'https://public.example' };
const page = (link: string) => `<html lang="en"><body><a href="${link}">x</a></body></html>`;

describe('the public site as files', () => {
  it.each([
    ['/', 'index.html'],
    ['/events', 'events/index.html'],
    ['/c/MR-2026-000001-2', 'c/MR-2026-000001-2/index.html'],
    ['/?unit=bottle', 'unit/bottle/index.html'],
  ])('keeps the address %s', (address, file) => {
    expect(fileOf(address, '')).toBe(file);
    expect(fileOf(address, '/en')).toBe(`en/${file}`);
  });

  it.each([
    ['/events?lang=en', '/en/events/'],
    ['/events?lang=zh-CN', '/events/'],
    ['/?unit=bottle&amp;lang=en#flow-card', '/en/unit/bottle/#flow-card'],
  ])('leads %s into the folder of its language', (from, to) => {
    expect(staticPage(page(from), zh, site)).toContain(`href="${to}"`);
  });

  it('keeps a link without a language in the language of its page, and files where they are', () => {
    expect(staticPage(page('/events/PC-1'), en, site)).toContain('href="/en/events/PC-1/"');
    expect(staticPage(page('/data/lines.csv'), en, site)).toContain('href="/data/lines.csv"');
    expect(staticPage(page('/log/checkpoint'), en, site)).toContain('href="/log/checkpoint"');
    expect(staticPage(page('/assets/public.css?v=1'), en, site)).toContain('href="/assets/public.css?v=1"');
  });

  it('tells the script once that no server answers forms', () => {
    const html = staticPage(page('/'), en, site);
    expect(html).toContain('<html data-static="/en" lang="en">');
    expect(staticPage(html, en, site).split(script)).toHaveLength(2);
  });

  it('leads to the living site where something is reported', () => {
    const html = staticPage(page('/concern?about=PC-1&amp;lang=en'), en, site);
    expect(html).toContain('href="https://public.example/concern?about=PC-1&amp;lang=en"');
  });
});
