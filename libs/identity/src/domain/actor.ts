import type { Names, Role } from '#entries';
import type { AgencyId, PersonId } from '#kernel';

/** What an auditor was asked to look at and until when (milliseconds since 1970). */
export interface Engagement {
  readonly agencies: readonly AgencyId[];
  readonly installation: boolean;
  readonly untilMs: number;
}

/** The signed-in person. The agency comes from the session, never from the request. */
export interface Actor {
  readonly person: PersonId;
  readonly username: string;
  readonly name: string;
  readonly agency: AgencyId;
  readonly agencyCode: string;
  readonly agencyNames: Names;
  readonly functions: readonly string[];
  readonly roles: readonly Role[];
  /** Engagements that run now. */
  readonly engagements: readonly Engagement[];
}
