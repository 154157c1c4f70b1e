// sharing: who can see what of the company, each with when they last looked: by consent, as one of its people, or handling a need.
import { formatDate, formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';

export interface SharedWith {
  id: string;
  standing: 'in_force' | 'expired' | 'withdrawn';
  wasCorrected: boolean;
  person: string;
  email: string;
  organisation: string;
  purpose: string;
  parts: string;
  references: readonly string[];
  endsOn: string;
  withdrawnAt: Date | null;
  mayWithdraw: boolean;
  lastLook: Date | null;
}

export interface WorkspaceSharingProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  company: { id: string; name: string };
  isOwner: boolean;
  consents: readonly SharedWith[];
  /** More than the page shows. */
  hasMore: boolean;
  people: readonly { name: string; role: string }[];
  handlers: readonly { name: string; references: readonly string[]; lastLook: Date | null }[];
  /** Open needs that nobody has taken: every coordinator sees them. */
  unhandled: number;
}

export function WorkspaceSharing(props: WorkspaceSharingProps) {
  const { t, did, company, isOwner, consents, hasMore } = props;
  const inForce = consents.filter(({ standing }) => standing === 'in_force');
  const over = consents.filter(({ standing }) => standing !== 'in_force');
  return (
    <div class="stack">
      <h1>{t('sharing.title')}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      <p class="soft">{company.name}</p>
      <p>{t('sharing.lead')}</p>
      {isOwner ? (
        <p>
          <a class="button" href={WORKSPACE.share}>
            {t('sharing.share')}
          </a>
        </p>
      ) : (
        <p class="soft">{t('sharing.owners-share')}</p>
      )}
      <section aria-labelledby="in-force">
        <h2 id="in-force">{t('sharing.in-force')}</h2>
        {inForce.length === 0 ? <p>{t('sharing.none')}</p> : <Consents {...props} consents={inForce} />}
      </section>
      <People {...props} />
      <Handlers {...props} />
      {over.length > 0 && (
        <details>
          <summary>{t('sharing.over')}</summary>
          <Consents {...props} consents={over} />
          {hasMore && <p class="soft">{t('sharing.more')}</p>}
        </details>
      )}
      <p>
        <a href={WORKSPACE.looks}>{t('sharing.looks')}</a>
      </p>
    </div>
  );
}

const LastLook = ({ t, lang, at }: { t: T; lang: Language; at: Date | null }) => (
  <p class="small soft">
    {at ? t('sharing.last-look', { time: formatDateTime(at, lang, 'short') }) : t('sharing.no-look')}
  </p>
);

function Consents({ t, lang, consents }: WorkspaceSharingProps) {
  return (
    <ul class="rows workspace-people">
      {consents.map((consent) => (
        <li key={consent.id}>
          <div>
            <p class="rows__name workspace-email">
              <a href={routes.consent(consent.id)}>{consent.person}</a>
            </p>
            <p class="small workspace-email">
              {[consent.person === consent.email ? null : consent.email, consent.organisation]
                .filter(Boolean)
                .join(', ')}
            </p>
            <p class="small">{consent.purpose}</p>
            <p class="small">{t('sharing.sees', { parts: consent.parts })}</p>
            <p class="small soft">{standingWords(t, lang, consent)}</p>
            <LastLook t={t} lang={lang} at={consent.lastLook} />
          </div>
          {consent.standing === 'in_force' && consent.mayWithdraw && (
            <form method="post" action={routes.consent(consent.id)}>
              <button class="button button--quiet" type="submit" name="act" value="withdraw">
                {t('consent.withdraw')}
                <span class="visually-hidden">: {consent.email}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function standingWords(t: T, lang: Language, { standing, wasCorrected, endsOn, withdrawnAt }: SharedWith): string {
  if (standing === 'in_force') return t('consent.in-force', { date: formatDate(endsOn, lang, 'short') });
  if (standing === 'expired') return t('consent.expired', { date: formatDate(endsOn, lang, 'short') });
  const date = withdrawnAt ? formatDate(withdrawnAt, lang, 'short') : '';
  return t(wasCorrected ? 'consent.corrected' : 'consent.withdrawn', { date });
}

const People = ({ t, people }: WorkspaceSharingProps) => (
  <section class="stack" aria-labelledby="people">
    <h2 id="people">{t('sharing.people')}</h2>
    <p>{t('sharing.people-what')}</p>
    <ul>
      {people.map(({ name, role }) => (
        <li key={name} class="workspace-email">
          {name}, {role}
        </li>
      ))}
    </ul>
    <p>
      <a href={WORKSPACE.people}>{t('sharing.people-link')}</a>
    </p>
  </section>
);

function Handlers({ t, lang, handlers, unhandled }: WorkspaceSharingProps) {
  return (
    <section class="stack" aria-labelledby="handlers">
      <h2 id="handlers">{t('sharing.handlers')}</h2>
      <p>{t('sharing.handlers-what')}</p>
      {handlers.length > 0 && (
        <ul class="rows">
          {handlers.map(({ name, references, lastLook }) => (
            <li key={`${name} ${references[0]}`}>
              <div>
                <p class="rows__name">{name}</p>
                <p class="small">
                  {references.map((reference, place) => (
                    <>
                      {place > 0 && ' · '}
                      <a href={routes.workspaceNeed(reference)}>{reference}</a>
                    </>
                  ))}
                </p>
                <LastLook t={t} lang={lang} at={lastLook} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {unhandled > 0 && (
        <p>{t(unhandled === 1 ? 'sharing.unhandled.one' : 'sharing.unhandled.other', { count: unhandled })}</p>
      )}
    </section>
  );
}
