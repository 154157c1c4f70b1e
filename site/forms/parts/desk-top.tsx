// What stands beside the brand at the desk: its pages, who is signed in, the way out, and the language.
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language } from '#domain/routes.ts';
import { DoorPerson } from './door-person.tsx';

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
      <DoorPerson t={t} lang={lang} paths={DESK} here={here} name={name} />
    </>
  );
}
