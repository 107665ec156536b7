import { Global, Module, type DynamicModule } from '@nestjs/common';
import { systemClock, type Clock } from '#kernel';
import { Checkpoints } from './checkpoints.service.js';
import { Counters } from './counters.repository.js';
import { GoodsRepository } from './goods.repository.js';
import { Integrator } from './integrator.js';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerRepository } from './ledger.repository.js';
import { Ledger } from './ledger.service.js';
import { LedgerStore } from './ledger.store.js';
import { LogKey } from './log-key.js';
import { PersonalData } from './personal-data.repository.js';
import { Projectors } from './projectors.js';
import { Reactions } from './reactions.js';
import { RequestSeal } from './request-seal.js';
import { CLOCK, LEDGER_OPTIONS, type LedgerOptions } from './tokens.js';
import { LedgerVerification } from './verify/verification.service.js';

const parts = [
  LedgerRepository,
  GoodsRepository,
  Projectors,
  Reactions,
  LedgerStore,
  LedgerQueries,
  Integrator,
  LogKey,
  RequestSeal,
  Checkpoints,
  Counters,
  PersonalData,
  LedgerVerification,
  Ledger,
];

@Global()
@Module({})
export class LedgerModule {
  static forRoot(options: LedgerOptions & { clock?: Clock }): DynamicModule {
    const clock = { provide: CLOCK, useValue: options.clock ?? systemClock };
    const providers = [...parts, clock, { provide: LEDGER_OPTIONS, useValue: options }];
    return { module: LedgerModule, providers, exports: [...parts, CLOCK] };
  }
}
