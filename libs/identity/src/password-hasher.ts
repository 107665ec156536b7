import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Cost of argon2id: memory in KiB and passes over it. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
}
/** OWASP's first recommendation for argon2id (19 MiB, two passes, one lane). */
export const fullCost: PasswordCost = { memoryCost: 19_456, timeCost: 2 };

/** Hashes and checks passwords with argon2id (RFC 9106), over the NFC form, so that keyboards do not matter. */
@Injectable()
export class PasswordHasher {
  private unknown: Promise<string> | undefined;

  /** The PHC string of a password. */
  hash(password: string, cost: PasswordCost = fullCost): Promise<string> {
    return hash(password.normalize('NFC'), { ...cost, parallelism: 1 });
  }

  /** Compares; without a hash (unknown account) it takes as long and says no. */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    this.unknown ??= this.hash('nobody has this password');
    const matches = await verify(stored ?? (await this.unknown), password.normalize('NFC'));
    return matches && stored !== undefined;
  }
}
