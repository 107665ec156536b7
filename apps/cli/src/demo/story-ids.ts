import { derivedId } from '#kernel';
import type { Story } from './story.js';

/** Id of a thing of the story: the same at every run. */
export function idOf(story: Story, what: string): string {
  return derivedId('story', story.id, what);
}

/** Idempotency-Key of a write that has no id of its own. */
export function keyOf(story: Story, what: string): string {
  return derivedId('story', story.id, 'key', what);
}
