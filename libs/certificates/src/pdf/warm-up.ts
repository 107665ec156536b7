import type { Instant, Sha256 } from '#kernel';
import type { CertificateContent } from '../domain/certificate-content.js';

const nothing = '0'.repeat(64) as Sha256;
const epoch = '2026-01-01T00:00:00.000Z' as Instant;
const piece = { amount: '1', unit: 'piece' };

/**
 * The smallest content that draws every part of a certificate. A render thread draws it once at its
 * start, so that the first real certificate finds the code compiled and the fonts' tables decoded.
 */
export const warmUpContent: CertificateContent = {
  v: 1,
  number: 'WARM-2026-000001-0',
  version: 1,
  issuedAt: epoch,
  utcOffset: '+08:00',
  agency: 'WARM',
  seal: { name: 'TEST SEAL', test: true },
  batch: { id: 'warm-up', reference: 'PC-2026-0001', title: '预热', snapshot: nothing },
  names: { agencies: {}, units: {}, categories: {}, methods: {} },
  method: { code: 'crushing' },
  sites: [
    {
      code: 'site',
      name: { zh: '销毁点', en: 'Site' },
      address: '—',
      event: 'HD-1',
      startedAt: epoch,
      endedAt: epoch,
    },
  ],
  decisions: [{ number: '第 1 号', date: '2026-01-01' }],
  lines: [
    {
      lot: 'lot',
      code: 'LOT-2026-00001',
      category: 'other-goods',
      description: '物品',
      site: 'site',
      declared: piece,
      allocated: piece,
      staged: piece,
      destroyed: piece,
      base: piece,
    },
  ],
  subtotals: [{ site: 'site', destroyed: piece, base: piece }],
  totals: [{ category: 'other-goods', base: piece }],
  unitTotals: [{ destroyed: piece, base: piece }],
  approvals: [
    {
      agency: 'WARM',
      person: '审批人',
      role: '审批人',
      decidedAt: epoch,
      factor: 'password',
      snapshot: nothing,
    },
  ],
  lead: { agency: 'WARM', person: '负责人' },
  witnesses: [{ agency: 'WARM', person: '监销人', statement: '目睹销毁。' }],
  photos: [{ sha256: nothing, stage: 'before' }],
  exclusions: [],
  retained: [],
  exceptions: [],
  ledger: { first: 0, last: 1, checkpoint: { origin: 'warm-up', size: 2, root: nothing } },
};
