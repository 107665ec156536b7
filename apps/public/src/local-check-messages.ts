import type { MessageCatalogue } from '#platform';

/** What the check on the reader's own device says. */
export const localCheckMessages: MessageCatalogue = {
  'page.local-note': {
    zh: '先在本机计算文件哈希并比对，文件不会上传；需要检查签章时再上传。',
    en: 'The file’s hash is computed on your device first and nothing is uploaded; upload it only to check the seals, too.',
  },
  'page.local-button': { zh: '在本机检查', en: 'Check on this device' },
  'page.local-working': { zh: '正在本机计算……', en: 'Computing on your device …' },
  'page.local-yes': {
    zh: '与签发时完全一致：{number}',
    en: 'Exactly the file that was issued as {number}',
  },
  'page.local-yes-more': {
    zh: '本机已核对：第 {seq} 号记录包含该文件的哈希，并收录在 {size} 条记录的检查点之下。签章尚未检查。',
    en: 'Checked on your device: entry {seq} holds this hash and stands under the checkpoint of {size} entries. The seals were not checked.',
  },
  'page.local-ended': {
    zh: '该证明书已失效：{number}',
    en: 'This certificate does not stand any more: {number}',
  },
  'page.local-ended-more': {
    zh: '文件与签发时一致，但证明书已被撤销、作废或取代。请打开核验页查看。',
    en: 'The file is as it was issued, but the certificate was revoked, voided or replaced. See its verification page.',
  },
  'page.local-no': {
    zh: '没有签发过与此完全相同的文件',
    en: 'No file exactly like this one was issued',
  },
  'page.local-no-more': {
    zh: '可能另存、压缩或改动过。上传做完整检查，可以知道原因。',
    en: 'It may have been saved again, compressed or changed. The full check, with upload, tells why.',
  },
  'page.local-broken': {
    zh: '本机无法确认收录证明',
    en: 'The proof could not be confirmed on your device',
  },
  'page.local-broken-more': {
    zh: '收录证明与检查点不符，或尚未收录。请稍后再试，或上传做完整检查。',
    en: 'The proof does not fit the checkpoint, or the entry is not covered yet. Try again later, or upload for the full check.',
  },
  'page.local-upload': { zh: '上传做完整检查', en: 'Upload for the full check' },
  'page.local-signed': {
    zh: '检查点的签名（Ed25519）已在本机核对，与账本公布给所有人的一致。',
    en: 'The checkpoint’s signature (Ed25519) was checked on your device; it is the one that the log gives to everybody.',
  },
  'page.local-unsigned': {
    zh: '这个浏览器不能核对 Ed25519 签名：检查点的签名没有在本机核对。需要时请上传做完整检查，或换新版浏览器。',
    en: 'This browser can’t check Ed25519 signatures, so the checkpoint’s signature was not checked here. Upload the file for the full check, or use a newer browser.',
  },
};
