// What stands beside the brand at the desk: its pages, who is signed in, the way out, and the language, which stays chosen.
import type { T } from '#domain/i18n/t.ts';
import { DESK, LANGUAGES, type Language } from '#domain/routes.ts';

const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export function DeskTop(props: {
  t: T;
  lang: Language;
  path: string;
  /** The page with its query, to come back to. */
  here: string;
  /** Who is signed in. */
  name?: string | undefined;
}) {
  const { t, lang, path, here, name } = props;
  return (
    <>
      {name && (
        <nav class="nav" aria-label={t('desk.menu')}>
          <a
            href={DESK.list}
            aria-current={path === DESK.list ? 'page' : path.startsWith(DESK.figures) ? undefined : 'true'}
          >
            {t('desk.needs')}
          </a>
          <a href={DESK.figures} aria-current={path === DESK.figures ? 'page' : undefined}>
            {t('desk.figures')}
          </a>
        </nav>
      )}
      {name && (
        <form method="post" action={DESK.signOut} class="desk-person">
          <span>{name}</span>
          <button class="button--link" type="submit">
            {t('desk.sign-out')}
          </button>
        </form>
      )}
      <form method="post" action={DESK.language} class="languages" aria-label={t('site.languages')}>
        <input type="hidden" name="next" value={here} />
        {LANGUAGES.map((other) =>
          other === lang ? (
            <span aria-current="true" key={other}>
              {NAMES[other]}
            </span>
          ) : (
            <button class="button--link" type="submit" name="language" value={other} lang={other} key={other}>
              {NAMES[other]}
            </button>
          ),
        )}
      </form>
    </>
  );
}
