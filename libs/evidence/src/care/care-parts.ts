import { Admission } from '../admission.service.js';
import { FaultQueries } from '../fault.queries.js';
import { QuotaQueries } from '../quota.queries.js';
import { ArrivalsRepository } from './arrivals.repository.js';
import { Copies } from './copies.service.js';
import { EvidenceCare } from './evidence-care.service.js';
import { EvidenceStatusQueries } from './evidence-status.queries.js';
import { Mending } from './mending.service.js';
import { Orphans } from './orphans.service.js';
import { Scrub } from './scrub.service.js';
import { WalkRepository } from './walk.repository.js';

/** What keeps evidence readable, and what uploads need of it. */
export const careParts = [
  Admission,
  ArrivalsRepository,
  Copies,
  EvidenceCare,
  EvidenceStatusQueries,
  FaultQueries,
  Mending,
  Orphans,
  QuotaQueries,
  Scrub,
  WalkRepository,
];
