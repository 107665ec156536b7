import { EvidenceStore } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase } from '../support/evidence.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { smallPhoto } from '../support/pictures.js';
import { describeWherePossible, runTool } from '../support/tools.js';

jest.setTimeout(240_000);
const photos = 1000;

/** A file system of its own, so small that it fills up; undefined where this process may make none. */
function smallDisk(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = runTool('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', directory]);
  if (mounted.code === 0) return directory;
  rmSync(directory, { recursive: true });
  return undefined;
}

const disk = smallDisk();

describeWherePossible(
  disk === undefined ? 'mounting a small file system takes root' : undefined,
  'a disk that fills up during 1,000 uploads',
  () => {
    let office: TestOffice;
    beforeAll(async () => {
      office = await startOffice({ environment: { EVIDENCE_STORE: `filesystem://${disk!}` } });
    });
    afterAll(async () => {
      await office.close();
      runTool('umount', [disk!]);
      rmSync(disk!, { recursive: true });
    });

    it('loses no acknowledged photo, leaves nothing of the others, and takes them once there is room', async () => {
      const officer = await office.as('tb.officer1');
      const lot = (await confirmedSeizure(office)).lots[0]!.id;
      const acknowledged = new Set<Sha256>();
      const put = async (photo: Buffer): Promise<boolean> => {
        const path = `/api/v1/lots/${lot}/photos/${sha256Hex(photo)}?stage=seizure`;
        const { status, body } = await officer.putBytes(path, photo, { 'accept-language': 'en' });
        if (status === 503) {
          expect(body.type).toBe('urn:problem:store-full');
          return false;
        }
        expect(status).toBe(201);
        acknowledged.add(sha256Hex(photo));
        return true;
      };
      const sendAll = async (waiting: Buffer[]): Promise<Buffer[]> => {
        const refused: Buffer[] = [];
        const sender = async () => {
          for (let photo = waiting.pop(); photo; photo = waiting.pop()) {
            if (!(await put(photo))) refused.push(photo);
          }
        };
        await Promise.all(Array.from({ length: 8 }, sender));
        return refused;
      };
      const all = await Promise.all(Array.from({ length: photos }, (_, i) => smallPhoto(i)));
      const refused = await sendAll(all);
      expect(refused.length).toBeGreaterThan(100);
      expect(acknowledged.size).toBeGreaterThan(100);
      expect(await recorded()).toBe(acknowledged.size);
      expect(readdirSync(join(disk!, 'quarantine'))).toEqual([]);
      await readBack(acknowledged);
      expect(runTool('mount', ['-o', 'remount,size=64m', disk!]).code).toBe(0);
      expect(await sendAll(refused)).toEqual([]);
      expect(acknowledged.size).toBe(photos);
      expect(await recorded()).toBe(photos);
      await readBack(acknowledged);
      const auditor = await office.as('aud.auditor');
      expect((await auditor.post('/api/v1/ledger/verification', {})).body.ok).toBe(true);
    });

    const recorded = async () => (await askDatabase(office, 'SELECT 1 FROM state.photos')).length;
    const readBack = async (names: ReadonlySet<Sha256>) => {
      const store = office.app.get(EvidenceStore, { strict: false });
      for (const sha256 of names) expect(sha256Hex(await store.read(sha256))).toBe(sha256);
    };
  },
);
