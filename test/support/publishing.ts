import { SnapshotService } from '#publication';
import type { TestOffice } from './office.js';
import { ok, type Scenario } from './scenario.js';

/** Issues the certificate of a batch whose events are closed; gives its number. */
export async function certify(office: TestOffice, { agency, batch }: Scenario): Promise<string> {
  const issuer = await office.as(`${agency}.issuer`);
  const { contentHash } = ok(await issuer.get(`/api/v1/batches/${batch}/certificate-preview`));
  const stepUp = await issuer.stepUp('issue', contentHash as string);
  const { number } = ok(await issuer.post(`/api/v1/batches/${batch}/certificates`, { stepUp }));
  return number as string;
}

/** Photos of the events of a batch, in the order of receipt. */
export async function eventPhotos(office: TestOffice, scenario: Scenario, event: string): Promise<string[]> {
  const coordinator = await office.as(`${scenario.agency}.coordinator`);
  const { photos } = ok(await coordinator.get(`/api/v1/events/${event}`));
  return (photos as { sha256: string }[]).map(({ sha256 }) => sha256);
}

/** One person prepares with `content`, a second releases; the next snapshot is made. */
export async function publish(
  office: TestOffice,
  number: string,
  { agency = 'mr', content = {} }: { agency?: string; content?: object } = {},
): Promise<void> {
  const path = `/api/v1/certificates/${number}/publication`;
  ok(await (await office.as(`${agency}.coordinator`)).post(path, content));
  ok(await (await office.as(`${agency}.approver`)).post(`${path}/confirmation`));
  await refresh(office);
}

/** What the worker does every few seconds. */
export async function refresh(office: TestOffice): Promise<void> {
  await office.app.get(SnapshotService, { strict: false }).refresh();
}
