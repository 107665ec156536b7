import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { CareOptions, type CareSettings } from './care/care-options.js';
import { careParts } from './care/care-parts.js';
import { EvidenceCare } from './care/evidence-care.service.js';
import { EvidenceStatusQueries } from './care/evidence-status.queries.js';
import { SecondCopy } from './care/second-copy.js';
import { CheckpointCopies } from './checkpoint-copies.service.js';
import { DocumentIntake } from './document-intake.js';
import { DocumentService } from './document.service.js';
import { EvidenceProjector } from './evidence.projector.js';
import { EvidenceQueries } from './evidence.queries.js';
import { EvidenceReader } from './evidence.reader.js';
import { ExaminationQueries } from './examination.queries.js';
import { Examination } from './examination.service.js';
import { EvidenceFaults } from './faults.service.js';
import { Decoder } from './image/decoder.js';
import { PhotoInspector } from './image/photo-inspector.js';
import { Views } from './image/views.js';
import { LegalHoldsProjector } from './legal-holds.projector.js';
import { LegalHoldsQueries } from './legal-holds.queries.js';
import { LegalHolds } from './legal-holds.service.js';
import { PhotoIntake } from './photo-intake.js';
import { PhotoQueries } from './photo.queries.js';
import { PhotoService } from './photo.service.js';
import { Repeats } from './repeats.js';
import { StoreProbeProjector } from './store-probe.projector.js';
import { StoreProbeQueries } from './store-probe.queries.js';
import { StoreProbe } from './store-probe.service.js';
import { EvidenceStore } from './store/evidence-store.js';
import { SharedObjectRecords } from './store/object-records.repository.js';
import {
  checkEvidenceOptions,
  openEvidenceStore,
  type EvidenceOptions,
  type StoreContext,
} from './store/open-store.js';

const parts = [
  Decoder,
  PhotoInspector,
  PhotoIntake,
  DocumentIntake,
  EvidenceFaults,
  EvidenceProjector,
  EvidenceQueries,
  EvidenceReader,
  Examination,
  ExaminationQueries,
  PhotoQueries,
  PhotoService,
  DocumentService,
  Repeats,
  LegalHolds,
  LegalHoldsProjector,
  LegalHoldsQueries,
  StoreProbe,
  StoreProbeProjector,
  StoreProbeQueries,
  CheckpointCopies,
  ...careParts,
];

/** Photos and documents of any subject, and the store of their bytes. */
@Module({})
export class EvidenceModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly store: EvidenceStore,
    private readonly copy: SecondCopy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Uploads that a killed process left behind are nobody's: they had no entry and were never acknowledged. */
  async onModuleInit(): Promise<void> {
    await this.store.sweepQuarantine(this.clock.now());
  }

  /** Nobody waits any more: what is still under way with a store on the network ends. */
  onApplicationShutdown(): void {
    this.store.close();
    this.copy.store?.close();
  }

  /** Throws ConfigError where the options choose no store that there is. */
  static forRoot(options: EvidenceOptions & CareSettings): DynamicModule {
    checkEvidenceOptions(options);
    if (options.copy !== undefined) checkEvidenceOptions({ ...options, store: options.copy });
    const directory = resolve(options.dataDirectory, 'derived');
    return {
      module: EvidenceModule,
      // Later libs add to the same store (certificates) and count the same photos (batches).
      global: true,
      providers: [
        ...parts,
        {
          provide: EvidenceStore,
          inject: [DataSource, CLOCK],
          useFactory: (dataSource: DataSource, clock: Clock) =>
            openEvidenceStore(options, { records: new SharedObjectRecords(dataSource), clock }),
        },
        { provide: CareOptions, useValue: new CareOptions(options) },
        {
          provide: SecondCopy,
          inject: [DataSource, CLOCK],
          useFactory: (dataSource: DataSource, clock: Clock) =>
            new SecondCopy(openSecondStore(options, { records: new SharedObjectRecords(dataSource), clock })),
        },
        {
          provide: Views,
          inject: [EvidenceStore, Decoder],
          useFactory: (store: EvidenceStore, decoder: Decoder) => new Views(directory, store, decoder),
        },
      ],
      exports: [
        EvidenceStore,
        PhotoQueries,
        PhotoService,
        DocumentService,
        EvidenceReader,
        Examination,
        StoreProbe,
        StoreProbeQueries,
        LegalHolds,
        CheckpointCopies,
        EvidenceCare,
        EvidenceStatusQueries,
        SecondCopy,
      ],
    };
  }
}

function openSecondStore(
  { copy, dataDirectory }: EvidenceOptions & CareSettings,
  context: StoreContext,
): EvidenceStore | undefined {
  return copy === undefined ? undefined : openEvidenceStore({ store: copy, dataDirectory }, context);
}
