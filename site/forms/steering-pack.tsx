// steering-pack: the figures of a period for the steering group's meeting, as one page made to be read and printed on A4.
import type { Figures } from '#domain/figures.ts';
import { formatDate, formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Period } from '#domain/reports/period.ts';
import type { Language } from '#domain/routes.ts';
import { FiguresSection } from './parts/figures-section.tsx';

export interface PackChapter {
  /** Its place in an address: promise, needs, levels, feedback, changes, gaps. */
  id: string;
  title: string;
  texts: readonly string[];
  figures: readonly Figures[];
  changes?: readonly PackChange[];
}

/** One of "You said, we did". */
export interface PackChange {
  title: string;
  said: string;
  did: string;
  when: string;
  /** An invented one. */
  sample: boolean;
}

export interface SteeringPackProps {
  t: T;
  lang: Language;
  portal: string;
  meeting: string;
  period: Period;
  version: number;
  /** What a later version corrects. */
  corrected: string | null;
  /** The most important things in sentences. */
  inShort: readonly string[];
  chapters: readonly PackChapter[];
}

export function SteeringPack(props: SteeringPackProps) {
  const { t, lang, portal, meeting, period, version, corrected, inShort, chapters } = props;
  return (
    <article class="pack">
      <header class="stack pack__head">
        <p class="pack__portal">{portal}</p>
        <h1>{t('pack.title', { date: formatDate(meeting, lang, 'short') })}</h1>
        <p class="lead">
          {t('pack.period', { from: formatMonth(period.from, lang), to: formatMonth(period.to, lang) })}
        </p>
        {corrected && (
          <p class="notice">
            <strong>{t('pack.version', { version })}</strong> {corrected}
          </p>
        )}
      </header>
      <section class="stack" aria-labelledby="in-short">
        <h2 id="in-short">{t('pack.in-short')}</h2>
        <ul>
          {inShort.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section class="stack" aria-labelledby="contents">
        <h2 id="contents">{t('pack.contents')}</h2>
        <ol>
          {chapters.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </section>
      {chapters.map(({ id, title, texts, figures, changes = [] }, place) => (
        <section class="stack pack__chapter" aria-labelledby={id} key={id}>
          <h2 id={id}>
            {place + 1}. {title}
          </h2>
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {changes.map((change) => (
            <section class="stack" key={change.title}>
              <h3>{change.title}</h3>
              <dl class="facts">
                <dt>{t('changed.said')}</dt>
                <dd>{change.said}</dd>
                <dt>{t('changed.did')}</dt>
                <dd>{change.did}</dd>
              </dl>
              <p class="small soft">
                {change.when} {change.sample && <span class="mark">{t('site.sample')}</span>}
              </p>
            </section>
          ))}
          {figures.map((one, number) => (
            <FiguresSection t={t} lang={lang} id={`${id}-${number + 1}`} level={3} figures={one} key={one.title} />
          ))}
        </section>
      ))}
      <footer class="pack__end small soft">
        <p>{t('pack.end')}</p>
      </footer>
    </article>
  );
}
