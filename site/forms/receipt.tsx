// The receipt of a sent need: the reference, the date of the promise and why that date, and the way to follow it.
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { daysOffReason } from './parts/days-off.ts';
import { PromiseDate } from './parts/promise-date.tsx';

export function Receipt(props: {
  t: T;
  lang: Language;
  reference: string;
  receivedAt: Date;
  dueAt: Date;
  statusPath: string;
  phone: string;
}) {
  const { t, lang, reference, receivedAt, dueAt, statusPath, phone } = props;
  return (
    <div class="stack">
      <h1>{t('receipt.title')}</h1>
      <p class="lead">{t('receipt.lead')}</p>
      <PromiseDate t={t} lang={lang} dueAt={dueAt} standing="coming" why={daysOffReason(t, lang, receivedAt, dueAt)} />
      <dl class="facts">
        <dt>{t('need.reference')}</dt>
        <dd>{reference}</dd>
      </dl>
      <p>
        <a class="button" href={statusPath}>
          {t('receipt.follow')}
        </a>
      </p>
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <ol>
          <li>{t('receipt.next.letter')}</li>
          <li>{t('receipt.next.contact')}</li>
          <li>{t('receipt.next.call', { phone })}</li>
        </ol>
      </section>
    </div>
  );
}
