import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Instant, type PersonId } from '#kernel';
import { DataSource } from 'typeorm';
import { passkeySite, type PasskeySite } from './domain/passkey-site.js';
import { IDENTITY_OPTIONS, type IdentityOptions } from './tokens.js';

/** A passkey as its owner sees it. */
export interface PasskeyFacts {
  /** base64url. */
  readonly credential: string;
  readonly name: string;
  readonly alg: string;
  readonly added: Instant;
  readonly lastUsed: Instant | null;
  /** True once its count of signatures went back: a copy may exist, and it signs no more. */
  readonly suspected: boolean;
  readonly transports: readonly string[];
}

const at = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Reads of passkeys. */
@Injectable()
export class PasskeyQueries {
  /** The site to which passkeys are bound; undefined where its address allows none. */
  readonly site: PasskeySite | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(IDENTITY_OPTIONS) { officeUrl }: IdentityOptions,
  ) {
    this.site = officeUrl === undefined ? undefined : passkeySite(officeUrl);
  }

  /** As `site`; throws `conflict` `passkey.no-site` where there is none. */
  requireSite(): PasskeySite {
    if (!this.site) throw new DomainError('conflict', 'passkey.no-site');
    return this.site;
  }

  /** The person's passkeys for this site, the oldest first. */
  of(person: PersonId): Promise<PasskeyFacts[]> {
    return this.dataSource.query(
      `SELECT p.credential, d.name, p.alg, ${at('p.added')} AS added, ${at('d.last_used')} AS "lastUsed",
         d.suspected IS NOT NULL AS suspected, d.transports
       FROM state.passkeys p JOIN work.passkey_details d ON d.credential = p.credential
       WHERE p.person = $1 AND p.rp_id = $2 AND p.removed IS NULL ORDER BY p.added, p.credential`,
      [person, this.site?.rpId ?? null],
    );
  }
}
