import { generateKeyPairSync } from 'node:crypto';
import { formatCheckpoint, leafHash, nodeHash, signNote, toHex, verifierOf, type NoteSigner } from '#merkle';
import { weighEntry } from './ledger-evidence.js';

const signer = (): NoteSigner => ({
  name: 'ledger.test',
  privateKey: generateKeyPairSync('ed25519').privateKey,
});
const log = signer();
const [first, second] = [Buffer.from('first'), Buffer.from('second')];
const root = toHex(nodeHash(leafHash(first), leafHash(second)));
const noteOf = (by: NoteSigner, own: object = {}) =>
  signNote(formatCheckpoint({ origin: 'ledger.test', size: 2, root, ...own }), by);
const entry = (own: object = {}) => ({
  seq: 1,
  body: second,
  checkpoint: { note: noteOf(log), size: 2, path: [toHex(leafHash(first))] },
  ...own,
});
const said = (own: object = {}, keys = [verifierOf(log)]) => {
  const { answer, proof } = weighEntry(entry(own), keys);
  return [answer.answer, answer.detail.code, proof !== undefined];
};

describe('whether an entry is in the ledger', () => {
  it('is yes where its bytes lead to the root that the log’s key signed', () => {
    expect(said()).toEqual(['yes', 'verify.ledger-yes', true]);
    expect(weighEntry(entry(), [verifierOf(log)]).proof).toMatchObject({ seq: 1, size: 2, root });
  });

  it('is no where the bytes, the place or the path are others', () => {
    const path = [toHex(leafHash(second))];
    expect(said({ body: Buffer.from('changed') })).toEqual(['no', 'verify.ledger-broken', false]);
    expect(said({ seq: 0 })).toEqual(['no', 'verify.ledger-broken', false]);
    expect(said({ checkpoint: { note: noteOf(log), size: 2, path } })).toEqual([
      'no',
      'verify.ledger-broken',
      false,
    ]);
  });

  it('can’t be said without a checkpoint, or under one that another key signed', () => {
    expect(said({ checkpoint: undefined })).toEqual(['unknown', 'verify.ledger-no-checkpoint', false]);
    expect(said({}, [verifierOf(signer())])).toEqual(['unknown', 'note.unknown-signer', false]);
    expect(said({}, [])[0]).toBe('unknown');
  });

  it('believes the size in the signed note, not the one beside it', () => {
    const note = noteOf(log, { size: 3 });
    expect(said({ checkpoint: { note, size: 2, path: [toHex(leafHash(first))] } })[0]).toBe('no');
  });
});
