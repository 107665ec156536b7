const open: ReadonlySet<string> = new Set(['with-officers', 'custody', 'checked-out', 'sampled', 'retained']);

/** Whether goods on this account may still enter a batch; elsewhere nothing is missing any more. */
export function isOpen(account: string): boolean {
  return open.has(account);
}
