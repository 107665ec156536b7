export { DATABASE_ROLES, prepareRoles } from './database/prepare-roles.js';
export type { DatabaseRole, RolesToPrepare } from './database/prepare-roles.js';
export { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres/embedded-postgres.js';
