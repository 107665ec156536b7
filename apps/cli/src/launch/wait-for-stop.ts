/**
 * Gives a promise of the word to stop: Ctrl-C, SIGTERM, or the end of the process that started us. A second
 * Ctrl-C ends at once; database and applications then notice by their closed channels.
 */
export function waitForStop(): Promise<'stop'> {
  return new Promise((settle) => {
    const stop = (): void => settle('stop');
    process.once('SIGTERM', stop);
    process.once('disconnect', stop);
    process.once('SIGINT', () => {
      process.once('SIGINT', () => process.exit(130));
      stop();
    });
  });
}
