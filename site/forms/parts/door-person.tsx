// At the end of a door's header: who is signed in, the way out, and the language, which stays chosen.
import type { T } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';

const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export function DoorPerson(props: {
  t: T;
  lang: Language;
  paths: Readonly<Record<'signOut' | 'language', string>>;
  /** The page with its query, to come back to. */
  here: string;
  /** Who is signed in. */
  name?: string | undefined;
}) {
  const { t, lang, paths, here, name } = props;
  return (
    <>
      {name && (
        <form method="post" action={paths.signOut} class="desk-person">
          <span>{name}</span>
          <button class="button--link" type="submit">
            {t('desk.sign-out')}
          </button>
        </form>
      )}
      <form method="post" action={paths.language} class="languages" aria-label={t('site.languages')}>
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
