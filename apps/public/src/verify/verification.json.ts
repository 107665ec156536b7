import type { Language, Messages } from '#platform';
import type { Judgement, Reason } from '#published';

/** A judgement as JSON, its sentences in one language; codes and figures are the same in both. */
export function judgementJson(judgement: Judgement, language: Language, messages: Messages): object {
  const { verdict, title, number, certificate, proof, file, seals } = judgement;
  const say = ({ code, facts }: Reason) => messages.say(language, code, facts);
  return {
    verdict,
    title: say(title),
    reasons: judgement.reasons.map((reason) => ({ code: reason.code, detail: say(reason) })),
    number: number ?? null,
    state: certificate?.state ?? null,
    questions: judgement.questions.map(({ question, answer, detail }) => ({
      id: question,
      question: messages.say(language, `verify.question-${question}`),
      answer,
      detail: say(detail),
    })),
    ...(certificate && {
      issuedAt: certificate.issuedAt,
      stateAt: certificate.stateAt,
      agency: certificate.agency,
      replacedBy: certificate.replacedBy ?? null,
      revisions: certificate.revisions,
      figures: certificate.figures ?? null,
    }),
    ...(file && { file }),
    ...(seals.length > 0 && { seals }),
    ...(proof && { proof }),
  };
}
