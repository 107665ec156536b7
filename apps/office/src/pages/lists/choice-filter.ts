import { queryText, type PageRequest } from '../shell/page-request.js';
import type { Words } from '../shell/words.js';
import type { Filter } from './list.js';

/** A filter with choices; what is asked for and is none of them counts as nothing chosen. */
export function choiceFilter(
  request: PageRequest,
  words: Words,
  given: Pick<Filter, 'name' | 'label'> & { readonly options: readonly { value: string; text: string }[] },
): Filter {
  const { name, label, options } = given;
  const asked = queryText(request, name) ?? '';
  const value = options.some((one) => one.value === asked) ? asked : '';
  return { name, label, value, options: [{ value: '', text: words.t('list.all') }, ...options] };
}
