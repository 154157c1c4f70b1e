// desk-list: the needs of a view, what is late apart and before the rest; a search; how many there are; the next page.
import { formatTime } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language, routes } from '#domain/routes.ts';
import { DueMark, type DueStanding } from './parts/due-mark.tsx';

export const DESK_VIEWS = ['open', 'mine', 'unassigned', 'waiting', 'closed'] as const;
export type DeskView = (typeof DESK_VIEWS)[number] | 'any';

export interface DeskListRow {
  reference: string;
  company: string;
  start: string;
  serviceNames: readonly string[];
  state: string;
  owner: string | null;
  isMine: boolean;
  /** The owner is away, and the reader has it meanwhile. */
  standsIn: boolean;
  turn: 'ours' | 'company' | null;
  /** The reference of another open need of the company that this one is like. */
  alike: string | null;
  dueAt: Date;
  standing: DueStanding;
}
export interface DeskListProps {
  t: T;
  lang: Language;
  view: DeskView;
  typed: string;
  /** Whether these are the first ones of the view. */
  isFirst: boolean;
  rows: readonly DeskListRow[];
  /** Up to 1,000 of each; null after a search that finds very many. */
  counts: Readonly<Partial<Record<DeskView, number>>> | null;
  tooMany: boolean;
  hasMore: boolean;
  now: Date;
}

/** Beyond it the database does not count: "1 000+". */
const MOST_COUNTED = 1000;

/** The address of a page of the list; what is usual is left out. */
export function deskListPath(view: DeskView, typed: string, after?: string): string {
  const usual: DeskView = typed ? 'any' : 'open';
  const query = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(view !== usual && { view }),
    ...(after && { after }),
  });
  return query.size ? `${DESK.list}?${query}` : DESK.list;
}

export function DeskList(props: DeskListProps) {
  const { t, lang, view, typed, isFirst, rows, tooMany, hasMore, now } = props;
  const last = rows.at(-1);
  return (
    <div class="stack">
      <h1>{t('desk-list.title')}</h1>
      <a class="desk-skip" href="#list">
        {t('desk-list.skip')}
      </a>
      <Search {...props} />
      <Views {...props} />
      <p class="small soft desk-fresh">
        <span data-clock>{t('desk-list.as-of', { time: formatTime(now, lang) })}</span>{' '}
        <a href={deskListPath(view, typed)}>{t('desk-list.refresh')}</a>
      </p>
      <p class="small soft" data-shortcuts hidden>
        {t('desk-list.keys')}
      </p>
      <p
        role="status"
        class="small"
        data-told
        data-one={t('desk-list.new.one')}
        data-many={t('desk-list.new.many', { count: '{count}' })}
        data-ended={t('desk-list.ended')}
      />
      <div class="stack desk-list" id="list" tabindex={-1} data-fresh>
        {typed && <h2>{t('desk-list.found', { typed })}</h2>}
        {tooMany && <p class="notice">{t('desk-list.too-many')}</p>}
        {rows.length === 0 ? <Empty {...props} /> : <Groups {...props} />}
        {(hasMore || !isFirst) && (
          <nav class="button-row" aria-label={t('desk-list.pages')}>
            {hasMore && last && (
              <a class="button button--quiet" rel="next" href={deskListPath(view, typed, last.reference)}>
                {t('desk-list.next')}
              </a>
            )}
            {!isFirst && <a href={deskListPath(view, typed)}>{t('desk-list.first')}</a>}
          </nav>
        )}
      </div>
      <form method="post" action={DESK.signOut} class="desk-everywhere">
        <input type="hidden" name="everywhere" value="yes" />
        <p class="small soft">{t('desk-list.everywhere-what')}</p>
        <button class="button--link" type="submit">
          {t('desk-list.everywhere')}
        </button>
      </form>
    </div>
  );
}

function Search({ t, view, typed }: DeskListProps) {
  return (
    <search>
      <form action={DESK.list} class="desk-search">
        {typed && view !== 'any' && <input type="hidden" name="view" value={view} />}
        <label class="field__label" for="field-q">
          {t('desk-list.search')}
        </label>
        <p class="field__hint" id="field-q-hint">
          {t('desk-list.search-hint')}
        </p>
        <div class="desk-search__line">
          <input
            type="search"
            id="field-q"
            name="q"
            value={typed}
            aria-describedby="field-q-hint"
            maxlength={200}
            autocomplete="off"
          />
          <button class="button" type="submit">
            {t('desk-list.search-button')}
          </button>
        </div>
        {typed && (
          <p>
            <a href={DESK.list}>{t('desk-list.search-end')}</a>
          </p>
        )}
      </form>
    </search>
  );
}

function Views({ t, view, typed, counts }: DeskListProps) {
  const shown: readonly DeskView[] = typed ? ['any', ...DESK_VIEWS] : DESK_VIEWS;
  return (
    <nav aria-label={t('desk-list.views')}>
      <ul class="themes desk-views">
        {shown.map((one) => {
          const count = counts?.[one];
          return (
            <li key={one}>
              <a href={deskListPath(one, typed)} aria-current={one === view ? 'page' : undefined}>
                {t(`desk-list.view.${one}`)}
                {count !== undefined && ` (${count >= MOST_COUNTED ? `${MOST_COUNTED}+` : count})`}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** What is missing, and how the view fills: nobody reads a manual. */
function Empty({ t, view, typed }: DeskListProps) {
  return (
    <>
      <p>{typed ? t('desk-list.empty.search') : t(`desk-list.empty.${view}` as StringKey)}</p>
      {typed && <p>{t('desk-list.empty.search-how')}</p>}
    </>
  );
}

/** In views of open needs: late ones apart and first, then those that wait for an answer, then those that have one. */
function Groups(props: DeskListProps) {
  const { t, view, rows } = props;
  if (view === 'closed' || view === 'any') return <Rows {...props} />;
  const groups = [
    ['late', rows.filter(({ standing }) => standing === 'late')],
    ['coming', rows.filter(({ standing }) => standing === 'coming')],
    ['answered', rows.filter(({ standing }) => standing !== 'late' && standing !== 'coming')],
  ] as const;
  return (
    <>
      {groups.map(
        ([name, ofGroup]) =>
          ofGroup.length > 0 && (
            <section aria-labelledby={`group-${name}`} key={name}>
              <h2 id={`group-${name}`}>{t(`desk-list.group.${name}`)}</h2>
              <Rows {...props} rows={ofGroup} />
            </section>
          ),
      )}
    </>
  );
}

function ownerOf({ owner, isMine, standsIn }: DeskListRow, t: T): string {
  if (owner === null) return t('desk-list.nobody');
  if (isMine) return t('desk-list.yours');
  return standsIn ? t('desk-list.stands-in', { name: owner }) : owner;
}

function Rows({ t, lang, rows, now }: DeskListProps) {
  return (
    <ul class="rows desk-rows">
      {rows.map((row) => (
        <li key={row.reference} data-reference={row.reference}>
          <div>
            <p class="rows__name">
              <a href={routes.deskNeed(row.reference)}>{row.company}</a>
            </p>
            <p class="desk-rows__start">{row.start}</p>
            <p class="small soft">{[row.reference, ...row.serviceNames].join(' · ')}</p>
          </div>
          <p class="rows__facts">
            <DueMark t={t} lang={lang} dueAt={row.dueAt} standing={row.standing} now={now} />
            <span>{row.state}</span>
            <span>{ownerOf(row, t)}</span>
            {row.turn && <span>{t(`desk-list.turn.${row.turn}`)}</span>}
            {row.alike && <span>{t('desk-list.alike', { reference: row.alike })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
