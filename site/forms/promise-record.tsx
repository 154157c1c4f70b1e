// How the promise was kept: by period, by month in a picture with its table, by theme; when it was reckoned, and the data.
import { formatElapsed, formatShare } from '#domain/i18n/amounts.ts';
import { formatDate, formatMonth, formatTime } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { PromiseFigure, PromiseFigures } from '#domain/open-data/promise-figures.ts';
import { type Language, PROMISE_FIGURES, PROMISE_FIGURES_CSV } from '#domain/routes.ts';
import { Picture } from './picture/picture.tsx';
import { PeriodTable } from './promise-record/period-table.tsx';

interface Props {
  t: T;
  lang: Language;
  /** Undefined while the database cannot be asked. */
  published: PromiseFigures | undefined;
}

/** Shown as a year's worth. */
const MONTHS = 12;

export function PromiseRecord({ t, lang, published }: Props) {
  return (
    <section class="stack">
      <h2 id="record">{t('promisePage.record')}</h2>
      {published ? <Record t={t} lang={lang} published={published} /> : <p>{t('promisePage.record.down')}</p>}
    </section>
  );
}

function Record({ t, lang, published }: Required<Props> & { published: PromiseFigures }) {
  const of = (group: PromiseFigure['group']) => published.figures.filter((figure) => figure.group === group);
  const periods = of('period').sort((a, b) => Number(a.key) - Number(b.key));
  const months = of('month').slice(-MONTHS);
  const latest = months.at(-1);
  const themes = of('theme').map((figure) => ({ ...figure, name: t(`theme.${figure.key}.name` as StringKey) }));
  const reckoned = new Date(published.reckoned_at);
  return (
    <>
      <p>{t('promisePage.record.how')}</p>
      <PeriodTable t={t} lang={lang} labelledby="record" periods={periods} />
      {latest && (
        <figure class="picture-and-table">
          <figcaption>
            <h3 id="record-months">
              {t('promisePage.months.finding', {
                share: formatShare(latest.share_kept ?? 0, lang),
                month: formatMonth(latest.key, lang),
              })}
            </h3>
          </figcaption>
          <Picture
            id="months"
            lang={lang}
            named={{
              title: t('promisePage.months.title'),
              description: t('promisePage.months.desc'),
              picture: {
                kind: 'bars',
                amount: 'share',
                parts: [],
                rows: months.map(({ key, share_kept }) => ({
                  name: formatMonth(key, lang),
                  values: [share_kept ?? 0],
                  label: formatShare(share_kept ?? 0, lang),
                })),
                whole: 1,
              },
            }}
          />
          <FigureTable
            t={t}
            lang={lang}
            labelledby="record-months"
            head={t('promisePage.record.month')}
            rows={months.map((figure) => ({ ...figure, name: formatMonth(figure.key, lang) }))}
          />
        </figure>
      )}
      {themes.length > 0 && (
        <>
          <h3 id="record-themes">{t('promisePage.record.themes')}</h3>
          <FigureTable
            t={t}
            lang={lang}
            labelledby="record-themes"
            head={t('promisePage.record.theme')}
            rows={themes.sort((a, b) => a.name.localeCompare(b.name, lang))}
          />
        </>
      )}
      <p class="small soft">
        {t('promisePage.record.reckoned', {
          date: formatDate(reckoned, lang, 'short'),
          time: formatTime(reckoned, lang),
        })}{' '}
        <a href={PROMISE_FIGURES_CSV}>CSV</a> <a href={PROMISE_FIGURES}>JSON</a>
      </p>
    </>
  );
}

type Row = PromiseFigure & { name: string };

/** The ninth decile is told of periods alone: few needs would make it jump, and a phone has no room for it. */
function FigureTable(props: { t: T; lang: Language; labelledby: string; head: string; rows: Row[] }) {
  const { t, lang, labelledby, head, rows } = props;
  return (
    <div class="table">
      <table aria-labelledby={labelledby}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('promisePage.record.needs')}</th>
            <th scope="col">{t('promisePage.record.kept')}</th>
            <th scope="col">{t('promisePage.record.median')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, needs, share_kept, median_hours }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{needs}</td>
              <td>
                <strong>{formatShare(share_kept ?? 0, lang)}</strong>
              </td>
              <td>{median_hours === null ? t('promisePage.record.endless') : formatElapsed(median_hours, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
