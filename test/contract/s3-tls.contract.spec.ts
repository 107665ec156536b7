import { openEvidenceStore } from '#evidence';
import { sha256Hex } from '#kernel';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { globalAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeS3, makeS3, ownBucket } from '../support/s3.js';
import { TlsFront } from '../support/tls-front.js';
import { describeWithTools } from '../support/tools.js';
import { describeEvidenceStore } from './evidence-store.contract.js';

describeWithTools(['openssl'], 'the S3 adapter over TLS', () => {
  describeS3('under an authority of its own', ({ name, url }) => {
    let front: TlsFront;
    beforeAll(async () => {
      front = await TlsFront.before(Number(new URL(url).port));
      // What NODE_EXTRA_CA_CERTS does for a process that starts.
      globalAgent.options.ca = front.authority;
    });
    afterAll(async () => {
      delete globalAgent.options.ca;
      globalAgent.destroy();
      await front.close();
    });

    describeEvidenceStore(`${name} over TLS`, () => makeS3(front.addressOf(url)));

    it('sends no signed hash of the body, but its MD5, which the server checks', async () => {
      const under = await makeS3(front.addressOf(url));
      const bytes = randomBytes(200_000);
      front.heads.length = 0;
      await under.store.putBytes(bytes);
      const put = front.heads.find((head) => head.startsWith(`PUT /${under.bucket}/${sha256Hex(bytes)}`))!;
      expect(put).toMatch(/x-amz-content-sha256: UNSIGNED-PAYLOAD/i);
      expect(put).toMatch(/content-md5: \S{22}==/i);
      await under.close();
    });

    it('acknowledges nothing that was changed on the way to the server, and takes the same bytes again', async () => {
      const { address } = ownBucket(front.addressOf(url));
      const folder = await mkdtemp(join(tmpdir(), 's3-tls-'));
      const store = openEvidenceStore({ store: address, dataDirectory: folder }, { gateway: { tries: 1 } });
      await store.putBytes(randomBytes(10));
      const bytes = randomBytes(200_000);
      front.spoilsNext = true;
      await expect(store.putBytes(bytes)).rejects.toMatchObject({ code: 'evidence.store-unreachable' });
      expect(front.spoilsNext).toBe(false);
      expect(await store.has(sha256Hex(bytes))).toBe(false);
      expect(await store.read(await store.putBytes(bytes))).toEqual(bytes);
      store.close();
      await rm(folder, { recursive: true });
    });

    it('believes no server whose authority it does not know', async () => {
      const known = globalAgent.options.ca;
      delete globalAgent.options.ca;
      globalAgent.destroy();
      const folder = await mkdtemp(join(tmpdir(), 's3-tls-'));
      const { address } = ownBucket(front.addressOf(url));
      const store = openEvidenceStore({ store: address, dataDirectory: folder }, { gateway: { tries: 1 } });
      front.heads.length = 0;
      await expect(store.putBytes(randomBytes(10))).rejects.toMatchObject({
        code: 'evidence.store-unreachable',
      });
      expect(front.heads).toEqual([]);
      store.close();
      await rm(folder, { recursive: true });
      globalAgent.options.ca = known;
    });
  });
});
