import { readdirSync, readFileSync } from 'node:fs';

/** What the system says of one process (Linux). */
function readOf(pid) {
  try {
    const read = (file) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    const fields = read('stat')
      .slice(read('stat').lastIndexOf(')') + 2)
      .split(' ');
    return {
      pid,
      parent: Number(fields[1]),
      // utime and stime in ticks of 10 ms.
      cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
      // What is shared with others counts in its part: the sum over processes is what the machine gives.
      megabytes: Number(/^Pss:\s+(\d+)/m.exec(read('smaps_rollup'))?.[1] ?? 0) / 1000,
      peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(read('status'))?.[1] ?? 0) / 1000,
      command: read('cmdline').replaceAll('\0', ' '),
    };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}

/** A process and everything that it started. */
export function treeOf(root) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readOf(Number(name)))
    .filter(Boolean);
  const found = new Set([root]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

/** Processor time so far of a tree, in ms by part: office, worker, public, decoding, database. */
export function cpuOf(root) {
  const sums = {};
  for (const { command, cpuMs } of treeOf(root)) {
    const part = partOf(command);
    sums[part] = (sums[part] ?? 0) + cpuMs;
  }
  return sums;
}

export function partOf(command) {
  if (command.includes('decoder-worker')) return 'decoding';
  for (const part of ['office', 'worker', 'public']) if (command.includes(`apps/${part}`)) return part;
  return command.includes('postgres') ? 'database' : 'launcher';
}
