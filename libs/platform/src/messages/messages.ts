import i18next, { type i18n } from 'i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Sentences of one lib: code → both languages; `{{fact}}` is filled from the facts of the error. */
export type MessageCatalogue = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** All sentences that the system says; a code that is missing is shown as itself and found by a test. */
export class Messages {
  private readonly i18n: i18n;
  readonly codes: ReadonlySet<string>;

  constructor(...catalogues: readonly MessageCatalogue[]) {
    const all = Object.assign({}, ...catalogues) as MessageCatalogue;
    this.codes = new Set(Object.keys(all));
    const resource = (language: 'zh' | 'en') =>
      Object.fromEntries(Object.entries(all).map(([code, sentences]) => [code, sentences[language]]));
    this.i18n = i18next.createInstance();
    void this.i18n.init({
      initAsync: false,
      resources: { 'zh-CN': { translation: resource('zh') }, en: { translation: resource('en') } },
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false, skipOnVariables: true },
    });
  }

  /** The sentence of `code` in `language`, with `facts` filled in. */
  say(language: Language, code: string, facts: Readonly<Record<string, string>> = {}): string {
    return this.i18n.t(code, { lng: language, ...facts });
  }
}

/** Picks zh-CN or en by an Accept-Language header (RFC 9110, 12.5.4); zh-CN where it names neither. */
export function negotiateLanguage(header: string | undefined): Language {
  const ranges = (header ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { range: range.toLowerCase(), q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ range, q }) => range !== '' && q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { range } of ranges) {
    if (range.startsWith('en')) return 'en';
    if (range.startsWith('zh') || range === '*') return 'zh-CN';
  }
  return 'zh-CN';
}
