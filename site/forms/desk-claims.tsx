// settle-claim at the desk: people who named the number of a company that others hold, with whom to ask, and the three ways to settle it.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language, routes } from '#domain/routes.ts';

export const SETTLEMENTS = ['let_in', 'moved', 'refused'] as const;

export interface DeskClaim {
  id: string;
  businessId: string;
  /** What the claimant called the company. */
  companyName: string | null;
  name: string;
  email: string;
  phone: string | null;
  askedAt: Date;
  /** When an owner said no. A coordinator has the last word. */
  refusedAt: Date | null;
  reference: string | null;
  /** What those call it who hold it. */
  heldAs: string | null;
  heldBy: readonly { email: string; role: 'owner' | 'member'; since: Date }[];
}

export interface DeskClaimsProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  claims: readonly DeskClaim[];
}

export function DeskClaims(props: DeskClaimsProps) {
  const { t, did, claims } = props;
  return (
    <div class="stack">
      <h1>{t('desk-claims.title')}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      {claims.length === 0 ? <p>{t('desk-claims.none')}</p> : <p>{t('desk-claims.lead')}</p>}
      {claims.map((claim) => (
        <Claim {...props} claim={claim} key={claim.id} />
      ))}
    </div>
  );
}

function Claim({ t, lang, claim }: DeskClaimsProps & { claim: DeskClaim }) {
  const { id, businessId, companyName, name, email, phone, askedAt, refusedAt, reference, heldAs, heldBy } = claim;
  const date = (at: Date) => formatDate(at, lang, 'short');
  return (
    <section class="stack" aria-labelledby={`claim-${id}`}>
      <h2 id={`claim-${id}`}>
        {/* Two may ask for the same company: the person tells one claim from the other. */}
        {[name, companyName ?? heldAs, t('workspace.business-id', { id: businessId })].filter(Boolean).join(', ')}
      </h2>
      <dl class="facts">
        <div>
          <dt>{t('desk-claims.asks')}</dt>
          <dd class="workspace-email">
            {name}
            <br />
            <a href={`mailto:${email}`}>{email}</a>
            {phone && <br />}
            {phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
          </dd>
        </div>
        <div>
          <dt>{t('desk-claims.asked-at')}</dt>
          <dd>{date(askedAt)}</dd>
        </div>
        {refusedAt && (
          <div>
            <dt>{t('desk-claims.refused-at')}</dt>
            <dd>{date(refusedAt)}</dd>
          </div>
        )}
        {reference && (
          <div>
            <dt>{t('desk-claims.need')}</dt>
            <dd>
              <a href={routes.deskNeed(reference)}>{reference}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('desk-claims.holds')}</dt>
          {heldAs && <dd>{heldAs}</dd>}
          {heldBy.length === 0 && <dd>{t('desk-claims.nobody')}</dd>}
          {heldBy.map(({ email: holder, role, since }) => (
            <dd class="workspace-email" key={holder}>
              {t('desk-claims.holder', { email: holder, role: t(`workspace.role.${role}`), date: date(since) })}
            </dd>
          ))}
        </div>
      </dl>
      <form method="post" action={DESK.claims} class="stack desk-settlements">
        <input type="hidden" name="claim" value={id} />
        {SETTLEMENTS.map((state, place) => (
          <div key={state}>
            <button class={place === 0 ? 'button' : 'button button--quiet'} type="submit" name="act" value={state}>
              {t(`desk-claims.${state}`)}
              <span class="visually-hidden">: {email}</span>
            </button>
            <p class="small soft">{t(`desk-claims.${state}-what`)}</p>
          </div>
        ))}
      </form>
    </section>
  );
}
