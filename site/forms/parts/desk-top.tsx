// What stands beside the brand at the desk: its pages, who is signed in, the way out, and the language.
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language } from '#domain/routes.ts';
import { DoorPerson } from './door-person.tsx';

/** The desk's pages beside its needs. */
const OTHERS = ['followUps', 'figures', 'reports', 'absences', 'claims'] as const;

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
  const isOther = OTHERS.some((page) => path.startsWith(DESK[page]));
  return (
    <>
      {name && (
        <nav class="nav nav--own-line" aria-label={t('desk.menu')}>
          <a href={DESK.list} aria-current={path === DESK.list ? 'page' : isOther ? undefined : 'true'}>
            {t('desk.needs')}
          </a>
          {OTHERS.map((page) => (
            <a href={DESK[page]} aria-current={path === DESK[page] ? 'page' : undefined} key={page}>
              {t(`desk.${page}`)}
            </a>
          ))}
        </nav>
      )}
      <DoorPerson t={t} lang={lang} paths={DESK} here={here} name={name} />
    </>
  );
}
