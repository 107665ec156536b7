import { DOMParser, XMLSerializer, type Element } from '@xmldom/xmldom';

/** What a chart says to whoever can't see it. */
export interface ChartWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Makes a drawing fit the content policy of this site, which allows no inline styles: styles become attributes, rules
 * for hovering and the library's own marks go; a title and a description are put in. Same drawing in, same bytes out.
 */
export function fitPolicy(svg: string, { id, title, description }: ChartWords): string {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = document.documentElement!;
  for (const element of [root, ...Array.from(root.getElementsByTagName('*'))]) clean(element);
  for (const style of Array.from(root.getElementsByTagName('style'))) style.parentNode!.removeChild(style);
  root.setAttribute('role', 'img');
  root.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  // The page sets the width; the height follows from the view box.
  root.removeAttribute('width');
  root.removeAttribute('height');
  const text = (tag: string, content: string, suffix: string): Element => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.setAttribute('id', `${id}-${suffix}`);
    element.appendChild(document.createTextNode(content));
    return element;
  };
  root.insertBefore(text('desc', description, 'desc'), root.firstChild);
  root.insertBefore(text('title', title, 'title'), root.firstChild);
  return new XMLSerializer().serializeToString(document).replace(/\n/g, '');
}

function clean(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  for (const rule of style.split(';')) {
    const [name = '', value = ''] = rule.split(/:(.*)/s).map((part) => part.trim());
    // The page's own fonts are used, so that text in charts looks like the text around it.
    if (name !== '' && name !== 'font-family') element.setAttribute(name, value);
  }
  for (const name of ['style', 'class', 'baseProfile', 'version']) element.removeAttribute(name);
  for (const { name } of Array.from(element.attributes))
    if (name.startsWith('ecmeta_')) element.removeAttribute(name);
}
