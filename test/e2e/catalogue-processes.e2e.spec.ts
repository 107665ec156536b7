import { CatalogueService } from '#catalogue';
import { sha256Hex, newId, type AgencyId, type EntryId, type PersonId } from '#kernel';
import { Ledger } from '#ledger';
import { UnitOfWork } from '#platform';
import { CatalogueQueries } from '../../libs/catalogue/src/catalogue.queries.js';
import { startOffice, type TestOffice } from '../support/office.js';

describe('two processes with one catalogue', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  it('book by the changed row in the very next command, whichever of them changed it', async () => {
    const part = <T>(token: new (...parts: never[]) => T): T => office.app.get(token, { strict: false });
    const here = part(CatalogueService);
    const there = new CatalogueService(part(CatalogueQueries), part(Ledger));
    await there.onApplicationBootstrap();
    const { person } = await office.as('tb.admin');
    const command = {
      key: newId<EntryId>(),
      fingerprint: sha256Hex('disable'),
      person: person.id as PersonId,
      agency: person.agencyId as AgencyId,
    };
    await there.override(command, { kind: 'unit', action: 'disable', code: 'jin' });
    expect(there.current().units.get('jin')?.disabled).toBe(true);
    expect(here.current().units.get('jin')?.disabled).toBe(false);
    const seen = await part(UnitOfWork).run((tx) => here.at(tx));
    expect(seen.units.get('jin')?.disabled).toBe(true);
    expect(here.current().hash).toBe(there.current().hash);
  });
});
