import type { Page } from '../../common/paging.js';
import type { Look } from '../shell/looks.js';

/** A cell of a list: text, where it leads, or a state. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  readonly look?: Look;
  readonly number?: boolean;
}

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Choices; a text field where absent. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

/** One list of the site: what it is called, what restricts it, and how its pages are loaded. */
export interface List {
  readonly path: string;
  /** Code of its heading; `<title>.lead` and `<title>.how` explain it. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly filters: readonly Filter[];
  readonly create?: { readonly href: string; readonly code: string };
  /** A few things of the person's own above the list; left out where there are none. */
  readonly pinned?: {
    readonly title: string;
    readonly items: readonly { readonly href: string; readonly text: string; readonly meta: string }[];
  };
  load(page: { limit: number; cursor?: string }): Promise<Page<readonly Cell[]>>;
}
