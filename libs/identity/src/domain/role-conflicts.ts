import type { Role } from '#entries';
import { DomainError } from '#kernel';

/**
 * Roles that one person can't hold together: enforcement posts are apart from custody and from disposal posts
 * (财税〔2020〕54号 art. 4), custody apart from disposal; an auditor changes nothing, an administrator sees no case.
 * Everything finer follows the goods (#duties).
 */
const apart: readonly (readonly [Role, Role])[] = [
  ['officer', 'custodian'],
  ['officer', 'coordinator'],
  ['custodian', 'coordinator'],
];
const alone: readonly Role[] = ['admin', 'auditor'];

/** Pure: the held role that can't meet `role`, if any. */
export function conflictingRole(held: readonly Role[], role: Role): Role | undefined {
  const others = held.filter((one) => one !== role);
  return others.find(
    (one) =>
      alone.includes(role) ||
      alone.includes(one) ||
      apart.some((pair) => pair.includes(role) && pair.includes(one)),
  );
}

/** Pure: throws `conflict` `role.role-conflict` (facts `role`, `held`). */
export function refuseConflict(held: readonly Role[], role: Role): void {
  const conflict = conflictingRole(held, role);
  if (conflict) throw new DomainError('conflict', 'role.role-conflict', { role, held: conflict });
}
