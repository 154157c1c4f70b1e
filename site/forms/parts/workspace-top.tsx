// What stands beside the brand in the workspace: its pages, who is signed in, the way out, and the language.
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { DoorPerson } from './door-person.tsx';

/** The pages of the workspace in the order of its menu; each has its name at `workspace.nav.<page>`. */
const PAGES = ['home', 'profile', 'people', 'looks', 'myData'] as const;

export function WorkspaceTop(props: {
  t: T;
  lang: Language;
  path: string;
  /** The page with its query, to come back to. */
  here: string;
  /** Who is signed in. */
  name?: string | undefined;
}) {
  const { t, lang, path, here, name } = props;
  const isHere = (page: (typeof PAGES)[number]) =>
    path === WORKSPACE[page] || (page !== 'home' && path.startsWith(`${WORKSPACE[page]}/`));
  return (
    <>
      {name && (
        <nav class="nav nav--own-line" aria-label={t('workspace.menu')}>
          {PAGES.map((page) => (
            <a
              href={WORKSPACE[page]}
              // A need's page lies below the first one.
              aria-current={isHere(page) ? 'page' : page === 'home' && !PAGES.some(isHere) ? 'true' : undefined}
              key={page}
            >
              {t(`workspace.nav.${page}`)}
            </a>
          ))}
        </nav>
      )}
      <DoorPerson t={t} lang={lang} paths={WORKSPACE} here={here} name={name} />
    </>
  );
}
