import { sha256Hex } from '#kernel';
import { openSoftwareSigner } from '../../libs/certificates/src/signing/software-signer.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countersign } from '../../libs/certificates/src/signing/seal-certificate.js';
import type { Signer } from '../../libs/certificates/src/signing/signer.js';
import { startCertificates, type IssuedCertificate } from '../support/issued-certificates.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';

let ledger: Awaited<ReturnType<typeof startCertificates>>;
let site: TestPublicSite;
let issued: IssuedCertificate;
let stranger: Signer;
let folder: string;

const answersOf = (body: { questions: { answer: string }[] }) => body.questions.map(({ answer }) => answer);
const codesOf = (body: { reasons: { code: string }[] }) => body.reasons.map(({ code }) => code);

beforeAll(async () => {
  ledger = await startCertificates();
  site = await startPublicSite(ledger.database.publicUrl);
  issued = await ledger.issue();
  folder = mkdtempSync(join(tmpdir(), 'stranger-'));
  const agency = { code: 'XXX', nameZh: '假机关', nameEn: 'Nobody' };
  stranger = await openSoftwareSigner({ directory: folder, agency, at: Date.UTC(2026, 0, 1) });
});
afterAll(async () => {
  await site.close();
  await ledger.stop();
  rmSync(folder, { recursive: true });
});

/** Sends a file as a browser's form does. */
function form(bytes: Uint8Array, headers: Record<string, string> = {}, name = 'file') {
  const body = new FormData();
  body.append(name, new Blob([Buffer.from(bytes)], { type: 'application/pdf' }), 'c.pdf');
  return fetch(`${site.url}/verify`, { method: 'POST', body, headers: { accept: 'text/html', ...headers } });
}

