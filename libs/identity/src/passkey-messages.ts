import type { MessageCatalogue } from '#platform';

/** Sentences about passkeys. */
export const passkeyMessages: MessageCatalogue = {
  'passkey.no-site': {
    zh: '本站点的地址不支持通行密钥（须为带 TLS 的域名，或 localhost）。请使用口令，或请管理员设置 OFFICE_URL。',
    en: 'The address of this site allows no passkeys (it must be a host name with TLS, or localhost). Use the password, or ask the administrator to set OFFICE_URL.',
  },
  'passkey.none': {
    zh: '您还没有可用的通行密钥。请使用口令，或在“我的账号”中添加一个。',
    en: 'You have no passkey that can sign. Use the password, or add one under My account.',
  },
  'passkey.ceremony-ended': {
    zh: '此次通行密钥验证已结束或超过 5 分钟。请重新点击按钮再试。',
    en: 'This use of the passkey was answered already or took more than 5 minutes. Press the button again.',
  },
  'passkey.not-accepted': {
    zh: '浏览器给出的通行密钥无法接受（来自其他网站、未验证本人，或算法不受支持）。请在本页面重新添加，或换一台设备。',
    en: 'This passkey can’t be accepted: it was made for another site, without recognising you, or with an unknown algorithm. Add it again on this page, or take another device.',
  },
  'passkey.enrolled-already': {
    zh: '此通行密钥已登记过，不能再次登记。请在设备上新建一个。',
    en: 'This passkey was enrolled before and can’t be enrolled again. Make a new one on the device.',
  },
  'passkey.too-many': {
    zh: '每人最多 {{limit}} 个通行密钥。请先移除不再使用的。',
    en: 'A person has at most {{limit}} passkeys. Remove one that you no longer use.',
  },
  'passkey.unknown': {
    zh: '您没有这个通行密钥。请刷新页面后再选。',
    en: 'You have no such passkey. Reload the page and choose again.',
  },
  'passkey.not-yours': {
    zh: '此通行密钥没有登记在您名下，或已移除。请换用您自己的通行密钥，或使用口令。',
    en: 'This passkey is not enrolled for you, or was removed. Use one of your own, or the password.',
  },
  'passkey.signature-refused': {
    zh: '通行密钥的签名不符合要求（{{fault}}）。请重新打开页面再签署，或使用口令。',
    en: 'What the passkey signed does not hold ({{fault}}). Open the page again and sign once more, or use the password.',
  },
  'passkey.signature-used': {
    zh: '此签名已经用过，不能重复使用。请重新签署，或使用口令。',
    en: 'This signature was used before. Sign once more, or use the password.',
  },
  'passkey.copied': {
    zh: '此通行密钥的计数倒退，可能存在副本，已停止使用。请在“我的账号”中移除并重新添加，并告知管理员；现在可使用口令。',
    en: 'The count of this passkey went back: a copy of it may exist, so it signs no more. Remove it under My account, add a new one and tell the administrator; for now use the password.',
  },
};
