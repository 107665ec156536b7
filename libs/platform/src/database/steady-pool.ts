import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface Client {
  on(event: 'error', listener: () => void): unknown;
}
interface Pool {
  on(event: 'acquire', listener: (client: Client) => void): unknown;
}

/**
 * Keeps a connection that ends at the very moment at which the pool hands it out from ending the process: the pool
 * has stopped listening to it, and TypeORM listens only a little later. Whoever uses it then fails by the next query.
 */
@Injectable()
export class SteadyPool {
  private readonly heard = new WeakSet<Client>();

  constructor(dataSource: DataSource) {
    const { master } = dataSource.driver as unknown as { master: Pool };
    master.on('acquire', (client) => {
      if (this.heard.has(client)) return;
      this.heard.add(client);
      client.on('error', () => undefined);
    });
  }
}