describe('by file', () => {
  it('is valid for exactly the issued file, with all three questions answered yes and the proof shown', async () => {
    const { status, body } = await site.verify(issued.sealed, { 'accept-language': 'en' });
    expect([status, body.verdict, body.number, body.state]).toEqual([200, 'valid', issued.number, 'issued']);
    expect(answersOf(body)).toEqual(['yes', 'yes', 'yes']);
    expect(body.reasons).toEqual([]);
    expect(body.proof).toMatchObject({ origin: 'ledger.test', path: expect.any(Array) });
    expect(body.file).toEqual({
      sha256: sha256Hex(issued.sealed),
      length: issued.sealed.length,
      revision: 1,
    });
    expect(body.questions[0].question).toBe('Is this exactly the file that was issued?');
  });

  it('shows the issued entry: its bytes hash to the leaf of the proof', async () => {
    const { body } = await site.verify(issued.sealed);
    const response = await fetch(`${site.url}/log/entry/${body.proof.seq}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(sha256Hex(Buffer.concat([Buffer.of(0), bytes]))).toBe(body.proof.leafHash);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
      type: 'certificate.issued',
      data: { number: issued.number, sha256: sha256Hex(issued.sealed) },
    });
  });

  it.each([
    ['one flipped byte', () => flipped(issued.sealed), 'paper.bytes-changed', ['no', 'no', 'no']],
    ['an appended increment', () => appended(issued.sealed), 'paper.bytes-appended', ['no', 'no', 'unknown']],
    ['its seal stripped', () => issued.base, 'paper.signature-stripped', ['no', 'no', 'no']],
    [
      'its end cut off',
      () => issued.sealed.subarray(0, -500),
      'paper.truncated',
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'a picture instead',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
      'paper.not-a-pdf',
      ['unknown', 'unknown', 'unknown'],
    ],
  ])('with %s, says what happened', async (_what, make, code, answers) => {
    const { status, body } = await site.verify(make());
    expect(status).toBe(200);
    expect(codesOf(body)[0]).toBe(code);
    expect(answersOf(body)).toEqual(answers);
    expect(body.verdict).toBe(answers[0] === 'no' ? 'not-valid' : 'indeterminate');
  });

  it('names the number that a cut file shows, and what to do', async () => {
    const cut = issued.sealed.subarray(0, -500);
    const { body } = await site.verify(cut, { 'accept-language': 'en' });
    expect(body.number).toBe(issued.number);
    expect(body.questions[1].detail).toContain(issued.number);
    const page = await (await form(cut, { 'accept-language': 'en' })).text();
    expect(page).toContain('Ask whoever gave you the file for the original');
  });

  it('is not valid with a right seal but no entry in the ledger', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    const base = await ledger.stages.draw(content);
    const prepared = await ledger.stages.prepare(content, base, numbered);
    const sealed = await ledger.stages.seal(content, base, prepared);
    const { body } = await site.verify(sealed);
    expect(body.verdict).toBe('not-valid');
    expect(answersOf(body)).toEqual(['no', 'no', 'yes']);
    expect(codesOf(body)).toContain('paper.unknown-file');
    expect(codesOf(body)).toContain('verify.ledger-other-file');
  });

  it('is not valid for a number that this ledger never gave, whoever sealed it', async () => {
    const content = ledger.stages.content();
    const base = await ledger.stages.draw(content);
    const some = await ledger.stages.number(ledger.stages.content());
    const sealed = await ledger.stages.seal(content, base, some);
    const { body } = await site.verify(sealed);
    expect([body.verdict, body.number, body.state]).toEqual(['not-valid', content.number, null]);
    expect(codesOf(body)).toContain('verify.ledger-no-entry');
  });

  it('is not valid under a seal that is not trusted here, even if the ledger has the file', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    const base = await ledger.stages.draw(content);
    const prepared = await ledger.stages.prepare(content, base, numbered);
    const sealed = await ledger.stages.seal(content, base, prepared, stranger);
    await ledger.stages.issued(content, sealed, numbered);
    await ledger.checkpoints.make();
    const { body } = await site.verify(sealed);
    expect(body.verdict).toBe('not-valid');
    expect(answersOf(body)).toEqual(['yes', 'yes', 'no']);
    expect(codesOf(body)).toEqual(['signature.certificate-untrusted']);
  });

  it('is not valid under the trusted seal of another agency than the one that issued the number', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    const base = await ledger.stages.draw(content);
    const prepared = await ledger.stages.prepare(content, base, numbered);
    const sealed = await ledger.stages.seal(content, base, prepared, stranger);
    await ledger.stages.issued(content, sealed, numbered);
    await ledger.checkpoints.make();
    const sha256 = sha256Hex(stranger.certificateChain[0]!);
    await ledger.superuser.query(
      `INSERT INTO published.trust (sha256, agency, subject, since) VALUES ($1, 'XXX', 'x', '2026-01-01')`,
      [sha256],
    );
    const { body } = await site.verify(sealed);
    expect(codesOf(body)).toEqual(['verify.signer-other-agency']);
    await ledger.superuser.query('DELETE FROM published.trust WHERE sha256 = $1', [sha256]);
  });

  it('is not valid when the proof inside is another certificate’s, though the ledger has the file', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    const base = await ledger.stages.draw(content);
    await ledger.stages.prepare(content, base, numbered);
    const sealed = await ledger.stages.seal(content, base, numbered);
    await ledger.stages.issued(content, sealed, numbered);
    await ledger.checkpoints.make();
    const { body } = await site.verify(sealed);
    expect([body.verdict, ...codesOf(body)]).toEqual(['not-valid', 'verify.proof-of-other']);
    expect(answersOf(body)).toEqual(['yes', 'no', 'yes']);
  });

  it('is not valid without a proof inside, though the ledger has the file and the seal holds', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    const base = await ledger.stages.draw(content);
    await ledger.stages.prepare(content, base, numbered);
    const { signer } = ledger;
    const sealed = await countersign(base, { signer, field: 'Issuer', signedAt: content.issuedAt });
    await ledger.stages.issued(content, sealed, numbered);
    await ledger.checkpoints.make();
    const { body } = await site.verify(sealed);
    expect([body.verdict, ...codesOf(body)]).toEqual(['not-valid', 'verify.proof-missing']);
  });

  it('can not be decided before a checkpoint covers the issue, and is valid once one does', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    const base = await ledger.stages.draw(content);
    const prepared = await ledger.stages.prepare(content, base, numbered);
    const sealed = await ledger.stages.seal(content, base, prepared);
    await ledger.stages.issued(content, sealed, numbered);
    const before = await site.verify(sealed);
    expect([before.body.verdict, ...codesOf(before.body)]).toEqual([
      'indeterminate',
      'verify.ledger-no-checkpoint',
    ]);
    await ledger.checkpoints.make();
    expect((await site.verify(sealed)).body.verdict).toBe('valid');
  });

  it('is not valid when the ledger’s entry was altered behind the checkpoint', async () => {
    const own = await ledger.issue();
    const { body } = await site.verify(own.sealed);
    await ledger.superuser.query('UPDATE ledger.sequence SET leaf_hash = sha256(leaf_hash) WHERE seq = $1', [
      body.proof.seq - 1,
    ]);
    const after = await site.verify(own.sealed);
    expect([after.body.verdict, ...codesOf(after.body)]).toEqual(['not-valid', 'verify.ledger-broken']);
    const { rows } = await ledger.superuser.query(
      `SELECT e.body FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id WHERE s.seq = $1`,
      [body.proof.seq - 1],
    );
    await ledger.superuser.query(
      `UPDATE ledger.sequence SET leaf_hash = sha256('\\x00'::bytea || $2::bytea) WHERE seq = $1`,
      [body.proof.seq - 1, rows[0].body],
    );
    expect((await site.verify(own.sealed)).body.verdict).toBe('valid');
  });
});

describe('by number', () => {
  it('compares, never vouches: issued, without figures until they are released', async () => {
    const own = await ledger.issue();
    const before = await site.number(own.number, { 'accept-language': 'en' });
    expect([before.status, before.body.verdict, before.body.figures]).toEqual([200, 'issued', null]);
    expect(before.body.reasons[0].detail).toContain('Issued, details not published');
    expect(answersOf(before.body)).toEqual(['unchecked', 'yes', 'unchecked']);
    await ledger.release(own);
    const { body } = await site.number(own.number);
    expect([body.verdict, codesOf(body)[0]]).toEqual(['issued', 'verify.compare-figures']);
    expect(body.figures.headline).toMatchObject({ amount: '92092' });
    expect(body.figures.totals).toHaveLength(20);
  });

  it('publishes no person, party, address, lot or photo with the figures', async () => {
    const own = await ledger.issue();
    await ledger.release(own);
    const { body } = await site.number(own.number);
    const text = JSON.stringify(body);
    const { approvals, lead, witnesses, decisions, lines, sites, batch } = own.content;
    const hidden = [
      ...[...approvals, lead, ...witnesses].map(({ person }) => person),
      ...witnesses.map(({ statement }) => statement),
      ...decisions.flatMap(({ number, party }) => [number, party!]),
      ...lines.flatMap(({ lot, code, description }) => [lot, code, description]),
      ...sites.map(({ address }) => address),
      batch.title,
    ].filter((one) => one !== '');
    expect(hidden.length).toBeGreaterThan(40);
    expect(hidden.filter((one) => text.includes(one))).toEqual([]);
  });

  it('shows no figures before their release, even if some already stand in the table', async () => {
    const own = await ledger.issue();
    await ledger.superuser.query(
      `INSERT INTO published.certificate_figures (release, number, figures)
       VALUES (gen_random_uuid(), $1, '{"secret": 1}')`,
      [own.number],
    );
    expect((await site.number(own.number)).body.figures).toBeNull();
  });

  it('takes a number as people type it', async () => {
    const typed = ` ${issued.number.toLowerCase().replaceAll('-', '－')} `;
    expect((await site.number(typed)).body.number).toBe(issued.number);
    const { status, headers } = await site.get(`/verify?number=${encodeURIComponent(typed)}&lang=en`);
    expect([status, headers.get('location')]).toEqual([303, `/c/${issued.number}?lang=en`]);
  });

  it('says that a number is unknown, and what to do', async () => {
    const unknown = ledger.stages.content().number;
    const { status, body } = await site.number(unknown, { 'accept-language': 'en' });
    expect([status, body.type]).toEqual([404, 'urn:problem:unknown-number']);
    const page = await site.get(`/c/${unknown}`, { 'accept-language': 'en' });
    expect(page.status).toBe(404);
    expect(page.text).toContain('Compare it with the first page once more');
  });

  it('finds a typing error by the check character, and keeps what was typed', async () => {
    const wrong = `${issued.number.slice(0, -1)}${issued.number.endsWith('0') ? '1' : '0'}`;
    expect((await site.number(wrong)).status).toBe(422);
    const { status, text } = await site.get(`/verify?number=${wrong}&lang=en`);
    expect(status).toBe(422);
    expect(text).toContain(`value="${wrong}"`);
    expect(text).toContain('The check character of');
  });

  it('is being issued until its file is sealed', async () => {
    const content = ledger.stages.content();
    await ledger.stages.number(content);
    const { body } = await site.number(content.number);
    expect([body.verdict, ...codesOf(body)]).toEqual(['indeterminate', 'verify.state-in-issue']);
  });
});

describe('a certificate that ended', () => {
  it('says first that it was revoked, by number and by file', async () => {
    const own = await ledger.issue();
    await ledger.revoke(own);
    const byNumber = await site.number(own.number);
    const byFile = await site.verify(own.sealed);
    for (const { body } of [byNumber, byFile])
      expect([body.verdict, body.state, codesOf(body)[0]]).toEqual([
        'not-valid',
        'revoked',
        'verify.state-revoked',
      ]);
    expect(answersOf(byFile.body)).toEqual(['yes', 'yes', 'yes']);
    expect((await site.get(`/c/${own.number}?lang=zh-CN`)).text).toMatch(/<h1>此证明书已被撤销<\/h1>/);
  });

  it('says first which certificate replaced it', async () => {
    const old = await ledger.issue();
    const next = await ledger.issue({}, old.number);
    const { body } = await site.verify(old.sealed);
    expect([body.verdict, body.state, body.replacedBy]).toEqual(['not-valid', 'superseded', next.number]);
    expect(body.reasons[0].detail).toContain(next.number);
    expect((await site.verify(next.sealed)).body.verdict).toBe('valid');
  });

  it('says that a voided number never had a file', async () => {
    const content = ledger.stages.content();
    const numbered = await ledger.stages.number(content);
    await ledger.stages.voided(content, numbered);
    const { body } = await site.number(content.number);
    expect([body.verdict, ...codesOf(body)]).toEqual(['not-valid', 'verify.state-voided']);
  });
});

describe('uploads', () => {
  it('takes the file of a form as well as a raw body', async () => {
    const response = await form(issued.sealed, { 'accept-language': 'en' });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<h1>This is exactly the file that was issued</h1>');
    expect(page).toContain(sha256Hex(issued.sealed));
  });

  it.each([
    ['an empty body', () => site.verify(Buffer.alloc(0)), 422, 'urn:problem:no-file'],
    [
      'another kind of body',
      () => site.verify(Buffer.from('x'), { 'content-type': 'text/plain' }),
      415,
      'urn:problem:unsupported-media-type',
    ],
    [
      'a form without boundary',
      () => site.verify(Buffer.from('x'), { 'content-type': 'multipart/form-data' }),
      415,
      'urn:problem:unsupported-media-type',
    ],
    [
      'a form that breaks off',
      () =>
        site.verify(
          Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="c.pdf"\r\n\r\n%PDF-1.7'),
          { 'content-type': 'multipart/form-data; boundary=x' },
        ),
      400,
      'urn:problem:cut',
    ],
    ['over 50 MB', () => site.verify(Buffer.alloc(50 * 1024 * 1024 + 1)), 413, 'urn:problem:too-large'],
  ])('refuses %s', async (_what, send, status, type) => {
    const answer = await send();
    expect([answer.status, answer.body.type]).toEqual([status, type]);
  });

  it('refuses over 50 MB in a form, and without a stated length', async () => {
    const large = Buffer.alloc(51 * 1024 * 1024);
    expect((await form(large)).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < large.length; at += 1 << 20)
          controller.enqueue(large.subarray(at, at + (1 << 20)));
        controller.close();
      },
    });
    const response = await fetch(`${site.url}/verify`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/pdf' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it('gives the room of uploads back that their senders broke off', async () => {
    const part = Buffer.alloc(25 * 1024 * 1024);
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="c.pdf"\r\n\r\n';
    for (let time = 0; time < 10; time += 1) {
      const sent = request(`${site.url}/verify`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': part.length * 2 },
      });
      sent.on('error', () => undefined);
      sent.write(head);
      await new Promise((resolve) => sent.write(part, resolve));
      const closed = new Promise((resolve) => sent.once('close', resolve));
      sent.destroy();
      await closed;
    }
    expect((await site.verify(Buffer.alloc(30 * 1024 * 1024, '%PDF-'))).status).toBe(200);
  });

  it('gives the room of refused and of checked files back: as many as wanted one after the other', async () => {
    const some = Buffer.alloc(30 * 1024 * 1024, '%PDF-');
    for (let time = 0; time < 10; time += 1) expect((await site.verify(some)).status).toBe(200);
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[Math.floor(copy.length / 2)]! ^= 1;
  return copy;
}

function appended(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.from('\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n')]);
}
