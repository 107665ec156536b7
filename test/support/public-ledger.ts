import { systemClock } from '#kernel';
import { Checkpoints, Integrator } from '#ledger';
import { DataSource } from 'typeorm';
import { PublicLedgerRepository } from '../../libs/publication/src/public-ledger.repository.js';
import { SnapshotService } from '../../libs/publication/src/snapshot.service.js';
import type { startCertificates } from './issued-certificates.js';

/** The maker of snapshots over a ledger of certificates. */
export function snapshotsOf(ledger: Awaited<ReturnType<typeof startCertificates>>): SnapshotService {
  return new SnapshotService(
    new PublicLedgerRepository(ledger.get(DataSource)),
    ledger.get(Checkpoints),
    ledger.get(Integrator),
    systemClock,
  );
}
