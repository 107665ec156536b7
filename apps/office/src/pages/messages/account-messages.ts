import type { MessageCatalogue } from '#platform';

/** Texts of passkeys: on the account page, and beside the password of a signature. */
export const accountMessages: MessageCatalogue = {
  'entry.name-passkey.enrolled': { zh: '登记通行密钥', en: 'Passkey enrolled' },
  'entry.name-passkey.removed': { zh: '移除通行密钥', en: 'Passkey removed' },
  'passkeys.title': { zh: '通行密钥', en: 'Passkeys' },
  'passkeys.lead': {
    zh: '审批和签发时，可用本人设备的指纹、面容或 PIN 代替口令签署。设备签署的是清单的哈希，任何人日后都能离线验证。',
    en: 'Sign approvals and certificates with the fingerprint, face or PIN of your own device instead of the password. The device signs the hash of the list, and anyone can check it offline later.',
  },
  'passkeys.none': {
    zh: '还没有通行密钥；现在用口令签署。',
    en: 'No passkey yet: you sign with the password.',
  },
  'passkeys.unavailable': {
    zh: '本站点的地址不支持通行密钥（须为带 TLS 的域名，或 localhost）。请用口令签署，或请管理员设置 OFFICE_URL。',
    en: 'The address of this site allows no passkeys (it must be a host name with TLS, or localhost). Sign with the password, or ask the administrator to set OFFICE_URL.',
  },
  'passkeys.needs-script': {
    zh: '添加通行密钥需要浏览器脚本和支持通行密钥的浏览器。没有也不影响工作：所有签署都可以用口令。',
    en: 'Adding a passkey takes a browser with scripts and passkeys. You can work without: everything can be signed with the password.',
  },
  'passkeys.name': { zh: '设备名称', en: 'Name of the device' },
  'passkeys.name-hint': { zh: '例如“办公电脑”“手机”', en: 'For instance “office computer” or “phone”' },
  'passkeys.added': { zh: '添加时间', en: 'Added' },
  'passkeys.last-used': { zh: '上次使用', en: 'Last used' },
  'passkeys.never': { zh: '从未使用', en: 'never' },
  'passkeys.state': { zh: '状态', en: 'State' },
  'passkeys.ready': { zh: '可用', en: 'can sign' },
  'passkeys.suspected': {
    zh: '已停用：可能存在副本，请移除并告知管理员',
    en: 'stopped: a copy may exist; remove it and tell the administrator',
  },
  'passkeys.remove': { zh: '移除', en: 'Remove' },
  'passkeys.act': { zh: '操作', en: 'Act' },
  'passkeys.add': { zh: '添加通行密钥', en: 'Add a passkey' },
  'passkeys.password': { zh: '当前口令', en: 'Your present password' },
  'passkeys.password-hint': {
    zh: '防止他人借用已登录的页面添加自己的设备',
    en: 'So that nobody at your open session adds a device of their own',
  },
  'passkeys.enrolled': {
    zh: '通行密钥已添加，记录号 {{seq}}。下次签署时点击“用通行密钥签署”。',
    en: 'The passkey is added, entry no. {{seq}}. Next time, press “Sign with a passkey”.',
  },
  'passkeys.removed': {
    zh: '通行密钥已移除，记录号 {{seq}}。它以前的签署仍然有效。',
    en: 'The passkey is removed, entry no. {{seq}}. What it signed before stays valid.',
  },
  'passkeys.sign': { zh: '用通行密钥签署', en: 'Sign with a passkey' },
  'passkeys.sign-hint': {
    zh: '设备将签署上面的哈希；证明书上会注明“通行密钥”。',
    en: 'Your device signs the hash above; the certificate will say “passkey”.',
  },
  'passkeys.or': { zh: '或者用口令：', en: 'Or with the password:' },
  'passkeys.waiting': { zh: '请在设备上确认…', en: 'Confirm on your device…' },
  'passkeys.cancelled': {
    zh: '设备未确认，或等待超时。请再试一次，或用口令签署。',
    en: 'The device did not confirm, or it took too long. Try again, or use the password.',
  },
  'passkeys.host': {
    zh: '此地址不能使用通行密钥。请通过管理员告知的网址（不是 IP 地址）打开本站，或用口令。',
    en: 'Passkeys don’t work at this address. Open the site by its name, not by a number, or use the password.',
  },
  'passkeys.known': {
    zh: '此设备已经登记过通行密钥。请换一台设备，或先移除旧的。',
    en: 'This device has a passkey here already. Take another device, or remove the old one first.',
  },
  'passkeys.failed': {
    zh: '通行密钥未能使用。请再试一次，或用口令。',
    en: 'The passkey could not be used. Try again, or use the password.',
  },
  'account.how': {
    zh: '口令和通行密钥只属于本人，不得转借。更改口令会结束您的所有登录。通行密钥的公钥记入台账，签署可由任何人离线核验；私钥不会离开设备。',
    en: 'Password and passkeys are yours alone. Changing the password ends all your sessions. The public key of a passkey stands in the ledger, so anyone can check what it signed; the private key never leaves the device.',
  },
};
