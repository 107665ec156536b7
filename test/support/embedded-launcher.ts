import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/** Account of a launcher process; empty means our own. */
export type Account = { readonly uid?: number; readonly gid?: number };

export type StartedServer = {
  readonly url: string;
  readonly pid: number;
  readonly moved: boolean;
  readonly directory: string;
};

/** A real Node process that started the embedded server, ready to be killed. */
export class EmbeddedLauncher {
  private errors = '';
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;
  private readonly closed: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout === null) throw new Error('The launcher has no standard output.');
    this.reader = createInterface({ input: child.stdout });
    this.lines = this.reader[Symbol.asyncIterator]();
    this.closed = once(child, 'close');
    child.stderr?.on('data', (chunk) => (this.errors += String(chunk)));
  }

  /** Starts the process and waits for its server; an Error carries what the process wrote. */
  static async start(directory: string, account: Account = {}, port?: number) {
    const support = join(process.cwd(), 'test', 'support');
    const loader = pathToFileURL(join(support, 'typescript.mjs')).href;
    const args = ['--conditions=source', '--import', loader, join(support, 'postgres-child.ts'), directory];
    if (port !== undefined) args.push(String(port));
    const child = spawn(process.execPath, args, { ...account, stdio: ['pipe', 'pipe', 'pipe'] });
    const launcher = new EmbeddedLauncher(child);
    return { launcher, server: (await launcher.nextLine()) as StartedServer };
  }

  /** Gives the next line of JSON that the process prints. */
  async nextLine(): Promise<unknown> {
    const line = await this.lines.next();
    if (line.done) {
      await this.closed;
      throw new Error(this.errors);
    }
    return JSON.parse(line.value);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** kill -9; settles when the process is gone. */
  async kill(): Promise<void> {
    await this.end(() => this.child.kill('SIGKILL'));
  }

  /** Lets the process stop its server in good order and end. */
  async stop(): Promise<void> {
    await this.end(() => this.child.stdin?.end());
  }

  private async end(how: () => void): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      how();
      await gone;
    }
    this.reader.close();
  }
}

/** Runs one statement on a connection of its own; gives the rows. */
export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Gives user and group number of an account of this machine. */
export function accountOf(name: string): Required<Account> {
  const number = (flag: string): number => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: number('-u'), gid: number('-g') };
}
