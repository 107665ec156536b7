import { newId } from '#kernel';
import { readConcern } from '#published';
import { DataSource } from 'typeorm';
import { certify, eventPhotos, publish } from '../support/publishing.js';
import type { TestOffice } from '../support/office.js';
import { ok, Scenario } from '../support/scenario.js';
import type { StaffPage } from './staff-pages.js';

export interface PublicationScene {
  /** Number of a certificate whose publication waits for a second person. */
  readonly prepared: string;
  /** Number of one that is published. */
  readonly released: string;
  /** Ids: a concern of the market regulator, one that names nobody. */
  readonly concern: string;
  readonly unnamed: string;
}

/** Two published certificates, as far as they get, and two concerns. */
export async function publicationScene(office: TestOffice): Promise<PublicationScene> {
  const [waiting, done] = [new Scenario(office), new Scenario(office)];
  const [event] = await waiting.toClosed();
  await done.toClosed();
  const prepared = await certify(office, waiting);
  const released = await certify(office, done);
  const [photo] = await eventPhotos(office, waiting, event!.id);
  const content = {
    photos: [{ sha256: photo, zh: '销毁前清点', en: 'Recount' }],
    attendance: 120,
    leaflets: 300,
  };
  const coordinator = await office.as('mr.coordinator');
  ok(await coordinator.post(`/api/v1/certificates/${prepared}/publication`, content));
  await publish(office, released);
  return {
    ...{ prepared, released },
    concern: await report(office, released),
    unnamed: await report(office, ''),
  };
}

/** What the public site does with a form, in the office's own database. */
async function report(office: TestOffice, about: string): Promise<string> {
  const id = newId<string>();
  const body = '活动结束后，同一批次的外套又在夜市出售，\n包装上还有销毁标签。';
  const concern = readConcern(id, { language: 'zh-CN', about, body, contact: '13800000000' });
  // Only the public role may call it.
  const source = await new DataSource({ type: 'postgres', url: office.database.publicUrl }).initialize();
  await source.query('SELECT published.receive_concern($1)', [JSON.stringify(concern)]);
  await source.destroy();
  return id;
}

/** Pages of publication and of concerns, with the person who sees them. */
export const publicationPages: readonly StaffPage[] = [
  {
    name: 'publication-prepare',
    who: 'mr.coordinator',
    path: ({ certificate }) => `/certificates/${certificate}/publication`,
  },
  {
    name: 'publication-release',
    who: 'mr.approver',
    path: ({ publication }) => `/certificates/${publication.prepared}/publication`,
  },
  {
    name: 'publication-released',
    who: 'mr.approver',
    path: ({ publication }) => `/certificates/${publication.released}/publication`,
  },
  {
    name: 'publication-withdraw',
    who: 'mr.coordinator',
    path: ({ publication }) => `/certificates/${publication.released}/publication/withdrawal`,
  },
  { name: 'queue-publication', who: 'mr.approver', path: () => '/' },
  { name: 'concerns', who: 'mr.coordinator', path: () => '/concerns' },
  { name: 'concern', who: 'mr.coordinator', path: ({ publication }) => `/concerns/${publication.concern}` },
  { name: 'concern-unnamed', who: 'mr.admin', path: ({ publication }) => `/concerns/${publication.unnamed}` },
];
