export { ConcernBox } from './concern-box.repository.js';
export { concernLimits, isConcernReference, readConcern } from './domain/concern.js';
export type { Concern } from './domain/concern.js';
export { PublishedCertificates } from './published-certificates.queries.js';
export type {
  FlowPart,
  KeptSnapshot,
  PublicEvent,
  PublicFlow,
  PublicSnapshot,
  PublicStock,
} from './domain/public-snapshot.js';
export { sumsByAgency, sumsByCategory, sumsByMethod, sumsByMonth, sumsByUnit } from './domain/sums.js';
export type { Sum } from './domain/sums.js';
export { PublicSnapshots } from './public-snapshots.queries.js';
export type {
  CodedName,
  Figure,
  Figures,
  PublicReport,
  PublishedCertificate,
  PublishedState,
} from './domain/published-certificate.js';
export type { Answer, Judgement, Question, Reason, Verdict } from './domain/judgement.js';
export { publishedMessages } from './messages.js';
export { formatDate, formatSpan, formatTime } from './domain/format.js';
export { siteDate, siteOffset } from './domain/site-time.js';
export { PublishedLog } from './published-log.queries.js';
export { PublishedPhotos } from './published-photos.queries.js';
export { PublishedModule } from './published.module.js';
export { TreeReader } from './tree-reader.js';
export { VerificationService } from './verification.service.js';
