/** SQL of a superuser who gives every row a number again, as if the history had always been what stands now. */
export const renumber = `
  DELETE FROM ledger.checkpoints;
  CREATE TEMP TABLE kept AS SELECT entry FROM ledger.sequence ORDER BY seq;
  DELETE FROM ledger.sequence;
  DELETE FROM ledger.pending;
  DELETE FROM ledger.tiles;
  UPDATE ledger.head SET size = 0, frontier = '{}';
  INSERT INTO ledger.pending (entry) SELECT entry FROM kept;`;

/** Cuts the last `count` entries off, and hides it. */
export function cutTail(count: number): string {
  return `CREATE TEMP TABLE tail AS SELECT entry FROM ledger.sequence ORDER BY seq DESC LIMIT ${String(count)};
    DELETE FROM ledger.sequence WHERE entry IN (SELECT entry FROM tail);
    DELETE FROM ledger.entry_lots WHERE entry IN (SELECT entry FROM tail);
    DELETE FROM ledger.entries WHERE id IN (SELECT entry FROM tail);
    ${renumber}`;
}
