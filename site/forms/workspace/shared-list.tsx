// shared: for an adviser, what companies share, and what they did until lately.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';

export interface SharedRow {
  id: string;
  standing: 'in_force' | 'expired' | 'withdrawn';
  /** Null when it has ended: the company's name is no longer the reader's. */
  company: string | null;
  givenBy: string;
  purpose: string;
  parts: string;
  comment: string;
  endsOn: string;
  withdrawnAt: Date | null;
}

export function SharedList(props: {
  t: T;
  lang: Language;
  did?: string | undefined;
  me: string;
  shared: readonly SharedRow[];
}) {
  const { t, lang, did, me, shared } = props;
  const inForce = shared.filter(({ standing }) => standing === 'in_force');
  const over = shared.filter(({ standing }) => standing !== 'in_force');
  return (
    <div class="stack">
      <h1>{t('shared.title')}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      {inForce.length === 0 ? (
        <p>{t('shared.none', { email: me })}</p>
      ) : (
        <>
          <p>{t('shared.lead')}</p>
          <ul class="rows workspace-people">
            {inForce.map(({ id, company, givenBy, purpose, parts, comment, endsOn }) => (
              <li key={id}>
                <div>
                  <p class="rows__name workspace-email">
                    <a href={routes.sharedConsent(id)}>{company}</a>
                  </p>
                  <p class="small">{purpose}</p>
                  <p class="small">{[t('shared.sees', { parts }), comment].filter(Boolean).join(' ')}</p>
                  <p class="small soft workspace-email">
                    {t('shared.by-until', { who: givenBy, date: formatDate(endsOn, lang, 'short') })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {over.length > 0 && (
        <section aria-labelledby="over">
          <h2 id="over">{t('shared.over')}</h2>
          <ul class="rows workspace-people">
            {over.map(({ id, givenBy, purpose, standing, endsOn, withdrawnAt }) => (
              <li key={id}>
                <div>
                  <p class="rows__name">{purpose}</p>
                  <p class="small workspace-email">
                    {t(standing === 'withdrawn' ? 'shared.was-withdrawn' : 'shared.was-ended', {
                      who: givenBy,
                      date: formatDate(withdrawnAt ?? endsOn, lang, 'short'),
                    })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
