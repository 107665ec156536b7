export { publicationMessages } from './messages.js';
export { PublicationModule } from './publication.module.js';
export { ReportService } from './report.service.js';
export type { ReportCommand } from './report.service.js';
export { SnapshotService } from './snapshot.service.js';
export { TrustList } from './trust-list.service.js';
