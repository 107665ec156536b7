const mebibyte = 1_048_576;

/** How evidence is looked after; everything has a default. */
export interface CareSettings {
  /** Value of EVIDENCE_COPY: a second store. */
  readonly copy?: string;
  /** Most megabytes (MiB) a second that the scrub reads. */
  readonly scrubMegabytesPerSecond?: number;
  /** Most megabytes that one person may send in 24 hours. */
  readonly personDailyMegabytes?: number;
  /** Most megabytes of photos and documents of one seizure. */
  readonly seizureMegabytes?: number;
}

/** The settings in bytes. */
export class CareOptions {
  readonly scrubBytesPerSecond: number;
  readonly personDailyBytes: number;
  readonly seizureBytes: number;

  constructor(settings: CareSettings) {
    this.scrubBytesPerSecond = (settings.scrubMegabytesPerSecond ?? 20) * mebibyte;
    this.personDailyBytes = (settings.personDailyMegabytes ?? 10_000) * mebibyte;
    this.seizureBytes = (settings.seizureMegabytes ?? 50_000) * mebibyte;
  }
}
