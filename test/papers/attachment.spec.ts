import { deflateSync } from 'node:zlib';
import { claimedAttachment, readAttachment } from '#papers';
import { handMadePdf } from './hand-made.js';

const catalog = '<</Type /Catalog /Names <</EmbeddedFiles <</Names [(data.json) 2 0 R]>>>>>>';
const specification = '<</Type /Filespec /F (data.json) /EF <</F 3 0 R>>>>';

function paper(dictionary: string, data: Buffer, objects: Record<number, string> = {}): Buffer {
  const stream = `<<${dictionary}>>\nstream\n${data.toString('latin1')}\nendstream`;
  return handMadePdf({ 1: catalog, 2: specification, 3: stream, ...objects });
}
const read = (bytes: Buffer) => readAttachment(bytes, 'data.json');

describe('the data attached to a paper', () => {
  const packed = deflateSync(Buffer.from('{"v":1}'));

  it('are read plain or deflated', () => {
    const deflated = paper(`/Filter /FlateDecode /Length ${packed.length}`, packed);
    expect(Buffer.from(read(deflated)!).toString()).toBe('{"v":1}');
    expect(Buffer.from(read(paper('/Length 7', Buffer.from('{"v":1}')))!).toString()).toBe('{"v":1}');
  });

  it('are not read when they would fill memory', () => {
    const bomb = deflateSync(Buffer.alloc(40 << 20));
    expect(read(paper(`/Filter /FlateDecode /Length ${bomb.length}`, bomb))).toBeUndefined();
  });

  it.each([
    ['damaged', `/Filter /FlateDecode /Length ${packed.length - 3}`],
    ['longer than the file', '/Length 99999999'],
    ['without a length', '/Filter /FlateDecode'],
    ['of negative length', '/Length -1'],
    ['packed in another way', `/Filter /LZWDecode /Length ${packed.length}`],
    ['packed several times', `/Filter [/FlateDecode /FlateDecode] /Length ${packed.length}`],
  ])('are not read when they are %s', (_, dictionary) => {
    expect(read(paper(dictionary, packed))).toBeUndefined();
  });

  it('are not read under another name, or where nothing is attached', () => {
    expect(readAttachment(paper('/Length 2', Buffer.from('{}')), 'other.json')).toBeUndefined();
    expect(read(handMadePdf({ 1: '<</Type /Catalog>>' }))).toBeUndefined();
    expect(read(Buffer.from('no PDF'))).toBeUndefined();
    expect(
      read(paper('/Length 2', Buffer.from('{}'), { 2: '<</F (data.json) /EF <</F 9 0 R>>>>' })),
    ).toBeUndefined();
  });

  it('are still found as a claim when the table of the file is damaged', () => {
    const whole = paper(`/Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length}`, packed);
    const damaged = Buffer.from(whole.toString('latin1').replace(/startxref\n\d/, 'startxref\n9'), 'latin1');
    expect(read(damaged)).toBeUndefined();
    expect(Buffer.from(claimedAttachment(damaged, 'data.json')!).toString()).toBe('{"v":1}');
    expect(claimedAttachment(whole, 'data.json')).toEqual(read(whole));
    expect(claimedAttachment(Buffer.from('/EmbeddedFile'.repeat(1000)), 'data.json')).toBeUndefined();
    expect(
      claimedAttachment(Buffer.alloc(10 << 20, '1 0 obj<</A/EmbeddedFile'), 'data.json'),
    ).toBeUndefined();
  });
});
