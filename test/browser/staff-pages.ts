import { demoPhoto } from '../../apps/cli/src/demo/demo-photo.js';
import { newId, type PersonId, type SeizureId } from '#kernel';
import { RegistrationDrafts } from '#seizures';
import { Scenario, ok } from '../support/scenario.js';
import { publicationPages, publicationScene, type PublicationScene } from './publication-pages.js';
import type { TestOffice } from '../support/office.js';

/** Goods at every stage, so that each page has something to show. */
export interface StaffScene {
  /** Registered, waiting for the second officer. */
  readonly registered: Scenario;
  /** Decided and offered to the custodian. */
  readonly offered: Scenario;
  /** In custody, free for a batch. */
  readonly stored: Scenario;
  /** A list in preparation. */
  readonly drafted: Scenario;
  /** Waiting for the agencies. */
  readonly submitted: Scenario;
  /** Approved, its event planned and staged. */
  readonly planned: Scenario;
  readonly plannedEvent: string;
  /** Destroyed and closed, without a certificate. */
  readonly closed: Scenario;
  readonly closedEvent: string;
  /** Destroyed, with a certificate. */
  readonly certified: Scenario;
  readonly certificate: string;
  /** Hash of a photo of the certified goods. */
  readonly photo: string;
  /** Certificates whose publication waits for a second person, and is released; and a concern of the public. */
  readonly publication: PublicationScene;
  /** A registration that an officer has not finished. */
  readonly draft: string;
  /** Ids of people that administrators look at, and of the market regulator. */
  readonly people: Readonly<Record<'issuer' | 'auditor' | 'custodian' | 'agency', string>>;
}

/** A page of the staff site with the person who looks at it. */
export interface StaffPage {
  readonly name: string;
  readonly who: string;
  readonly path: (scene: StaffScene) => string;
}

/** Carries goods of the market regulator to every stage. */
export async function staffScene(office: TestOffice): Promise<StaffScene> {
  const [registered, offered, stored, drafted, submitted, planned, closed, certified] = Array.from(
    { length: 8 },
    () => new Scenario(office),
  ) as [Scenario, Scenario, Scenario, Scenario, Scenario, Scenario, Scenario, Scenario];
  await registered.register();
  await registered.photograph();
  await offered.toDecided();
  await offered.offer();
  await stored.toStored();
  await drafted.toStored();
  await drafted.draft();
  await submitted.toSubmitted();
  await planned.toApproved();
  const event = await planned.plan();
  await planned.stage(event);
  await planned.photographEvent(event);
  const [done] = await closed.toClosed();
  await certified.toClosed();
  return {
    registered,
    offered,
    stored,
    drafted,
    submitted,
    planned,
    plannedEvent: event.id,
    closed,
    closedEvent: done!.id,
    certified,
    certificate: await certify(office, certified),
    photo: (await demoPhoto(`lot ${certified.lots[0]!.id}`)).sha256,
    draft: await draftOf(office),
    people: await peopleOf(office),
    publication: await publicationScene(office),
  };
}

async function draftOf(office: TestOffice): Promise<string> {
  const { person } = await office.as('mr.officer1');
  const id = newId<SeizureId>();
  const fields = { caseNumber: '示市监案〔2026〕9号', 'lots.0.category': '服装', 'lots.0.amount': '12' };
  const drafts = office.app.get(RegistrationDrafts, { strict: false });
  await drafts.save(person.id as PersonId, { id, fields, lines: 1, version: 0 });
  return id;
}

async function peopleOf(office: TestOffice): Promise<StaffScene['people']> {
  const id = async (username: string) => (await office.as(username)).person.id;
  const agency = (await office.as('mr.issuer')).person.agencyId;
  const [issuer, auditor, custodian] = [
    await id('mr.issuer'),
    await id('aud.auditor'),
    await id('mr.custodian'),
  ];
  return { issuer, auditor, custodian, agency };
}

async function certify(office: TestOffice, { batch }: Scenario): Promise<string> {
  const issuer = await office.as('mr.issuer');
  const { contentHash } = ok(await issuer.get(`/api/v1/batches/${batch}/certificate-preview`));
  const stepUp = await issuer.stepUp('issue', contentHash as string);
  const { number } = ok(await issuer.post(`/api/v1/batches/${batch}/certificates`, { stepUp }));
  return number as string;
}

