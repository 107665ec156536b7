import { sha256Hex } from '#kernel';
import nunjucks from 'nunjucks';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TemplateFolders {
  /** Where templates lie; the first folder that has a name wins. */
  readonly views: readonly string[];
  /** Where files that pages link to lie; likewise. */
  readonly assets: readonly string[];
}

/** Nunjucks as every site of ours uses it: text is escaped, addresses of assets carry the hash of what they serve. */
export class Templates {
  private readonly environment: nunjucks.Environment;
  private readonly addresses = new Map<string, string>();

  constructor(private readonly folders: TemplateFolders) {
    const loader = new nunjucks.FileSystemLoader([...folders.views], { noCache: false });
    this.environment = new nunjucks.Environment(loader, {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
  }

  /** The page of the template `name` (without its ending). */
  render(name: string, model: object): string {
    return this.environment.render(`${name}.njk`, model);
  }

  /** Address of an asset, for ever the same for the same bytes; throws where the build left it out. */
  asset(file: string): string {
    const known = this.addresses.get(file);
    if (known !== undefined) return known;
    const folder = this.folders.assets.find((one) => existsSync(join(one, file)));
    if (folder === undefined) throw new Error(`${file} was not built: run npm run build`);
    const hash = sha256Hex(readFileSync(join(folder, file))).slice(0, 12);
    const address = `/assets/${file}?v=${hash}`;
    this.addresses.set(file, address);
    return address;
  }
}
