import { Module } from '@nestjs/common';
import { CatalogueProjector } from './catalogue.projector.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueService } from './catalogue.service.js';

/** Categories, units, methods and rules, as they are in force in this installation. */
@Module({
  providers: [CatalogueQueries, CatalogueProjector, CatalogueService],
  exports: [CatalogueService],
})
export class CatalogueModule {}
