import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchQueries } from './search.queries.js';

/** The search over everything that a person may see. */
@Module({ controllers: [SearchController], providers: [SearchQueries] })
export class SearchPagesModule {}
