import type { Brand } from '#kernel';
import type { EntityManager } from 'typeorm';

/**
 * The one transaction of a unit of work. Branded, so that an EntityManager outside of a transaction can't be
 * passed by mistake: every function that reads or writes within a command takes it first, never optional.
 */
export type Tx = Brand<EntityManager, 'tx'>;
