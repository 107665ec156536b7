import { accessMatrix, type Action, type Actor } from '#identity';

/** A place of the site and the action that one must have to go there. */
interface Place {
  readonly href: string;
  readonly code: string;
  readonly action: Action;
}

const places: readonly Place[] = [
  { href: '/audit', code: 'nav.audit', action: 'audit.read' },
  { href: '/seizures', code: 'nav.seizures', action: 'seizure.read' },
  { href: '/lots', code: 'nav.lots', action: 'lot.read' },
  { href: '/transfers', code: 'nav.transfers', action: 'transfer.read' },
  { href: '/locations', code: 'nav.locations', action: 'transfer.accept' },
  { href: '/scan', code: 'nav.scan', action: 'transfer.offer' },
  { href: '/batches', code: 'nav.batches', action: 'batch.read' },
  { href: '/events', code: 'nav.events', action: 'event.read' },
  { href: '/certificates', code: 'nav.certificates', action: 'certificate.read' },
  { href: '/concerns', code: 'nav.concerns', action: 'concern.read' },
  { href: '/ledger', code: 'nav.ledger', action: 'ledger.read' },
  { href: '/verification', code: 'nav.verification', action: 'ledger.verify' },
  { href: '/admin/people', code: 'nav.people', action: 'people.manage' },
  { href: '/admin/requests', code: 'nav.requests', action: 'role.confirm' },
  { href: '/admin/agencies', code: 'nav.agencies', action: 'agency.manage' },
  { href: '/admin/catalogue', code: 'nav.catalogue', action: 'catalogue.override' },
  { href: '/admin/status', code: 'nav.status', action: 'status.read' },
];

/** Whether one of the actor's roles has an action at all. */
export function may(actor: Actor, action: Action): boolean {
  return actor.roles.some((role) => accessMatrix[action][role] !== undefined);
}

/** Where this person can go, the work queue first with the number of items. */
export function navigationFor(actor: Actor, path: string, queued: number) {
  const queue = { href: '/', code: 'nav.queue', count: queued, current: path === '/' };
  const others = places
    .filter(({ action }) => may(actor, action))
    .map(({ href, code }) => ({
      href,
      code,
      count: 0,
      current: path === href || path.startsWith(`${href}/`),
    }));
  return [queue, ...others];
}
