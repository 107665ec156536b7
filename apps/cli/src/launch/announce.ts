import type { Addresses, LaunchSettings } from './settings.js';

/** Gives where this machine reaches the applications, also beside a listener on all its addresses. */
export function addressesOf(settings: LaunchSettings): Addresses {
  const everywhere = settings.host === '0.0.0.0' || settings.host === '::';
  const host = everywhere ? '127.0.0.1' : settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return { office: `http://${host}:${settings.officePort}`, public: `http://${host}:${settings.publicPort}` };
}

/** Prints where everything is, as soon as it answers. */
export function announceAddresses(settings: LaunchSettings): void {
  const { office, public: site } = addressesOf(settings);
  print([
    '',
    'Destruction Ledger 假冒侵权罚没物品处置账本',
    '',
    `  staff site    ${office.replace('127.0.0.1', 'localhost')}`,
    `  public site   ${site.replace('127.0.0.1', 'localhost')}`,
    `  logs          ${settings.logDirectory}`,
  ]);
}

/** Prints what the seed has to tell, and how to stop. */
export function announceSeed(lines: readonly string[]): void {
  const told = lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)];
  print([...told, '', 'Ctrl-C stops everything; the next start finds the same data.', '']);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
