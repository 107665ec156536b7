import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** The only writer of agencies, persons, roles, requests and engagements in `state`. */
@Injectable()
export class PeopleProjector {
  constructor(projectors: Projectors) {
    projectors.on('agency.added', addAgency);
    projectors.on('agency.changed', async (tx, { data }) => {
      await tx.query('UPDATE state.agencies SET name_zh = $2, name_en = $3, functions = $4 WHERE id = $1', [
        data.agency,
        data.names.zh,
        data.names.en,
        data.functions,
      ]);
    });
    projectors.on('person.added', addPerson);
    projectors.on('role.requested', requestRole);
    projectors.on('role.granted', grantRole);
    projectors.on('role.revoked', async (tx, { data }) => {
      await tx.query('DELETE FROM state.person_roles WHERE person = $1 AND role = $2', [
        data.person,
        data.role,
      ]);
    });
    projectors.on('person.deactivated', async (tx, { data }) => {
      await tx.query('UPDATE state.persons SET active = false WHERE id = $1', [data.person]);
      await tx.query('UPDATE state.role_requests SET open = false WHERE person = $1', [data.person]);
    });
    projectors.on('engagement.granted', grantEngagement);
  }
}

async function addAgency(tx: Tx, { id, data }: EntryOf<'agency.added'>): Promise<void> {
  await tx.query(
    'INSERT INTO state.agencies (id, code, name_zh, name_en, functions, entry) VALUES ($1, $2, $3, $4, $5, $6)',
    [data.agency, data.code, data.names.zh, data.names.en, data.functions, id],
  );
}

async function addPerson(tx: Tx, { id, data }: EntryOf<'person.added'>): Promise<void> {
  await tx.query('INSERT INTO state.persons (id, agency, active, entry) VALUES ($1, $2, true, $3)', [
    data.person,
    data.agency,
    id,
  ]);
}

async function requestRole(tx: Tx, { id, data, actor }: EntryOf<'role.requested'>): Promise<void> {
  await tx.query(
    'INSERT INTO state.role_requests (entry, person, role, requester, open) VALUES ($1, $2, $3, $4, true)',
    [id, data.person, data.role, actor.person],
  );
}

async function grantRole(tx: Tx, { id, data }: EntryOf<'role.granted'>): Promise<void> {
  await tx.query('INSERT INTO state.person_roles (person, role, entry) VALUES ($1, $2, $3)', [
    data.person,
    data.role,
    id,
  ]);
  await tx.query('UPDATE state.role_requests SET open = false WHERE person = $1 AND role = $2', [
    data.person,
    data.role,
  ]);
}

async function grantEngagement(tx: Tx, { id, data }: EntryOf<'engagement.granted'>): Promise<void> {
  await tx.query(
    'INSERT INTO state.engagements (entry, person, agencies, installation, until) VALUES ($1, $2, $3, $4, $5)',
    [id, data.person, data.agencies, data.installation === true, data.until],
  );
}
