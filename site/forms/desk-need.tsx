// desk-need: everything about one need on one page, the next step first.
import type { StringKey } from '#domain/i18n/strings.ts';
import { AboutNeed } from './desk-need/about-need.tsx';
import { CameBack } from './desk-need/came-back.tsx';
import { Consents } from './desk-need/consents.tsx';
import type { DeskNeedProps } from './desk-need/desk-need-page.ts';
import { Joined } from './desk-need/joined.tsx';
import { NextStep, OtherActs } from './desk-need/next-step.tsx';
import { Surveys } from './desk-need/surveys.tsx';
import { Did } from './parts/act-frame.tsx';
import { daysOffReason } from './parts/days-off.ts';
import { DeskLog } from './parts/desk-log.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { PromiseDate } from './parts/promise-date.tsx';

export function DeskNeed(props: DeskNeedProps) {
  const { t, lang, page, did, changes, errors } = props;
  const { need } = page;
  const why = page.answered ? undefined : daysOffReason(t, lang, page.receivedAt, page.dueAt);
  return (
    <div class="stack desk-need">
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
      <Joined t={t} page={page} />
      {page.outcome && (
        <p>
          {t('desk-need.outcome')}: <strong>{t(`outcome.${page.outcome}`)}</strong>
        </p>
      )}
      {(!page.joining.goesOn || page.answered) && (
        <PromiseDate t={t} lang={lang} dueAt={page.dueAt} standing={page.standing} why={why} />
      )}
      <CameBack t={t} lang={lang} page={page} />
      <div class="desk-need__sides">
        <NextStep {...props} />
        <AboutNeed t={t} lang={lang} page={page} />
        <OtherActs {...props} />
      </div>
      <Consents t={t} lang={lang} page={page} />
      <Surveys t={t} lang={lang} page={page} />
      <section class="stack" aria-labelledby="log">
        <h2 id="log">{t('desk-need.log')}</h2>
        <DeskLog t={t} lang={lang} events={page.events} />
      </section>
    </div>
  );
}
