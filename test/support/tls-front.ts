import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { runTool } from './tools.js';

/** What stands before a server in many places: ends TLS, under a certificate of an authority of its own. */
export class TlsFront {
  /** Flips one bit in what passes next, where it is long enough to be a body. */
  spoilsNext = false;
  /** The beginnings of all requests that passed. */
  readonly heads: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly port: number,
    /** The authority's certificate (PEM). */
    readonly authority: string,
  ) {
    server.on('secureConnection', (near) => this.join(near));
    server.on('tlsClientError', () => undefined);
  }

  /** Before `port` of this machine; needs OpenSSL. */
  static async before(port: number): Promise<TlsFront> {
    const folder = mkdtempSync(join(tmpdir(), 'tls-front-'));
    const path = (name: string) => join(folder, name);
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    const make = (name: string, subject: string, ...more: string[]) => {
      const files = ['-keyout', path(`${name}.key`), '-out', path(`${name}.pem`)];
      runTool('openssl', ['req', '-x509', ...key, '-subj', `/CN=${subject}`, ...files, ...more]);
    };
    make('root', 'Test authority');
    const issuer = ['-CA', path('root.pem'), '-CAkey', path('root.key')];
    make(
      'leaf',
      'store',
      ...issuer,
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-addext',
      'basicConstraints=CA:FALSE',
    );
    const read = (name: string) => readFileSync(path(name), 'utf8');
    const server = createServer({ key: read('leaf.key'), cert: read('leaf.pem') });
    const front = new TlsFront(server, port, read('root.pem'));
    rmSync(folder, { recursive: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  /** The address of the same server through this front. */
  addressOf(plain: string): string {
    const url = new URL(plain);
    url.port = String((this.server.address() as AddressInfo).port);
    url.searchParams.set('tls', 'yes');
    return url.href;
  }

  async close(): Promise<void> {
    this.server.close();
    this.sockets.forEach((socket) => socket.destroy());
    await once(this.server, 'close');
  }

  private readonly sockets = new Set<TLSSocket>();

  private join(near: TLSSocket): void {
    const far = connect(this.port, '127.0.0.1');
    this.sockets.add(near);
    near
      .on('error', () => undefined)
      .once('close', () => {
        this.sockets.delete(near);
        far.destroy();
      });
    far.on('error', () => undefined).once('close', () => near.destroy());
    far.pipe(near);
    near.on('data', (chunk: Buffer) => {
      const text = chunk.subarray(0, 4000).toString('latin1');
      if (/^[A-Z]+ \/\S* HTTP/.test(text)) this.heads.push(text);
      if (this.spoilsNext && chunk.length > 4000) {
        this.spoilsNext = false;
        chunk[chunk.length - 1]! ^= 1;
      }
      far.write(chunk);
    });
    near.once('end', () => far.end());
  }
}
