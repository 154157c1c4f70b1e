// What the pages about a provider's texts show: one shape for its contact's two links and the editors' one.
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { PublishedPage } from './parts/published-pages.tsx';

/** What a contact reported, and what became of it. */
export interface ReportedMistake {
  /** Names of the pages that it is about. */
  pages: readonly string[];
  mistake: string;
  createdAt: Date;
  doneAt: Date | null;
  /** What the editor wants the reporter to know. */
  note: string | null;
}

export interface ConfirmationPage {
  /** Where the page's form posts to: the link itself. */
  path: string;
  /** The provider's name. */
  provider: string;
  askedAt: Date;
  confirmedAt: Date | null;
  /** As they are published now. */
  pages: readonly PublishedPage[];
  /** What the texts on the page are known by, so that nobody confirms others than those that were shown. */
  texts: string;
  /** Whether they have changed since the letter. */
  changed: boolean;
  reported: readonly ReportedMistake[];
  /** The same person's two links. */
  paths: { confirm: string | undefined; report: string | undefined };
  phone: string;
}

/** The editors' page of one task. */
export interface TaskPage extends Omit<ReportedMistake, 'pages'> {
  path: string;
  provider: string;
  /** The published pages, where they still exist, and the files behind them. */
  pages: readonly { name: string; path: string | null; file: string }[];
  reporter: string;
  doneBy: string | null;
  mayReopen: boolean;
}

/** What every such view is given. */
export interface ConfirmationViewProps<Page = ConfirmationPage> {
  t: T;
  lang: Language;
  page: Page;
  /** What the person just did, said once after it. */
  did?: string | undefined;
  values: Readonly<Record<string, string>>;
  /** Words of each wrong field. */
  errors: Readonly<Record<string, string>>;
}
