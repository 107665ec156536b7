// On every page: the summary of errors gets the focus, and a second click on a signing button is no second form.
import { keepTypedForms } from './typed-form.js';

keepTypedForms();
document.querySelector<HTMLElement>('[data-focus]')?.focus();

document.addEventListener('submit', ({ target, submitter }) => {
  if (!(target instanceof HTMLFormElement) || !submitter?.hasAttribute('data-prevent-double-click')) return;
  target.addEventListener('submit', stop);
  // When the answer takes long or the connection is cut, the form can be sent again: its key makes that one act.
  setTimeout(() => target.removeEventListener('submit', stop), 2000);
});

function stop(event: Event): void {
  event.preventDefault();
}
