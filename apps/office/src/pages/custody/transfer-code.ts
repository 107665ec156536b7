/**
 * The short code by which two people name a hand-over to each other: the random end of its id. It opens nothing by
 * itself: who types it must be allowed to see the hand-over.
 */
export function codeOfTransfer(id: string): string {
  return `YJ-${id.slice(-8).toUpperCase()}`;
}
