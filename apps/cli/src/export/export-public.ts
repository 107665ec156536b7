import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { copies, fileOf, staticPage } from './static-page.js';

/**
 * Copies a running public site into an empty folder: every page in both languages, all data, feeds, charts, the log.
 * `site` is the address where it answers. Gives the lines to print; throws Error for a folder that is not empty, for a
 * site that does not answer, and for any address that fails.
 */
export async function exportPublic(directory: string, site: string): Promise<string[]> {
  const root = resolve(directory);
  await mkdir(root, { recursive: true });
  if ((await readdir(root)).length > 0) throw new Error(`${root} is not empty: name a new folder.`);
  const list = new TextDecoder().decode((await ask(site, '/sitemap.txt')).bytes);
  const addresses = list.split('\n').filter((line) => line !== '');
  const writer = new CopyWriter(root, site, new URL(addresses[0] ?? site).origin);
  for (const address of addresses) {
    const { pathname, search } = new URL(address);
    await writer.take(pathname + search);
  }
  await writer.assets();
  return [`${String(writer.written)} files in ${root}`];
}

class CopyWriter {
  written = 0;
  private readonly linked = new Set<string>();
  private script = '';

  constructor(
    private readonly root: string,
    private readonly site: string,
    /** Where readers find the living site. */
    private readonly home: string,
  ) {}

  async take(address: string): Promise<void> {
    const { bytes, type } = await ask(this.site, address, 'zh-CN');
    if (!type.startsWith('text/html')) return this.write(address.slice(1), bytes);
    const script = await this.scriptAddress();
    for (const copy of copies) {
      const joint = address.includes('?') ? '&' : '?';
      const answer = await ask(this.site, `${address}${joint}lang=${copy.language}`, copy.language);
      const html = new TextDecoder().decode(answer.bytes);
      for (const [, asset] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) this.linked.add(asset!);
      await this.write(fileOf(address, copy.prefix), staticPage(html, copy, { script, home: this.home }));
    }
  }

  /** What the pages link to; the version in their address is for caches, a file needs none. */
  async assets(): Promise<void> {
    for (const address of [...this.linked].sort()) {
      const { bytes } = await ask(this.site, address);
      await this.write(new URL(address, this.site).pathname.slice(1), bytes);
    }
  }

  private async scriptAddress(): Promise<string> {
    if (this.script === '') {
      const page = new TextDecoder().decode((await ask(this.site, '/verify')).bytes);
      this.script = /src="(\/assets\/check-file\.js[^"]*)"/.exec(page)?.[1] ?? '';
      if (this.script === '')
        throw new Error('the verification page names no script: is this our public site?');
      this.linked.add(this.script);
    }
    return this.script;
  }

  /** Nothing may be written beside the folder, whatever the site says. */
  private async write(path: string, content: string | Uint8Array): Promise<void> {
    const target = join(this.root, decodeURIComponent(path));
    if (!target.startsWith(this.root + sep)) throw new Error(`refused to write ${path}`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    this.written += 1;
  }
}

async function ask(site: string, address: string, language = 'zh-CN') {
  const pages = /^\/(assets|charts|feeds|photos|data\/|log\/|verify\/files)/.test(address)
    ? '*/*'
    : 'text/html';
  const headers = { accept: pages, 'accept-language': language };
  const response = await fetch(new URL(address, site), { headers });
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    type: response.headers.get('content-type') ?? '',
  };
}
