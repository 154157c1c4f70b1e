// settle-claim: whoever says that the company is theirs as well, and an owner's answer to each.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';

export interface WaitingClaim {
  id: string;
  email: string;
  name: string;
  askedAt: Date;
}

const ANSWERS = [
  ['let_in_member', 'workspace.claims.let-in-member', 'button'],
  ['let_in_owner', 'workspace.claims.let-in-owner', 'button button--quiet'],
  ['refuse', 'workspace.claims.refuse', 'button button--quiet'],
] as const;

export function ClaimsToSettle(props: {
  t: T;
  lang: Language;
  company: { id: string };
  claims: readonly WaitingClaim[];
}) {
  const { t, lang, company, claims } = props;
  return (
    <section class="stack" aria-labelledby="claims">
      <h2 id="claims">{t('workspace.claims.title')}</h2>
      <p>{t('workspace.claims.lead')}</p>
      {claims.map(({ id, email, name, askedAt }) => (
        <form method="post" action={WORKSPACE.people} class="notice" key={id}>
          <p class="workspace-email">
            {t('workspace.claims.person', { name, email, date: formatDate(askedAt, lang, 'short') })}
          </p>
          <input type="hidden" name="company" value={company.id} />
          <input type="hidden" name="claim" value={id} />
          <p class="button-row">
            {ANSWERS.map(([answer, key, klass]) => (
              <button class={klass} type="submit" name="act" value={answer} key={answer}>
                {t(key)}
                <span class="visually-hidden">: {email}</span>
              </button>
            ))}
          </p>
        </form>
      ))}
    </section>
  );
}
