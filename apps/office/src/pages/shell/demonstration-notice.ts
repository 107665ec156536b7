import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PeopleQueries } from '#identity';
import { OfficePages } from './office-pages.js';

/**
 * Marks every page where the database is that of the demonstration. The data decides, not a setting: an empty
 * installation never says that its figures are made up, and made-up figures never pass for real ones.
 */
@Injectable()
export class DemonstrationNotice implements OnApplicationBootstrap {
  constructor(
    private readonly people: PeopleQueries,
    private readonly pages: OfficePages,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.pages.demonstration = await this.people.demonstration();
  }
}
