import { builtInCatalogue, methodFor } from '#catalogue';
import { DomainError } from '#kernel';
import demo from './demo.json' with { type: 'json' };
import type { Story, StoryLine } from './story.js';

type DemoLine = Readonly<Record<string, string>> & { readonly category: string; readonly unit: string };

/** The two published events of the standing example; how they split over lines is made up and says so. */
export function demoStories(): Story[] {
  return demo.events.map((event) => {
    const sites = event.sites.map(({ code, name_zh: name, name_en: address }) => ({ code, name, address }));
    const lines = (event.lines as unknown as DemoLine[]).flatMap((line) =>
      sites.flatMap(({ code }) => lineAt(line, code)),
    );
    return {
      id: event.id,
      agency: event.agency,
      title: titles[event.id]!,
      place: '演示地点',
      method: methodOf(lines),
      sites,
      lines,
    };
  });
}

const titles: Record<string, string> = {
  'county-two-sites': '县局假冒伪劣商品集中销毁 (演示)',
  'district-tobacco': '涉烟违法物品公开销毁 (演示)',
};

function lineAt(line: DemoLine, site: string): StoryLine[] {
  const amount = line[site];
  if (amount === undefined || amount === '0') return [];
  const { category, unit, variety } = line;
  const description = `假冒${nameOf(category)} (演示)`;
  return [
    {
      category,
      description,
      ...(variety !== undefined && { variety }),
      amount,
      unit,
      site,
    },
  ];
}

/** The one method of all lines, or `mixed`: each line by that of its category. */
export function methodOf(lines: readonly StoryLine[]): string {
  const methods = new Set(lines.map(({ category }) => defaultMethod(category)));
  return methods.size === 1 ? [...methods][0]! : 'mixed';
}

/** The method that the catalogue gives a category by default; throws `missing` `category.unknown`. */
export function defaultMethod(code: string): string {
  const category = builtInCatalogue.categories.get(code);
  if (!category) throw new DomainError('missing', 'category.unknown', { category: code });
  return methodFor(builtInCatalogue, category).code;
}

export function nameOf(category: string): string {
  return builtInCatalogue.categories.get(category)?.name.zh ?? category;
}
