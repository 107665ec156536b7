import type { Language } from '#platform';
import type { PublicReport } from '#published';
import { formatAmount } from '#quantity';

type Say = (code: string) => string;
const stages = ['before', 'during', 'after'];
const counts = ['attendance', 'consultations', 'leaflets'] as const;

/** Photos with words in the reader's language, in Chinese where there are no others; and the counts that were given. */
export function presentReport(report: PublicReport, say: Say, language: Language) {
  return {
    photos: report.photos.map(({ sha256, stage, description: { zh, en } }) => ({
      sha256,
      stage: say(`page.stage-${stages.includes(stage) ? stage : 'other'}`),
      ...(language === 'en' && en !== undefined
        ? { description: en, language: 'en' }
        : { description: zh, language: 'zh-CN' }),
    })),
    counts: counts.flatMap((name) => {
      const amount = report[name];
      return amount === undefined
        ? []
        : [{ name: say(`page.${name}`), amount: formatAmount(String(amount)) }];
    }),
  };
}
