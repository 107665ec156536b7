import { createServer, type AddressInfo } from 'node:net';
import { ensurePortsFree } from './ports.js';

describe('the ports of the applications', () => {
  const host = '127.0.0.1';
  const other = createServer();
  let taken = 0;

  beforeAll(async () => {
    await new Promise<void>((settle) => other.listen(0, host, settle));
    taken = (other.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((settle) => other.close(settle)));

  it('are refused when another program has one, naming the variable that chooses another', async () => {
    await expect(ensurePortsFree({ host, officePort: taken, publicPort: 0 })).rejects.toThrow(
      `port ${taken} on 127.0.0.1 is in use by another program. Stop that program or set OFFICE_PORT`,
    );
    await expect(ensurePortsFree({ host, officePort: 0, publicPort: taken })).rejects.toThrow(
      'set PUBLIC_PORT',
    );
  });

  it('are left free for the applications after the check', async () => {
    await ensurePortsFree({ host, officePort: 0, publicPort: 0 });
    await expect(ensurePortsFree({ host: '192.0.2.1', officePort: 0, publicPort: 0 })).rejects.toThrow(
      'EADDRNOTAVAIL',
    );
  });
});
