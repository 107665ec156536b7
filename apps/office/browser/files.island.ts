// Names the chosen files in the page's language: browsers speak their own. The field itself lies over the words, so
// the whole box takes clicks, dropped files and the keyboard's focus. Without this script the browser's words stay.
const { choose = '', none = '', many = '' } = document.currentScript?.dataset ?? {};

for (const input of document.querySelectorAll<HTMLInputElement>('.dl-file input[type=file]')) cover(input);

function cover(input: HTMLInputElement): void {
  const box = document.createElement('span');
  box.className = 'dl-file-box';
  const button = document.createElement('span');
  button.className = 'dl-file-button';
  button.textContent = choose;
  const chosen = document.createElement('span');
  input.replaceWith(box);
  box.append(button, chosen, input);
  const say = () => {
    const files = Array.from(input.files ?? []);
    const name = files.length === 1 ? files[0]!.name : many.replace('{count}', String(files.length));
    chosen.textContent = files.length === 0 ? none : name;
  };
  input.addEventListener('change', say);
  // What sends the files itself empties the field.
  input.form?.addEventListener('submit', () => requestAnimationFrame(say));
  say();
}
