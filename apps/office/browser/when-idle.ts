/**
 * Does something a while after the last call, when the browser has nothing better to do: walking through a long list
 * must not hold up the key that was just pressed.
 */
export function whenIdle(act: () => void, ms: number): () => void {
  let timer = 0;
  const idle = () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 1000 });
    else act();
  };
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(idle, ms);
  };
}
