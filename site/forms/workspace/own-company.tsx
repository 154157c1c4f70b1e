// own-company: needs that came with the reader's address. Are they theirs? Nothing is made of them before the answer.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { FieldError } from '../parts/field.tsx';

/** What was sent with one business ID, or by a founder without one. */
export interface NeedsToOwn {
  businessId: string | null;
  company: string | null;
  needs: readonly { reference: string; receivedAt: Date; start: string }[];
}

/** The field of the tick, for each business ID a name of its own. */
export const sureField = (businessId: string | null): string => `sure-${businessId ?? 'founder'}`;

export function OwnCompany(props: {
  t: T;
  lang: Language;
  me: string;
  toOwn: readonly NeedsToOwn[];
  errors: Readonly<Record<string, string>>;
}) {
  const { t, me, toOwn } = props;
  if (toOwn.length === 0) return null;
  return (
    <section class="next-step stack" aria-labelledby="own">
      <h2 id="own">{t('workspace.own.title')}</h2>
      <p>{t('workspace.own.lead', { email: me })}</p>
      {toOwn.map((one) => (
        <One {...props} one={one} key={sureField(one.businessId)} />
      ))}
    </section>
  );
}

function calledBy(t: T, { businessId, company }: NeedsToOwn): string {
  if (!businessId) return company ?? t('workspace.own.founder');
  return company
    ? t('workspace.own.company', { company, id: businessId })
    : t('workspace.own.number', { id: businessId });
}

function One({ t, lang, one, errors }: Parameters<typeof OwnCompany>[0] & { one: NeedsToOwn }) {
  const field = sureField(one.businessId);
  const error = errors[field];
  const about = <input type="hidden" name="business_id" value={one.businessId ?? ''} />;
  return (
    <div class="notice stack">
      <h3>{calledBy(t, one)}</h3>
      <ul>
        {one.needs.map(({ reference, receivedAt, start }) => (
          <li key={reference}>
            {t('workspace.own.need', { date: formatDate(receivedAt, lang, 'short'), reference, start })}
          </li>
        ))}
      </ul>
      <form method="post" action={WORKSPACE.home}>
        {about}
        <button class="button" type="submit" name="act" value="own">
          {t('workspace.own.yes')}
          <span class="visually-hidden">: {calledBy(t, one)}</span>
        </button>
      </form>
      <details open={Boolean(error)}>
        <summary>
          {t('workspace.own.no')}
          <span class="visually-hidden">: {calledBy(t, one)}</span>
        </summary>
        <form method="post" action={WORKSPACE.home} class="stack" noValidate>
          {about}
          <p>{t('workspace.own.no.what')}</p>
          <FieldError name={field} error={error} errorPrefix={t('form.error')} />
          <div class={error ? 'choice field--error' : 'choice'}>
            <input
              type="checkbox"
              id={`field-${field}`}
              name="sure"
              value="yes"
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={error ? `field-${field}-error` : undefined}
            />
            <label for={`field-${field}`}>{t('workspace.own.no.sure')}</label>
          </div>
          <button class="button button--danger" type="submit" name="act" value="disown">
            {t('workspace.own.no.button')}
          </button>
        </form>
      </details>
    </div>
  );
}
