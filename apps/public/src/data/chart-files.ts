import type { PublicSnapshot } from '#published';
import { presentHome, type HomeContext } from '../transparency/home.presenter.js';
import type { DataFile } from './dataset-file.js';

/** A chart with its own address: `flow-piece.svg`, `month-bottle.svg`; undefined for one that there is not. */
export function chartFile(
  snapshot: PublicSnapshot,
  file: string,
  context: HomeContext,
): DataFile | undefined {
  const [, kind, unit = ''] = /^(flow|month)-([a-z0-9-]+)\.svg$/.exec(file) ?? [];
  const { flow, months } = presentHome(snapshot, { ...context, unit });
  const svg =
    kind === 'month'
      ? months.find(({ code }) => code === unit)?.svg
      : flow?.code === unit
        ? flow.svg
        : undefined;
  return svg === undefined ? undefined : { type: 'image/svg+xml; charset=utf-8', body: svg };
}

/** Names of all charts of a snapshot. */
export function chartFiles(snapshot: PublicSnapshot): string[] {
  return snapshot.flows.flatMap(({ unit }) => [`flow-${unit.code}.svg`, `month-${unit.code}.svg`]);
}
