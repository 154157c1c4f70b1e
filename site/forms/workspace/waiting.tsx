// What waits for an answer: invitations to the reader, the reader's own claim to a company, and claims that an owner is to answer.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';

export interface OwnInvitation {
  id: string;
  company: string;
  role: string;
  by: string;
  until: Date;
}
export interface OwnClaim {
  businessId: string;
  refused: boolean;
  askedAt: Date;
}

export function Waiting(props: {
  t: T;
  lang: Language;
  invitations: readonly OwnInvitation[];
  claims: readonly OwnClaim[];
  claimsToSettle: number;
  phone: string;
}) {
  const { t, lang, invitations, claims, claimsToSettle, phone } = props;
  return (
    <>
      {invitations.length > 0 && (
        <section class="stack" aria-labelledby="invited">
          <h2 id="invited">{t('workspace.invitation.title')}</h2>
          {invitations.map(({ id, company, role, by, until }) => (
            <form method="post" action={WORKSPACE.home} class="notice" key={id}>
              <p>
                {t('workspace.invitation.text', {
                  email: by,
                  company,
                  role,
                  date: formatDate(until, lang, 'short'),
                })}
              </p>
              <input type="hidden" name="invitation" value={id} />
              <p class="button-row">
                <button class="button" type="submit" name="act" value="join">
                  {t('workspace.invitation.join')}
                </button>
                <button class="button button--quiet" type="submit" name="act" value="decline">
                  {t('workspace.invitation.decline')}
                </button>
              </p>
            </form>
          ))}
        </section>
      )}
      {claims.length > 0 && (
        <section class="stack" aria-labelledby="claimed">
          <h2 id="claimed">{t('workspace.claim.title')}</h2>
          {claims.map(({ businessId, refused, askedAt }) => (
            <p class="notice" key={businessId}>
              {t(refused ? 'workspace.claim.refused' : 'workspace.claim.asked', {
                id: businessId,
                date: formatDate(askedAt, lang, 'short'),
                phone,
              })}
            </p>
          ))}
        </section>
      )}
      {claimsToSettle > 0 && (
        <p class="notice">
          {t(claimsToSettle === 1 ? 'workspace.claims-waiting.one' : 'workspace.claims-waiting.other', {
            count: claimsToSettle,
          })}{' '}
          <a href={`${WORKSPACE.people}#claims`}>{t('workspace.claims-waiting.link')}</a>
        </p>
      )}
    </>
  );
}
