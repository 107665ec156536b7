import type { SeedReport } from '../seed/seed.js';
import type { LaunchSettings } from './settings.js';

/** Prints where everything is and what to try: addresses first, then what the seed has to tell. */
export function announce(settings: LaunchSettings, seeded: SeedReport): void {
  const { officePort, publicPort, logDirectory } = settings;
  const lines = [
    '',
    'Destruction Ledger 假冒侵权罚没物品处置账本',
    '',
    `  staff site    http://localhost:${officePort}`,
    `  public site   http://localhost:${publicPort}`,
    `  logs          ${logDirectory}`,
    ...seeded.lines.map((line) => `  ${line}`),
    '',
    'Ctrl-C stops everything; the next start finds the same data.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
