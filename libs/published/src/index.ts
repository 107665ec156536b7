export { PublishedCertificates } from './published-certificates.queries.js';
export type { Figures, PublishedCertificate, PublishedState } from './domain/published-certificate.js';
export type { Answer, Judgement, Question, Reason, Verdict } from './domain/judgement.js';
export { publishedMessages } from './messages.js';
export { siteOffset } from './domain/site-time.js';
export { PublishedLog } from './published-log.queries.js';
export { PublishedModule } from './published.module.js';
export { TreeReader } from './tree-reader.js';
export { VerificationService } from './verification.service.js';
