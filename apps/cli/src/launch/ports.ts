import { createServer } from 'node:net';
import type { LaunchSettings } from './settings.js';

/**
 * Finds out before anything is started whether the applications can have their ports. Otherwise they would
 * crash again and again, while the program that has the port may well answer in their place.
 *
 * @throws Error naming the port and the variable that chooses another
 */
export async function ensurePortsFree(settings: Pick<LaunchSettings, 'host' | 'officePort' | 'publicPort'>) {
  await ensureFree(settings.host, settings.officePort, 'OFFICE_PORT');
  await ensureFree(settings.host, settings.publicPort, 'PUBLIC_PORT');
}

async function ensureFree(host: string, port: number, variable: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((settle, fail) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const what =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${error.code})`;
      fail(
        new Error(`port ${port} on ${host} ${what}. Stop that program or set ${variable} to another port.`),
      );
    });
    probe.listen(port, host, () => probe.close(() => settle()));
  });
}
