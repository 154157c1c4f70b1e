// What stands beside the brand in the workspace: its pages, who is signed in, the way out, and the language.
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { DoorPerson } from './door-person.tsx';

/** The pages of the workspace in the order of its menu; each has its name at `workspace.nav.<page>`. */
const PAGES = ['home', 'profile', 'documents', 'people', 'sharing', 'looks', 'myData'] as const;
type MenuPage = (typeof PAGES)[number] | 'shared';

/** Who advises a company sees what is shared, and who has none of their own that and what is kept of them. */
const pagesFor = ({ hasCompany, isAdviser }: WorkspaceReader): readonly MenuPage[] =>
  !isAdviser ? PAGES : hasCompany ? [...PAGES, 'shared'] : ['shared', 'myData'];

export interface WorkspaceReader {
  name: string | null;
  email: string;
  hasCompany: boolean;
  isAdviser: boolean;
}

export function WorkspaceTop(props: {
  t: T;
  lang: Language;
  path: string;
  /** The page with its query, to come back to. */
  here: string;
  /** Who is signed in. */
  person?: WorkspaceReader | undefined;
}) {
  const { t, lang, path, here, person } = props;
  const pages = person ? pagesFor(person) : [];
  // What lies below a page belongs to it, and a need below the first one.
  const below = (page: MenuPage) =>
    path.startsWith(`${WORKSPACE[page]}/`) || (page === 'sharing' && path === WORKSPACE.share);
  const at = pages.find((page) => page !== 'home' && (path === WORKSPACE[page] || below(page)));
  return (
    <>
      {person && (
        <nav class="nav nav--own-line" aria-label={t('workspace.menu')}>
          {pages.map((page) => (
            <a
              href={WORKSPACE[page]}
              aria-current={path === WORKSPACE[page] ? 'page' : page === (at ?? 'home') ? 'true' : undefined}
              key={page}
            >
              {t(`workspace.nav.${page}`)}
            </a>
          ))}
        </nav>
      )}
      <DoorPerson t={t} lang={lang} paths={WORKSPACE} here={here} name={person && (person.name ?? person.email)} />
    </>
  );
}
