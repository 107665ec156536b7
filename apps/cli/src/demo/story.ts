/** One line of goods of a story, from its seizure to its destruction at one site. */
export interface StoryLine {
  readonly category: string;
  readonly description: string;
  readonly variety?: string;
  readonly amount: string;
  readonly unit: string;
  readonly unitRatio?: { readonly num: string; readonly den: string; readonly source: string };
  readonly site: string;
}

/** A line with the id of its lot. */
export interface StoryLot extends StoryLine {
  readonly id: string;
}

/** A destruction event as it was published: what is to be carried from seizure to certificate. */
export interface Story {
  /** Stable: all ids are derived from it, so that a story that was interrupted goes on where it stopped. */
  readonly id: string;
  /** Code of the agency whose case it is. */
  readonly agency: string;
  readonly title: string;
  readonly place: string;
  readonly method: string;
  readonly sites: readonly { readonly code: string; readonly name: string; readonly address: string }[];
  readonly lines: readonly StoryLine[];
}

/** What a story ended in. */
export interface CarriedStory {
  readonly number: string;
  readonly headline?: { readonly amount: string; readonly unit: string };
  readonly totals: readonly {
    readonly category: string;
    readonly base: { readonly amount: string; readonly unit: string };
  }[];
}
