import type { Catalogue } from '#catalogue';
import type { Instant } from '#kernel';
import { formatDate, formatTime } from '#published';
import { formatAmount, formatQuantity, type Quantity } from '#quantity';
import type { Language, Messages } from '#platform';

type Names = { readonly zh: string; readonly en: string };

/** How a page says things: sentences by code, names of the catalogue, amounts and moments for reading. */
export function wordsOf(language: Language, messages: Messages, catalogue: Catalogue) {
  const short = language === 'en' ? 'en' : 'zh';
  const named = (rows: ReadonlyMap<string, { readonly name: Names }>) => (code: string) =>
    rows.get(code)?.name[short] ?? code;
  return {
    language,
    t: (code: string, facts: Readonly<Record<string, unknown>> = {}) =>
      messages.say(language, code, Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, String(v)]))),
    name: (names: Names) => names[short],
    unit: named(catalogue.units),
    category: named(catalogue.categories),
    method: named(catalogue.methods),
    /** Categories that take goods, for a list to choose from. */
    categories: [...catalogue.categories.values()]
      .filter((one) => one.selectable && !one.disabled)
      .map((one) => ({ value: one.code, text: one.name[short] })),
    amount: (value: string | number) => formatAmount(String(value)),
    quantity: (value: Quantity) => formatQuantity(value, (code) => catalogue.units.get(code), short),
    time: (instant: Instant) => formatTime(instant),
    date: (instant: Instant) => formatDate(instant),
  };
}

export type Words = ReturnType<typeof wordsOf>;
