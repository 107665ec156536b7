import type { EntryDraft } from '#entries';
import { derivedId, newId, sha256Hex, type AgencyId, type CertificateNumber, type EntryId } from '#kernel';
import { Checkpoints, Ledger, LedgerQueries, LogKey, Projectors } from '#ledger';
import { certificateNumber } from '#papers';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificateContent } from '../../libs/certificates/src/domain/certificate-content.js';
import { contentBytes, contentHash } from '../../libs/certificates/src/domain/content-hash.js';
import { LedgerProofs } from '../../libs/certificates/src/ledger-proofs.service.js';
import { loadFonts } from '../../libs/certificates/src/pdf/fonts.js';
import { renderCertificate } from '../../libs/certificates/src/pdf/render-certificate.js';
import { sealCertificate } from '../../libs/certificates/src/signing/seal-certificate.js';
import { openSoftwareSigner } from '../../libs/certificates/src/signing/software-signer.js';
import { figuresOf } from '../../libs/publication/src/domain/figures-of.js';
import { PublicationProjector } from '../../libs/publication/src/publication.projector.js';
import { countyContent } from './certificate-samples.js';
import { commandBy, startLedger } from './ledger.js';

export interface IssuedCertificate {
  readonly number: CertificateNumber;
  readonly content: CertificateContent;
  readonly base: Buffer;
  readonly sealed: Buffer;
}

const agency = derivedId<AgencyId>('agency', 'test');

/**
 * A ledger with certificates in it, made by the real renderer, seal, proofs, ledger and projector, without the
 * batches before them. The agency is SLX of the samples.
 */
export async function startCertificates() {
  const running = await startLedger();
  new PublicationProjector(running.get(Projectors));
  const names = countyContent().names.agencies['SLX']!;
  await running.superuser.query(
    `INSERT INTO state.agencies (id, code, name_zh, name_en, functions, entry) VALUES ($1, 'SLX', $2, $3, '{}', $4)`,
    [agency, names.zh, names.en, newId()],
  );
  const directory = mkdtempSync(join(tmpdir(), 'seals-'));
  const owner = { code: 'SLX', nameZh: names.zh, nameEn: names.en };
  const signer = await openSoftwareSigner({ directory, agency: owner, at: Date.UTC(2026, 0, 1) });
  const key = running.get(LogKey);
  const write = (sql: string, values: unknown[]) => running.superuser.query(sql, values);
  await write('INSERT INTO published.log (verifier_key, origin) VALUES ($1, $2)', [
    key.verifierKey,
    key.origin,
  ]);
  await write(
    `INSERT INTO published.trust (sha256, agency, subject, since) VALUES ($1, 'SLX', 'test', '2026-01-01')`,
    [sha256Hex(signer.certificateChain[0]!)],
  );
  const ledger = running.get(Ledger);
  const checkpoints = running.get(Checkpoints);
  const record = (draft: EntryDraft) =>
    ledger.perform(commandBy('issuer', { agency }), () => Promise.resolve({ entries: [draft], result: {} }));
  const fonts = loadFonts();
  let serial = 0;

  const stages = {
    /** A content with the next number. */
    content(own: Partial<CertificateContent> = {}): CertificateContent {
      serial += 1;
      return countyContent({ number: certificateNumber('SLX', 2026, serial), photos: [], ...own });
    },
    async number(content: CertificateContent, replaces?: CertificateNumber): Promise<EntryId> {
      const { origin, root, size } = await checkpoints.make();
      const { entry } = await record(
        certificateEntry('certificate.numbered', content.number, {
          ...{ batch: content.batch.id, submission: submission(content), agency },
          issuedAt: content.issuedAt,
          contentHash: contentHash(content),
          checkpoint: { origin, root, size: String(size) },
          factor: 'password',
          ...(replaces && { replaces }),
        }),
      );
      return entry.id;
    },
    draw(content: CertificateContent): Promise<Buffer> {
      const verifyUrl = `http://localhost:3001/c/${content.number}`;
      return renderCertificate(content, { fonts, thumbnails: new Map(), verifyUrl }).then(Buffer.from);
    },
    async prepare(content: CertificateContent, base: Buffer, numbered: EntryId): Promise<EntryId> {
      const { entry } = await record(
        certificateEntry('certificate.prepared', content.number, {
          ...{ submission: submission(content), numbered, json: sha256Hex(contentBytes(content)) },
          base: sha256Hex(base),
          length: String(base.length),
        }),
      );
      return entry.id;
    },
    async seal(content: CertificateContent, base: Buffer, prepared: EntryId, by = signer): Promise<Buffer> {
      const proof = await new LedgerProofs(running.get(LedgerQueries), checkpoints).of(prepared);
      return sealCertificate(base, { signer: by, field: 'Issuer', signedAt: content.issuedAt, proof });
    },
    async issued(content: CertificateContent, sealed: Buffer, numbered: EntryId): Promise<void> {
      await record(
        certificateEntry('certificate.issued', content.number, {
          ...{ submission: submission(content), numbered, revision: 1 },
          length: String(sealed.length),
          sha256: sha256Hex(sealed),
        }),
      );
    },
    async voided(content: CertificateContent, numbered: EntryId): Promise<void> {
      const data = { submission: submission(content), numbered, reason: 'Can’t be drawn' };
      await record(certificateEntry('certificate.voided', content.number, data));
    },
  };

  /** Carries a certificate to its issue, under a checkpoint that covers it. */
  async function issue(
    own: Partial<CertificateContent> = {},
    replaces?: CertificateNumber,
  ): Promise<IssuedCertificate> {
    const content = stages.content(own);
    const numbered = await stages.number(content, replaces);
    const base = await stages.draw(content);
    const prepared = await stages.prepare(content, base, numbered);
    const sealed = await stages.seal(content, base, prepared);
    await stages.issued(content, sealed, numbered);
    await checkpoints.make();
    return { number: content.number as CertificateNumber, content, base, sealed };
  }

  async function release({ number, content }: IssuedCertificate): Promise<void> {
    const { entry } = await record(
      certificateEntry('report.prepared', number, {
        submission: submission(content),
        content: sha256Hex('no content beside the figures'),
      }),
    );
    const released = await record(
      certificateEntry('report.released', number, { submission: submission(content), prepared: entry.id }),
    );
    await write('INSERT INTO published.certificate_figures (release, number, figures) VALUES ($1, $2, $3)', [
      released.entry.id,
      number,
      JSON.stringify(figuresOf(content)),
    ]);
  }

  async function revoke({ number, content, sealed }: IssuedCertificate): Promise<void> {
    const data = { submission: submission(content), signed: sha256Hex(sealed), factor: 'password' };
    const reason = 'Wrong batch';
    const { entry } = await record(
      certificateEntry('certificate.revocation-requested', number, {
        ...data,
        reasonHash: sha256Hex(reason),
      }),
    );
    await record(certificateEntry('certificate.revoked', number, { ...data, reason, request: entry.id }));
  }

  return {
    ...running,
    ...{ stages, issue, release, revoke, signer, checkpoints, record },
    async stop() {
      rmSync(directory, { recursive: true });
      await running.stop();
    },
  };
}

function submission({ batch }: CertificateContent): EntryId {
  return derivedId<EntryId>('submission', batch.id);
}

/** Typed by what the ledger checks at run time: it refuses entries that do not fit their type. */
function certificateEntry(type: string, number: string, data: object): EntryDraft {
  return { type, subject: { kind: 'certificate', id: number }, data: { number, ...data } } as EntryDraft;
}
