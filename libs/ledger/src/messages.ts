import type { MessageCatalogue } from '#platform';

export const ledgerMessages: MessageCatalogue = {
  'lot.unknown': {
    zh: '没有这个品类行，或您无权查看。请检查编号。',
    en: 'There is no such lot, or it is not yours to see. Check the id.',
  },
  'entry.unknown': {
    zh: '台账中没有这条记录。请检查编号。',
    en: 'The ledger has no such entry. Check the number.',
  },
  'proof.out-of-range': {
    zh: '证明范围不对：要求 0 ≤ seq < size ≤ {{size}}（台账当前大小）。',
    en: 'The range is wrong: 0 ≤ seq < size ≤ {{size}}, the present size of the ledger.',
  },
};
