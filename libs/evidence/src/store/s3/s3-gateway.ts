import { Logger } from '@nestjs/common';
import { Client, type LEGAL_HOLD_STATUS, type LockConfig, type ObjectLockInfo } from 'minio';
import { setTimeout as wait } from 'node:timers/promises';
import type { S3Address } from './s3-address.js';
import { described, isAbsent, s3CodeOf, translated } from './s3-errors.js';
import { s3Transport } from './s3-transport.js';

export interface GatewayOptions {
  /** A connection on which nothing moves for so long is given up. */
  readonly idleMs?: number;
  /** How often something is tried in all where the store does not answer. */
  readonly tries?: number;
  /** Pause before the second try; doubles from then on. */
  readonly pauseMs?: number;
}

/** Methods that the client declares as giving nothing, where they give promises. */
interface LockingClient {
  getObjectLockConfig(bucket: string): Promise<ObjectLockInfo | undefined>;
  setObjectLockConfig(bucket: string, config: LockConfig): Promise<void>;
  setObjectLegalHold(
    bucket: string,
    key: string,
    options: { versionId: string; status: LEGAL_HOLD_STATUS },
  ): Promise<void>;
}

/** The S3 client with time-outs, an end, and retries that begin each time with a fresh body. */
export class S3Gateway {
  readonly client: Client;
  readonly locking: LockingClient;
  readonly tls: boolean;
  readonly region: string;
  private readonly logger = new Logger('EvidenceStore');
  private readonly ending = new AbortController();
  private readonly tries: number;
  private readonly pauseMs: number;

  constructor(address: S3Address, { idleMs = 20_000, tries = 3, pauseMs = 200 }: GatewayOptions = {}) {
    this.tls = address.tls;
    this.region = address.region;
    this.tries = tries;
    this.pauseMs = pauseMs;
    this.client = new Client({
      endPoint: address.host,
      ...(address.port !== undefined && { port: address.port }),
      useSSL: address.tls,
      // Without it the client asks for the region of every bucket first.
      region: address.region,
      accessKey: address.accessKey,
      secretKey: address.secretKey,
      transport: s3Transport({ tls: address.tls, idleMs, signal: this.ending.signal }),
      // The client would send the rest of a half-read stream again; `attempt` below starts anew.
      retryOptions: { disableRetry: true },
    });
    this.locking = this.client as unknown as LockingClient;
  }

  /**
   * What `work` gives; tried again where the store did not answer or asked for patience. Throws the store's refusal as
   * it is, and `busy` `evidence.store-unreachable` / `evidence.store-full` otherwise.
   */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await work();
      } catch (error) {
        if (s3CodeOf(error) !== undefined) throw error;
        this.logger.warn(`try ${tried} of ${this.tries}: ${described(error)}`);
        if (tried === this.tries || this.ending.signal.aborted) throw translated(error);
        await wait(this.pauseMs * 2 ** (tried - 1), undefined, { signal: this.ending.signal }).catch(
          () => undefined,
        );
      }
    }
  }

  /** Like {@link attempt}, for callers that know no S3: every refusal becomes what people are told. */
  async told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (s3CodeOf(error) !== undefined) this.logger.error(`the store refused: ${described(error)}`);
      throw s3CodeOf(error) === undefined ? error : translated(error);
    }
  }

  /** Like {@link attempt}; undefined where the object is not there. */
  async present<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await this.attempt(work);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** Ends every request that is under way and every later one. */
  close(): void {
    this.ending.abort();
  }
}
