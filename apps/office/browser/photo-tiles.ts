// A photo on the page: its picture, what it shows, where it is on its way.
import type { KeptPhoto } from './kept-photos.js';

export interface Tile {
  readonly element: HTMLLIElement;
  /** Says where the photo is; a number is how much of it was sent, from 0 to 1. */
  say(text: string, part?: number): void;
  /** Puts a button below, in place of the one before. */
  offer(text: string, label: string, act: () => void): void;
}

export function tileOf(photo: KeptPhoto, about: string): Tile {
  const element = document.createElement('li');
  const picture = element.appendChild(document.createElement('img'));
  picture.alt = `${about} ${photo.name}`;
  picture.src = URL.createObjectURL(photo.blob);
  picture.addEventListener('load', () => URL.revokeObjectURL(picture.src), { once: true });
  const title = element.appendChild(document.createElement('strong'));
  title.className = 'dl-meta';
  title.textContent = about;
  const small = element.appendChild(document.createElement('div'));
  small.className = 'dl-small';
  const state = small.appendChild(document.createElement('span'));
  small.append(' · ');
  const hash = small.appendChild(document.createElement('span'));
  hash.className = 'dl-hash';
  hash.textContent = photo.sha256.slice(0, 6);
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', photo.name);
  let button: HTMLButtonElement | undefined;
  return {
    element,
    say: (text, part) => {
      state.textContent = text;
      if (part === undefined) bar.remove();
      else {
        bar.value = part;
        if (!bar.isConnected) element.append(bar);
      }
    },
    offer: (text, label, act) => {
      button?.remove();
      button = element.appendChild(document.createElement('button'));
      button.type = 'button';
      button.className = 'dl-link-button';
      button.textContent = text;
      button.setAttribute('aria-label', label);
      button.addEventListener('click', () => {
        button?.remove();
        act();
      });
    },
  };
}
