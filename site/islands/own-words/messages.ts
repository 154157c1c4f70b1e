// What a page and its match worker say to each other. The text goes to the worker alone: no request carries it.
export interface Ask {
  /** The address of the words file. */
  src: string;
  text: string;
}

export interface Proposal {
  id: string;
  path: string;
  name: string;
  summary: string;
  /** The person's own words that brought it up. */
  why: string[];
  /** The name of the found service with which it goes, where no word brought it up. */
  beside?: string;
}

export interface Answer {
  sure: boolean;
  proposals: Proposal[];
  /** Every service by topic, where the matcher is not sure. */
  topics: { name: string; services: Proposal[] }[];
}

export type Found = Answer | 'nothing' | 'failed';

export interface Reply {
  found: Found;
  /** The typing has rested: what was shown may now be said to a screen reader. */
  aloud: boolean;
}
