/**
 * Ends an application in good order, once: on SIGTERM; when the launcher that forked it is gone (the
 * channel between them closes even when the launcher is killed); and on Ctrl-C where it runs alone. Below
 * a launcher Ctrl-C is left to the launcher, which stops everything in the right sequence.
 *
 * @param close stops taking work and finishes what was begun
 */
export function stopInOrder(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(
          `stopping failed: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
        );
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  process.on('SIGINT', () => {
    if (!process.connected) stop();
  });
}
