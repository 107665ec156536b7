import { Injectable } from '@nestjs/common';
import { DomainError, isInstant, sha256Hex, type CertificateNumber, type Sha256 } from '#kernel';
import { verifyEntryProof, type NoteVerifier } from '#merkle';
import { checkPaper, claimedAttachment, parseCertificateNumber, readProof, type PaperCheck } from '#papers';
import { judgeFile } from './domain/judge-file.js';
import { judgeNumber } from './domain/judge-number.js';
import { reason, type Judgement, type Reason } from './domain/judgement.js';
import {
  ledgerAnswer,
  weighEntry,
  type EntryUnderCheckpoint,
  type LedgerEvidence,
} from './domain/ledger-evidence.js';
import type { PublishedCertificate, TrustedSeal } from './domain/published-certificate.js';
import { PublishedCertificates, type CertificateEntry } from './published-certificates.queries.js';
import { PublishedLog } from './published-log.queries.js';

const attachment = 'certificate.json';

/** A file that was issued, and its entry, for a check on the reader's own device. */
export interface HashEvidence {
  readonly certificate: PublishedCertificate;
  readonly entry?: EntryUnderCheckpoint;
}

/** Answers whether a certificate is genuine, from published facts alone (certificate.md, "Verification"). */
@Injectable()
export class VerificationService {
  constructor(
    private readonly certificates: PublishedCertificates,
    private readonly log: PublishedLog,
  ) {}

  /** By number or QR alone; throws `missing` `verify.unknown-number`. */
  async byNumber(number: CertificateNumber): Promise<Judgement> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw new DomainError('missing', 'verify.unknown-number', { number });
    const newest = certificate.revisions.at(-1);
    const ledger = newest && (await this.evidence(number, newest.sha256));
    const none = ledgerAnswer('unknown', reason('verify.ledger-not-yet', { number }));
    return judgeNumber(certificate, ledger ?? none);
  }

  /** By the file; it is neither kept nor believed: what it says of itself only finds what to compare it with. */
  async byFile(bytes: Uint8Array): Promise<Judgement> {
    const sha256 = sha256Hex(bytes);
    const claim = claimOf(bytes);
    const number = (await this.certificates.numberOfFile(sha256)) ?? claim.number;
    const certificate = number && (await this.certificates.byNumber(number));
    const trust = await this.certificates.trust();
    const paper = check(bytes, { certificate, trust, claimedAt: claim.issuedAt });
    const ledger = certificate && paper.issued && (await this.evidence(certificate.number, sha256));
    const carried = certificate && paper.issued && (await this.carried(paper, certificate));
    return judgeFile({
      ...{ file: { sha256, length: bytes.length }, paper, trust },
      ...(claim.number && { claimed: claim.number }),
      ...(certificate && { certificate }),
      ...(ledger && { ledger }),
      ...(carried && { carried }),
    });
  }

  /**
   * What a reader needs to check a file on the own device, where only its hash is known: nothing here is a verdict.
   * Undefined for a hash under which nothing was issued.
   */
  async byHash(sha256: Sha256): Promise<HashEvidence | undefined> {
    const number = await this.certificates.numberOfFile(sha256);
    const certificate = number && (await this.certificates.byNumber(number));
    if (!certificate) return undefined;
    const entry = await this.entryOf(certificate.number, sha256);
    return { certificate, ...(entry && { entry }) };
  }

  /** The entry that issued this very file, weighed; undefined where the ledger has none. */
  private async evidence(number: CertificateNumber, sha256: Sha256): Promise<LedgerEvidence | undefined> {
    const entry = await this.entryOf(number, sha256);
    return entry && weighEntry(entry, await this.log.verifiers());
  }

  /** The entry that issued this very file, under the newest checkpoint where that covers it. */
  private async entryOf(
    number: CertificateNumber,
    sha256: Sha256,
  ): Promise<EntryUnderCheckpoint | undefined> {
    const entry = (await this.certificates.history(number)).find((one) => issues(one, sha256));
    if (!entry) return undefined;
    const newest = await this.log.newestCheckpoint();
    const covered = newest !== undefined && entry.seq < newest.size;
    const checkpoint = covered && {
      note: newest.note,
      size: newest.size,
      path: await this.log.tree.path(entry.seq, newest.size),
    };
    return { ...entry, ...(checkpoint && { checkpoint }) };
  }

  /** What is wrong with the proof that the first signature carries; undefined where it holds. */
  private async carried(paper: PaperCheck, certificate: PublishedCertificate): Promise<Reason | undefined> {
    const [first] = paper.signatures;
    const proof = first && readProof(first);
    if (!proof) return reason('verify.proof-missing');
    return proofFault(Buffer.from(proof).toString('utf8'), certificate, await this.log.verifiers());
  }
}

function proofFault(
  proof: string,
  { number, base }: PublishedCertificate,
  verifiers: readonly NoteVerifier[],
): Reason | undefined {
  const verdict = verifyEntryProof(proof, verifiers);
  if (!verdict.ok) return reason(verdict.reason, verdict.facts);
  const { type, data } = entryIn(verdict.entry);
  const fits = type === 'certificate.prepared' && data['number'] === number && data['base'] === base;
  return fits ? undefined : reason('verify.proof-of-other', { number });
}

function check(
  bytes: Uint8Array,
  facts: {
    certificate: PublishedCertificate | undefined;
    trust: readonly TrustedSeal[];
    claimedAt: string | undefined;
  },
): PaperCheck {
  const { certificate, trust, claimedAt } = facts;
  return checkPaper(bytes, {
    // A seal must have been valid when the number was issued; a file without a number here counts for nothing anyway.
    at: Date.parse(certificate?.issuedAt ?? claimedAt ?? '2000-01-01T00:00:00.000Z'),
    trust: { certificates: trust.map((seal) => seal.sha256) },
    attachment,
    known: {
      issued: certificate?.revisions ?? [],
      ...(certificate?.base && { base: certificate.base }),
    },
  });
}

/** What the data inside of the file say; never shown as true. */
function claimOf(bytes: Uint8Array): { number?: CertificateNumber; issuedAt?: string } {
  const data = claimedAttachment(bytes, attachment);
  const value = data && jsonIn(data);
  if (typeof value !== 'object' || value === null) return {};
  const { number, issuedAt } = value as { number?: unknown; issuedAt?: unknown };
  const exact = typeof number === 'string' ? numberIn(number) : undefined;
  return { ...(exact && { number: exact }), ...(isInstant(issuedAt) && { issuedAt }) };
}

function numberIn(text: string): CertificateNumber | undefined {
  try {
    return parseCertificateNumber(text);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function issues({ type, body }: CertificateEntry, sha256: Sha256): boolean {
  return type === 'certificate.issued' && entryIn(body).data['sha256'] === sha256;
}

function entryIn(bytes: Uint8Array): { type?: unknown; data: Record<string, unknown> } {
  const entry = jsonIn(bytes) as { type?: unknown; data?: unknown } | undefined;
  const data = entry?.data;
  return { type: entry?.type, data: typeof data === 'object' && data !== null ? { ...data } : {} };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    // Whatever is no JSON says nothing.
    return undefined;
  }
}
