import type { MessageCatalogue } from '#platform';

export const publicationMessages: MessageCatalogue = {
  'publication.not-issued': {
    zh: '证明书 {{number}} 当前状态为 {{state}}，只有已签发且有效的证明书可以公布明细。',
    en: 'Certificate {{number}} is {{state}}; only figures of an issued certificate that stands can be published.',
  },
  'publication.already-prepared': {
    zh: '证明书 {{number}} 的公布已提交（记录 {{entry}}），请由第二人确认发布。',
    en: 'Publication of {{number}} was prepared already (entry {{entry}}); a second person has to release it.',
  },
  'publication.already-released': {
    zh: '证明书 {{number}} 的明细已经公布，无需再次操作。',
    en: 'The figures of {{number}} are published already; there is nothing left to do.',
  },
  'publication.not-prepared': {
    zh: '证明书 {{number}} 的公布尚未提交。请先由协调人提交，再确认发布。',
    en: 'Publication of {{number}} was not prepared yet. The coordinator prepares it first, then it can be released.',
  },
  'publication.second-person': {
    zh: '公布 {{number}} 须由另一人确认：您就是提交人（记录 {{entry}}）。',
    en: 'Someone else has to release {{number}}: you prepared it yourself (entry {{entry}}).',
  },
};
