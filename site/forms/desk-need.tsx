// desk-need: everything about one need on one page, the next step first.

import { formatDateBy } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { Did } from './parts/act-frame.tsx';
import { daysOffReason } from './parts/days-off.ts';
import type { DeskEvent } from './parts/desk-log.tsx';
import { DeskLog } from './parts/desk-log.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { TextField } from './parts/field.tsx';
import { NeedFacts, type NeedFactsData } from './parts/need-facts.tsx';
import { PromiseDate, type PromiseStanding } from './parts/promise-date.tsx';
import { Thread, type ThreadMessage } from './parts/thread.tsx';

export interface DeskNeedPage {
  path: string;
  need: NeedFactsData;
  /** The language in which the company reads. */
  language: Language;
  noticeVersion: string;
  state: string;
  open: boolean;
  receivedAt: Date;
  dueAt: Date;
  standing: PromiseStanding;
  answered: boolean;
  waitsForCompany: boolean;
  owner: { name: string; isReader: boolean } | null;
  mayTake: boolean;
  mayRelease: boolean;
  messages: ThreadMessage[];
  handOvers: { name: string; state: string; note: string | null }[];
  events: DeskEvent[];
  /** The last line of the log that this page shows: an act says what its person has seen. */
  seen: number;
  surveyAnswer: string | null;
}

export interface DeskNeedProps {
  t: T;
  lang: Language;
  page: DeskNeedPage;
  did?: string | undefined;
  /** What happened since the page was opened on which the person acted: nothing was done, and this is why. */
  changes: readonly DeskEvent[];
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export function DeskNeed(props: DeskNeedProps) {
  const { t, lang, page, did, changes, errors } = props;
  const { need } = page;
  const why = page.answered ? undefined : daysOffReason(t, lang, page.receivedAt, page.dueAt);
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      {changes.length > 0 && (
        <div class="error-summary" role="alert" tabindex={-1} id="error-summary" autofocus>
          <h2>{t('desk-need.changed')}</h2>
          <DeskLog t={t} lang={lang} events={changes} />
          <p>{t('desk-need.changed-next')}</p>
        </div>
      )}
      <h1>{need.companyName ?? need.businessId ?? need.contactName}</h1>
      <p class="soft">
        {need.reference} · {t(`desk.state.${page.state}` as StringKey)}
      </p>
      <Did t={t} did={did} />
      <PromiseDate t={t} lang={lang} dueAt={page.dueAt} standing={page.standing} why={why} />
      <NextStep {...props} />
      <section class="stack" aria-labelledby="told">
        <h2 id="told">{t('desk-need.told')}</h2>
        <blockquote class="need-text" lang={page.language}>
          {need.description}
        </blockquote>
      </section>
      <NeedFacts t={t} need={need} />
      <p class="small soft">
        {t('desk-need.reads', { language: t(`desk-need.language.${page.language}`) })}{' '}
        {t('desk-need.notice', { version: page.noticeVersion })}
      </p>
      {page.handOvers.length > 0 && (
        <section class="stack" aria-labelledby="handed">
          <h2 id="handed">{t('desk-need.hand-overs')}</h2>
          <ul>
            {page.handOvers.map(({ name, state, note }) => (
              <li key={name}>
                {t(`hand-over.${state}` as StringKey, { name })}
                {note && <blockquote class="need-text">{note}</blockquote>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Thread t={t} lang={lang} messages={page.messages} />
      {page.surveyAnswer && <p>{t(`desk-need.survey.${page.surveyAnswer}` as StringKey)}</p>}
      <section class="stack" aria-labelledby="log">
        <h2 id="log">{t('desk-need.log')}</h2>
        <DeskLog t={t} lang={lang} events={page.events} />
      </section>
    </div>
  );
}

/** What is to be done, by whom; and the one thing that does it. */
function stepOf(page: DeskNeedPage): StringKey {
  if (!page.open) return 'desk-need.step.ended';
  if (!page.owner) return 'desk-need.step.free';
  if (!page.owner.isReader) return 'desk-need.step.other';
  if (!page.answered) return 'desk-need.step.answer';
  return page.waitsForCompany ? 'desk-need.step.waiting' : 'desk-need.step.replied';
}

function NextStep(props: DeskNeedProps) {
  const { t, lang, page } = props;
  const isTheirs = page.owner !== null && !page.owner.isReader;
  return (
    <section class="next-step stack" aria-labelledby="step">
      <h2 id="step">{t('next.heading')}</h2>
      <p>{t(stepOf(page), { name: page.owner?.name ?? '', promised: formatDateBy(page.dueAt, lang) })}</p>
      {page.mayTake && <Press {...props} act="take" label={t('take-need.button')} />}
      {page.open && (isTheirs ? <AnswerAnyway {...props} /> : <Answer {...props} />)}
      {page.mayRelease && <Press {...props} act="release" label={t('take-need.release')} quiet />}
    </section>
  );
}

function Press({ page, act, label, quiet = false }: DeskNeedProps & { act: string; label: string; quiet?: boolean }) {
  return (
    <form method="post" action={page.path}>
      <input type="hidden" name="seen" value={page.seen} />
      <button class={quiet ? 'button button--quiet' : 'button'} type="submit" name="act" value={act}>
        {label}
      </button>
    </form>
  );
}

function Answer({ t, page, values, errors }: DeskNeedProps) {
  return (
    <form method="post" action={page.path} noValidate>
      <input type="hidden" name="seen" value={page.seen} />
      <TextField
        name="answer"
        label={t('answer-need.label')}
        hint={t('answer-need.hint')}
        value={values.answer ?? ''}
        error={errors.answer}
        errorPrefix={t('form.error')}
        rows={7}
      />
      <button class="button" type="submit" name="act" value="answer">
        {t('answer-need.button')}
      </button>
    </form>
  );
}

function AnswerAnyway(props: DeskNeedProps) {
  return (
    <details open={Boolean(props.errors.answer ?? props.values.answer)}>
      <summary>{props.t('desk-need.answer-anyway')}</summary>
      <Answer {...props} />
    </details>
  );
}
