import type { MessageCatalogue } from '#platform';

const unknown = (zh: string, en: string) => ({
  zh: `没有这个${zh}，或您无权查看。请检查编号。`,
  en: `There is no such ${en}, or it is not yours to see. Check the id.`,
});

/** What is not there and what another agency may not see: one sentence, so that nobody learns which of the two. */
export const subjectMessages: MessageCatalogue = {
  'seizure.unknown': unknown('案件', 'seizure'),
  'appraisal.unknown': unknown('鉴定', 'appraisal'),
  'decision.unknown': unknown('决定', 'decision'),
  'hold.unknown': unknown('处置冻结', 'hold'),
  'transfer.unknown': unknown('移交', 'custody transfer'),
  'batch.unknown': unknown('销毁批次', 'destruction batch'),
  'event.unknown': unknown('销毁活动', 'destruction event'),
  'certificate.unknown': unknown('销毁证明书', 'certificate'),
};
