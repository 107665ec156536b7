import type { BaseConfig } from '#platform';
import type { CareSettings } from './care/care-options.js';
import type { EvidenceOptions } from './store/open-store.js';

/** The options of {@link EvidenceModule} as the environment gives them, the same for every application. */
export function evidenceOptionsOf(config: BaseConfig): EvidenceOptions & CareSettings {
  return {
    dataDirectory: config.DATA_DIR,
    ...(config.EVIDENCE_STORE && { store: config.EVIDENCE_STORE }),
    ...(config.EVIDENCE_COPY && { copy: config.EVIDENCE_COPY }),
    ...(config.EVIDENCE_SCRUB_MB_PER_SECOND !== undefined && {
      scrubMegabytesPerSecond: config.EVIDENCE_SCRUB_MB_PER_SECOND,
    }),
    ...(config.EVIDENCE_PERSON_DAILY_MB !== undefined && {
      personDailyMegabytes: config.EVIDENCE_PERSON_DAILY_MB,
    }),
    ...(config.EVIDENCE_SEIZURE_MB !== undefined && { seizureMegabytes: config.EVIDENCE_SEIZURE_MB }),
  };
}