/** Every page of the staff site: read in both languages, at three widths, and by axe. */
export const staffPages: readonly StaffPage[] = [
  { name: 'queue-officer', who: 'mr.officer1', path: () => '/' },
  { name: 'account', who: 'mr.officer1', path: () => '/account' },
  { name: 'seizures', who: 'mr.officer1', path: () => '/seizures' },
  { name: 'seizure-new', who: 'mr.officer1', path: () => '/seizures/new' },
  { name: 'seizure', who: 'mr.officer1', path: ({ closed }) => `/seizures/${closed.seizure}` },
  {
    name: 'seizure-to-confirm',
    who: 'mr.officer2',
    path: ({ registered }) => `/seizures/${registered.seizure}`,
  },
  {
    name: 'seizure-photos',
    who: 'mr.officer1',
    path: ({ registered }) => `/seizures/${registered.seizure}/photos`,
  },
  ...(['appraisals', 'decisions', 'holds'] as const).map((place) => ({
    name: `seizure-${place}-new`,
    who: 'mr.officer1',
    path: ({ stored }: StaffScene) => `/seizures/${stored.seizure}/${place}/new?lot=${stored.lots[0]!.id}`,
  })),
  { name: 'decision', who: 'mr.officer1', path: ({ stored }) => `/decisions/${stored.decision}` },
  {
    name: 'seizure-import',
    who: 'mr.officer1',
    path: ({ draft }) => `/seizures/drafts/${draft}/import`,
  },
  { name: 'seizure-draft', who: 'mr.officer1', path: ({ draft }) => `/seizures/new?draft=${draft}` },
  { name: 'lots', who: 'mr.officer1', path: () => '/lots' },
  { name: 'lot', who: 'mr.officer1', path: ({ closed }) => `/lots/${closed.lots[0]!.id}` },
  { name: 'lot-registered', who: 'mr.officer1', path: ({ registered }) => `/lots/${registered.lots[0]!.id}` },
  { name: 'lot-certified', who: 'mr.custodian', path: ({ certified }) => `/lots/${certified.lots[0]!.id}` },
  { name: 'lot-photos', who: 'mr.officer1', path: ({ closed }) => `/lots/${closed.lots[0]!.id}/photos` },
  {
    name: 'seizure-history',
    who: 'mr.officer1',
    path: ({ closed }) => `/seizures/${closed.seizure}/history`,
  },
  {
    name: 'case-file',
    who: 'mr.officer1',
    path: ({ certified }) => `/seizures/${certified.seizure}/file`,
  },
  {
    name: 'case-file-registered',
    who: 'aud.auditor',
    path: ({ registered }) => `/seizures/${registered.seizure}/file`,
  },
  { name: 'photo', who: 'mr.officer1', path: ({ photo }) => `/photos/${photo}` },
  { name: 'transfers', who: 'mr.officer1', path: () => '/transfers' },
  { name: 'transfer', who: 'mr.officer1', path: ({ closed }) => `/transfers/${closed.transfer}` },
  { name: 'transfer-receive', who: 'mr.custodian', path: ({ offered }) => `/transfers/${offered.transfer}` },
  { name: 'transfer-offered', who: 'mr.officer1', path: ({ offered }) => `/transfers/${offered.transfer}` },
  { name: 'transfer-new', who: 'mr.custodian', path: () => '/transfers/new' },
  { name: 'transfer-new-none', who: 'tb.custodian', path: () => '/transfers/new' },
  { name: 'locations', who: 'mr.custodian', path: () => '/locations' },
  { name: 'locations-goods', who: 'mr.custodian', path: () => '/locations/goods' },
  { name: 'labels', who: 'mr.custodian', path: () => '/labels' },
  {
    name: 'labels-print',
    who: 'mr.custodian',
    path: ({ stored, offered }) =>
      `/labels/print?lot=${stored.lots[0]!.id}&lot=${offered.lots[0]!.id}&skip=1`,
  },
  { name: 'scan', who: 'mr.custodian', path: () => '/scan' },
  { name: 'batches', who: 'mr.coordinator', path: () => '/batches' },
  { name: 'batch-draft', who: 'mr.coordinator', path: ({ drafted }) => `/batches/${drafted.batch}` },
  { name: 'batch-approve', who: 'mr.approver', path: ({ submitted }) => `/batches/${submitted.batch}` },
  { name: 'batch-new', who: 'mr.coordinator', path: () => '/batches/new' },
  { name: 'batch-edit', who: 'mr.coordinator', path: ({ drafted }) => `/batches/${drafted.batch}/edit` },
  {
    name: 'batch-lots',
    who: 'mr.coordinator',
    path: ({ drafted }) => `/batches/${drafted.batch}/lots?show=all`,
  },
  { name: 'batch-lines', who: 'mr.coordinator', path: ({ drafted }) => `/batches/${drafted.batch}/lines` },
  { name: 'batch-check', who: 'mr.coordinator', path: ({ drafted }) => `/batches/${drafted.batch}/check` },
  {
    name: 'batch-receipt',
    who: 'mr.coordinator',
    path: ({ submitted }) => `/batches/${submitted.batch}/receipt`,
  },
  { name: 'batch-submitted', who: 'mr.coordinator', path: ({ submitted }) => `/batches/${submitted.batch}` },
  {
    name: 'batch-reopen',
    who: 'mr.coordinator',
    path: ({ submitted }) => `/batches/${submitted.batch}/reopening`,
  },
  {
    name: 'batch-withdraw',
    who: 'mr.coordinator',
    path: ({ submitted }) => `/batches/${submitted.batch}/withdrawal`,
  },
  {
    name: 'batch-changes',
    who: 'mr.approver',
    path: ({ submitted }) => `/batches/${submitted.batch}/changes`,
  },
  { name: 'batch-decided', who: 'mr.approver', path: ({ planned }) => `/batches/${planned.batch}/decision` },
  {
    name: 'event-plan',
    who: 'mr.coordinator',
    path: ({ planned }) => `/batches/${planned.batch}/events/new`,
  },
  { name: 'batch-issue', who: 'mr.issuer', path: ({ closed }) => `/batches/${closed.batch}` },
  { name: 'events', who: 'mr.coordinator', path: () => '/events' },
  { name: 'event-run', who: 'mr.coordinator', path: ({ plannedEvent }) => `/events/${plannedEvent}` },
  { name: 'event-witness', who: 'mr.witness', path: ({ plannedEvent }) => `/events/${plannedEvent}` },
  { name: 'event-closed', who: 'mr.coordinator', path: ({ closedEvent }) => `/events/${closedEvent}` },
  {
    name: 'event-photos',
    who: 'mr.coordinator',
    path: ({ plannedEvent }) => `/events/${plannedEvent}/photos`,
  },
  {
    name: 'event-difference',
    who: 'mr.approver',
    path: ({ plannedEvent }) => `/events/${plannedEvent}/difference`,
  },
  {
    name: 'event-postpone',
    who: 'mr.coordinator',
    path: ({ plannedEvent }) => `/events/${plannedEvent}/postponement`,
  },
  {
    name: 'event-cancel',
    who: 'mr.coordinator',
    path: ({ plannedEvent }) => `/events/${plannedEvent}/cancellation`,
  },
  {
    name: 'event-to-close',
    who: 'mr.coordinator',
    path: ({ plannedEvent }) => `/events/${plannedEvent}/closure`,
  },
  {
    name: 'event-closure',
    who: 'mr.coordinator',
    path: ({ closedEvent }) => `/events/${closedEvent}/closure`,
  },
  { name: 'event-stated', who: 'mr.witness', path: ({ closedEvent }) => `/events/${closedEvent}/statement` },
  { name: 'certificates', who: 'mr.issuer', path: () => '/certificates' },
  { name: 'certificate', who: 'mr.issuer', path: ({ certificate }) => `/certificates/${certificate}` },
  { name: 'issue-check', who: 'mr.issuer', path: ({ closed }) => `/batches/${closed.batch}/certificate` },
  { name: 'issue-blocked', who: 'mr.issuer', path: ({ planned }) => `/batches/${planned.batch}/certificate` },
  {
    name: 'revocation',
    who: 'mr.issuer',
    path: ({ certificate }) => `/certificates/${certificate}/revocation`,
  },
  ...publicationPages,
  { name: 'queue-auditor', who: 'aud.auditor', path: () => '/' },
  { name: 'ledger', who: 'aud.auditor', path: () => '/ledger' },
  { name: 'ledger-entry', who: 'aud.auditor', path: () => '/ledger/3' },
  { name: 'audit', who: 'aud.auditor', path: () => '/audit' },
  { name: 'audit-exceptions', who: 'aud.auditor', path: () => '/audit/exceptions' },
  { name: 'verification', who: 'aud.auditor', path: () => '/verification' },
  { name: 'audit-bundle', who: 'aud.auditor', path: () => '/audit/bundle' },
  { name: 'admin-people', who: 'mr.admin', path: () => '/admin/people' },
  { name: 'admin-person-new', who: 'mr.admin', path: () => '/admin/people/new' },
  { name: 'admin-person', who: 'mr.admin', path: ({ people }) => `/admin/people/${people.issuer}` },
  { name: 'admin-auditor', who: 'mr.admin', path: ({ people }) => `/admin/people/${people.auditor}` },
  {
    name: 'admin-deactivation',
    who: 'mr.admin',
    path: ({ people }) => `/admin/people/${people.custodian}/deactivation`,
  },
  { name: 'admin-catalogue', who: 'mr.admin', path: () => '/admin/catalogue' },
  {
    name: 'admin-catalogue-row',
    who: 'mr.admin',
    path: () => '/admin/catalogue/category/cigarettes',
  },
  { name: 'admin-status', who: 'mr.admin', path: () => '/admin/status' },
  { name: 'admin-requests', who: 'tb.admin', path: () => '/admin/requests' },
  { name: 'admin-agencies', who: 'mr.admin', path: () => '/admin/agencies' },
  { name: 'admin-agencies-other', who: 'tb.admin', path: () => '/admin/agencies' },
  { name: 'admin-agency', who: 'mr.admin', path: ({ people }) => `/admin/agencies/${people.agency}` },
  { name: 'search', who: 'mr.officer1', path: () => '/search?q=%E5%A4%B9%E5%85%8B' },
  { name: 'search-nothing', who: 'mr.admin', path: () => '/search?q=zzzz' },
];
