/** Languages of a copy: the first stands at the root, the other below its prefix. */
export const copies = [
  { language: 'zh-CN', prefix: '' },
  { language: 'en', prefix: '/en' },
] as const;
export type Copy = (typeof copies)[number];

/** Where an address of the site lies in the copy, and whether it is a page; `query` may hold only `unit`. */
export function fileOf(address: string, prefix: string): string {
  const { pathname, searchParams } = new URL(address, 'http://site.invalid');
  const unit = searchParams.get('unit');
  const folder = pathname === '/' && unit !== null ? `/unit/${unit}` : pathname.replace(/\/$/, '');
  return `${prefix}${folder}/index.html`.slice(1);
}

/**
 * A page for a copy without a server: links that name a language lead into that language's folder, and the page tells
 * the script that nobody answers forms. Links to files stay; concerns are reported at the living site, `home`.
 */
export function staticPage(
  html: string,
  own: Copy,
  { script, home }: { readonly script: string; readonly home: string },
): string {
  const linked = html.replace(/(href|action)="(\/[^"]*)"/g, (_, name: string, raw: string) => {
    return `${name}="${linkOf(raw.replaceAll('&amp;', '&'), own, home)}"`;
  });
  const marked = linked.replace('<html ', `<html data-static="${own.prefix || '/'}" `);
  return marked.includes(script)
    ? marked
    : marked.replace('</body>', `<script src="${script}" defer></script>\n</body>`);
}

const filePaths = /^\/(assets|charts|feeds|photos|data\/.+|log\/.+|verify\/files)/;

function linkOf(address: string, own: Copy, home: string): string {
  const { pathname, searchParams, search, hash } = new URL(address, 'http://site.invalid');
  if (filePaths.test(pathname)) return pathname + search + hash;
  if (pathname === '/concern') return (home + pathname + search).replaceAll('&', '&amp;');
  const asked = searchParams.get('lang');
  const copy = copies.find(({ language }) => language === asked) ?? own;
  return `/${fileOf(address, copy.prefix)}`.replace(/index\.html$/, '') + hash;
}
