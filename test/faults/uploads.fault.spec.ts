import { EvidenceStore } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type ClientRequest } from 'node:http';
import sharp from 'sharp';
import { confirmedSeizure } from '../support/case-samples.js';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { askDatabase } from '../support/evidence.js';
import { isBuilt, OfficeProcess } from '../support/office-process.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { flatPng, jpeg, liars, phonePhoto, picture, smallPhoto } from '../support/pictures.js';
import { ownBucket } from '../support/s3.js';
import { describeUnlessMissing } from '../support/tools.js';

jest.setTimeout(280_000);
const megabyte = 1_048_576;

/** Runs `work` for every item, so many at a time. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const runner = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
}

const pathOf = (lot: string, bytes: Uint8Array) =>
  `/api/v1/lots/${lot}/photos/${sha256Hex(bytes)}?stage=seizure`;

describeUnlessMissing(
  isBuilt ? [] : ['a build (npm run build)'],
  'a server under 500 slow connections, floods and parallel uploads',
  () => {
    let office: TestOffice;
    let server: OfficeProcess;
    let officer: SignedClient;
    let lot: string;
    const slow: ClientRequest[] = [];
    beforeAll(async () => {
      office = await startOffice();
      officer = await office.as('tb.officer1');
      lot = (await confirmedSeizure(office)).lots[0]!.id;
      server = await OfficeProcess.startBuilt(office);
    });
    afterAll(async () => {
      for (const request of slow) request.destroy();
      await server.kill();
      await office.close();
    });

    const headers = () => ({ authorization: `Bearer ${officer.token}` });
    const put = async (bytes: Uint8Array): Promise<number> => {
      const answer = await fetch(server.url + pathOf(lot, bytes), {
        method: 'PUT',
        headers: headers(),
        body: bytes as RequestInit['body'],
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    /** Sends its headers and one byte, and then holds the connection. */
    const holdOn = async (i: number): Promise<void> => {
      const url = server.url + pathOf(lot, Buffer.from(`slow ${String(i)}`));
      const request = httpRequest(url, { method: 'PUT', headers: { ...headers(), 'content-length': 1000 } });
      request.on('error', () => undefined);
      slow.push(request);
      const [socket] = (await once(request, 'socket')) as [NodeJS.EventEmitter & { connecting: boolean }];
      if (socket.connecting) await once(socket, 'connect');
      request.write('x');
    };

    it('serves the others, and takes less than 300 MB with all that decodes for it', async () => {
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, server.memory());
      }, 25);
      await each([...Array(500).keys()], 50, holdOn);
      const same = await jpeg(900);
      const statuses: number[] = [];
      await each(Array(50).fill(same) as Buffer[], 50, async (bytes) => void statuses.push(await put(bytes)));
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 200)).toHaveLength(49);
      const flood = await flatPng(30_000, 30_000);
      const pixels = randomBytes(1600 * 1200 * 3);
      const large = await sharp(pixels, { raw: { width: 1600, height: 1200, channels: 3 } })
        .png()
        .toBuffer();
      expect(large.length).toBeGreaterThan(5 * megabyte);
      const big = [flood, flood, large, large];
      const found: number[] = [];
      await each(big, 4, async (bytes) => void found.push(await put(bytes)));
      expect(found.sort()).toEqual([200, 201, 422, 422]);
      const hostile = [
        ...Object.values(await liars()).map((bytes) => ({ bytes, status: 422 })),
        ...(await Promise.all(
          (['jpeg', 'png', 'webp'] as const).map(async (format) => {
            const whole = await picture(950, 1600, 1200).toFormat(format).toBuffer();
            return { bytes: whole.subarray(0, whole.length >> 1), status: 201 };
          }),
        )),
        { bytes: Buffer.alloc(26 * megabyte), status: 413 },
        { bytes: await phonePhoto(951), status: 201 },
      ];
      await each(hostile, 8, async ({ bytes, status }) => expect(await put(bytes)).toBe(status));
      await each([...Array(40).keys()], 8, async (i) => expect(await put(await jpeg(1000 + i))).toBe(201));
      clearInterval(watch);
      expect(most).toBeGreaterThan(50 * megabyte);
      expect(most).toBeLessThan(300 * megabyte);
    });
  },
);

describeUnlessMissing(
  process.env['TEST_S3_URL'] ? [] : ['TEST_S3_URL'],
  'the network to an S3 store, cut again and again during 1,000 uploads',
  () => {
    let office: TestOffice;
    let proxy: CuttableProxy;
    let lot: string;
    beforeAll(async () => {
      const { address } = ownBucket(process.env['TEST_S3_URL']!);
      const url = new URL(address);
      proxy = await CuttableProxy.to(Number(url.port));
      url.port = String(proxy.port);
      office = await startOffice({ environment: { EVIDENCE_STORE: url.href } });
      lot = (await confirmedSeizure(office)).lots[0]!.id;
    });
    afterAll(async () => {
      await office.close();
      await proxy.close();
    });

    it('loses no acknowledged photo, and every other one succeeds when it is sent again', async () => {
      const officer = await office.as('tb.officer1');
      const acknowledged = new Set<Sha256>();
      let refused = 0;
      await each([...Array(1000).keys()], 8, async (i) => {
        const photo = await smallPhoto(i);
        if (i % 100 === 50) proxy.cut();
        for (let tries = 1; tries < 50; tries += 1) {
          const { status } = await officer.putBytes(pathOf(lot, photo), photo);
          if (status === 200 || status === 201) break;
          expect(status).toBe(503);
          refused += 1;
          if (tries > 1) proxy.mend();
        }
        acknowledged.add(sha256Hex(photo));
      });
      proxy.mend();
      expect(refused).toBeGreaterThan(0);
      const recorded = await askDatabase(office, 'SELECT 1 FROM state.photos');
      expect([recorded.length, acknowledged.size]).toEqual([1000, 1000]);
      const store = office.app.get(EvidenceStore, { strict: false });
      await each([...acknowledged], 8, async (sha256) => {
        expect(sha256Hex(await store.read(sha256))).toBe(sha256);
      });
      const auditor = await office.as('aud.auditor');
      expect((await auditor.post('/api/v1/ledger/verification', {})).body.ok).toBe(true);
    });
  },
);
