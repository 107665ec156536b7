// Says how many lots are ticked, and ticks all of the page at once. Without this script each is ticked by hand, or all
// that fit the filter are taken by their own button.
const basket = document.querySelector<HTMLFormElement>('[data-basket]');
if (basket) count(basket);

function count(form: HTMLFormElement): void {
  const boxes = Array.from(form.querySelectorAll<HTMLInputElement>('input[name="add"]'));
  const place = form.querySelector<HTMLElement>('[data-basket-count]');
  if (!place || boxes.length === 0) return;
  const say = () => {
    const ticked = boxes.filter(({ checked }) => checked).length;
    place.textContent = (form.dataset['ticked'] ?? '').replace('0', String(ticked));
  };
  form.addEventListener('change', say);
  const all = document.createElement('button');
  all.type = 'button';
  all.className = 'dl-link-button';
  all.textContent = form.dataset['all'] ?? '';
  all.addEventListener('click', () => {
    const on = boxes.some(({ checked }) => !checked);
    for (const box of boxes) box.checked = on;
    say();
  });
  place.before(all, ' ');
  say();
}
