// On the page of a verification that runs: looks every second how far it is, and shows the result when it is there.
const running = document.querySelector<HTMLElement>('[data-running]');

async function look(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.querySelector<HTMLElement>('[data-running]');
  if (!now) {
    location.reload();
    return;
  }
  const [shown, fresh] = [running?.querySelector('progress'), now.querySelector('progress')];
  if (shown && fresh) shown.value = fresh.value;
  again();
}

function again(): void {
  // A cut connection is no reason to stop looking.
  setTimeout(() => void look().catch(again), 1000);
}

if (running) again();
