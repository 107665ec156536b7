import { Global, Module } from '@nestjs/common';
import { ActsProjector } from './acts.projector.js';
import { Duties } from './duties.queries.js';

/** Separation of duties over the goods. */
@Global()
@Module({ providers: [ActsProjector, Duties], exports: [Duties] })
export class DutiesModule {}
