import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Keys that the public site checks by. Rows are only added: what was trusted at an issue stays checkable. */
@Injectable()
export class TrustListRepository {
  constructor(private readonly dataSource: DataSource) {}

  async addSeal(seal: { sha256: string; agency: string; subject: string; since: string }): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO published.trust (sha256, agency, subject, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [seal.sha256, seal.agency, seal.subject, seal.since],
    );
  }

  async addLogKey(origin: string, verifierKey: string): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO published.log (verifier_key, origin) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [verifierKey, origin],
    );
  }

  /** Codes of agencies that issue or issued certificates and whose seal is not published yet. */
  async agenciesWithoutSeal(): Promise<string[]> {
    const rows: { agency: string }[] = await this.dataSource.query(
      `SELECT DISTINCT c.agency FROM published.certificates c
       WHERE NOT EXISTS (SELECT 1 FROM published.trust t WHERE t.agency = c.agency) ORDER BY 1`,
    );
    return rows.map(({ agency }) => agency);
  }
}
