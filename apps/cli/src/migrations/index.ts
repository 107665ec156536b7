import { Ledger0001 } from './0001-ledger.js';
import { Identity0002 } from './0002-identity.js';
import { Evidence0003 } from './0003-evidence.js';
import { Seizures0004 } from './0004-seizures.js';
import { Custody0005 } from './0005-custody.js';
import { Batches0006 } from './0006-batches.js';
import { Destruction0007 } from './0007-destruction.js';
import { Certificates0008 } from './0008-certificates.js';
import { Publication0009 } from './0009-publication.js';
import { PublicSnapshots0010 } from './0010-public-snapshots.js';
import { EvidenceStore0011 } from './0011-evidence-store.js';
import { EvidenceCare0012 } from './0012-evidence-care.js';
import { BatchReminders0013 } from './0013-batch-reminders.js';
import { Concerns0014 } from './0014-concerns.js';
import { ReportContent0015 } from './0015-report-content.js';
import { PhotoExamination0016 } from './0016-photo-examination.js';
import { Passkeys0017 } from './0017-passkeys.js';
import { RevocationReason0018 } from './0018-revocation-reason.js';
import { RegistrationDrafts0019 } from './0019-registration-drafts.js';
import { EventDifferences0020 } from './0020-event-differences.js';
import { Audit0021 } from './0021-audit.js';

/** All migrations in their order; forward only. */
export const migrations = [
  Ledger0001,
  Identity0002,
  Evidence0003,
  Seizures0004,
  Custody0005,
  Batches0006,
  Destruction0007,
  Certificates0008,
  Publication0009,
  PublicSnapshots0010,
  EvidenceStore0011,
  EvidenceCare0012,
  BatchReminders0013,
  Concerns0014,
  ReportContent0015,
  PhotoExamination0016,
  Passkeys0017,
  RevocationReason0018,
  RegistrationDrafts0019,
  EventDifferences0020,
  Audit0021,
];
