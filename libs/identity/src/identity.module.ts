import { Module, type DynamicModule } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { Access } from './access.service.js';
import { AdministeredPeople } from './administered-people.queries.js';
import { AgencyQueries } from './agency.queries.js';
import { AgencyService } from './agency.service.js';
import { Bootstrap } from './bootstrap.service.js';
import { LoginFailures } from './login-failures.repository.js';
import { OpenWork } from './open-work.js';
import { PasskeyCeremonies } from './passkey-ceremonies.service.js';
import { PasskeyProjector } from './passkey.projector.js';
import { PasskeyQueries } from './passkey.queries.js';
import { PasskeySigning } from './passkey-signing.service.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { PasskeysService } from './passkeys.service.js';
import { PasswordCheck } from './password-check.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordProof } from './password-proof.service.js';
import { PeopleProjector } from './people.projector.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { RolesService } from './roles.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { Passwords, Sessions } from './sessions.service.js';
import { StepUpsRepository } from './step-ups.repository.js';
import { StepUps } from './step-ups.service.js';
import { IDENTITY_OPTIONS, type IdentityOptions } from './tokens.js';
import { Visibility } from './visibility.repository.js';

const inner = [
  LoginFailures,
  PasskeyProjector,
  PasskeySigning,
  PasskeysRepository,
  PasswordCheck,
  PasswordHasher,
  PasswordProof,
  PeopleProjector,
  PeopleRepository,
  SessionsRepository,
  StepUpsRepository,
];
const shared = [
  Access,
  AccessGuard,
  AdministeredPeople,
  AgencyQueries,
  AgencyService,
  Bootstrap,
  OpenWork,
  PasskeyCeremonies,
  PasskeyQueries,
  PasskeysService,
  Passwords,
  PeopleQueries,
  PeopleService,
  RolesService,
  Sessions,
  StepUps,
  Visibility,
];

/** Agencies, people, roles, sessions, step-ups, and the guard. Global: every feature asks who acts. */
@Module({})
export class IdentityModule {
  static forRoot(options: IdentityOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [...inner, ...shared, { provide: IDENTITY_OPTIONS, useValue: options }],
      exports: [...shared],
    };
  }
}
