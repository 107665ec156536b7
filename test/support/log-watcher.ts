import {
  composePath,
  hashFromTile,
  openCheckpoint,
  parseVerifierKey,
  planConsistency,
  tilePath,
  tileSliceOf,
  toHex,
  verifyConsistency,
  widthOfTile,
} from '#merkle';

export type Sight = 'first' | 'same' | 'grown' | 'rewound' | 'forked';

/**
 * Somebody outside who reads nothing of a log but its checkpoint and tiles, and keeps the last checkpoint: whatever
 * happens to the log's own memory, a checkpoint that does not continue the kept one is noticed.
 */
export class LogWatcher {
  private kept: { size: number; root: string } | undefined;

  /** `key`: the log's verifier key, as handed over once. */
  constructor(private readonly key: string) {}

  /** Looks at the log at `url`; a checkpoint that no key of the watcher has signed throws. */
  async look(url: string): Promise<Sight> {
    const note = await (await fetch(`${url}/log/checkpoint`)).text();
    const { size, root } = openCheckpoint(note, [parseVerifierKey(this.key)]);
    const { kept } = this;
    if (!kept) {
      this.kept = { size, root };
      return 'first';
    }
    if (size < kept.size) return 'rewound';
    if (size === kept.size) return root === kept.root ? 'same' : 'forked';
    const path = await this.path(url, kept.size, size);
    const proof = { from: kept.size, to: size, fromRoot: kept.root, toRoot: root, path };
    if (!verifyConsistency(proof)) return 'forked';
    this.kept = { size, root };
    return 'grown';
  }

  /** The consistency proof, made by the watcher itself from tiles. */
  private async path(url: string, from: number, to: number): Promise<string[]> {
    const plan = planConsistency(from, to);
    const hashes = [];
    for (const node of plan.nodes) {
      const slice = tileSliceOf(node);
      const address = `${url}/log/${tilePath({ ...slice, width: widthOfTile(slice, to) })}`;
      const tile = Buffer.from(await (await fetch(address)).arrayBuffer());
      hashes.push(hashFromTile(slice, tile));
    }
    return composePath(plan, hashes).map(toHex);
  }
}
