// workspace: the company's one place: the next step first, then its needs, its messages, who can see what, and who has looked.
import { formatDate, formatDateBy } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { type Look, LooksTable } from './looks-table.tsx';
import { NeedRows, type WorkspaceNeed } from './need-rows.tsx';
import { type NeedsToOwn, OwnCompany } from './own-company.tsx';
import { Pages } from './pages.tsx';
import { type OwnClaim, type OwnInvitation, Waiting } from './waiting.tsx';

export interface WorkspaceHomeProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  me: string;
  company: { id: string; name: string; businessId: string | null } | null;
  /** All of the person's companies. */
  companies: readonly { id: string; name: string }[];
  /** Needs that came with the reader's address, about which she is asked first; what is wrong with the answer. */
  toOwn: readonly NeedsToOwn[];
  errors: Readonly<Record<string, string>>;
  invitations: readonly OwnInvitation[];
  claims: readonly OwnClaim[];
  /** Claims of others that the reader, as an owner, is to answer. */
  claimsToSettle: number;
  needs: readonly WorkspaceNeed[];
  page: number;
  hasMore: boolean;
  people: readonly string[];
  /** Let in by a consent in force, those that end first; and how many more. */
  letIn: readonly { id: string; person: string; endsOn: string; parts: string }[];
  moreLetIn: number;
  looks: readonly Look[];
  phone: string;
}

export function WorkspaceHome(props: WorkspaceHomeProps) {
  const { t, lang, did, me, company, companies, toOwn, errors, invitations, claims } = props;
  const waits = toOwn.length + invitations.length + claims.length > 0;
  const isEmpty = !company && companies.length === 0 && !waits;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{company?.name ?? (isEmpty ? t('workspace.empty.title') : t('workspace.title'))}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      {company?.businessId && !company.name.endsWith(company.businessId) && (
        <p class="soft">{t('workspace.business-id', { id: company.businessId })}</p>
      )}
      <OwnCompany {...props} />
      <Waiting {...props} />
      {isEmpty && (
        <>
          <p>{t('workspace.empty.text', { email: me })}</p>
          <TellNeed t={t} lang={lang} />
        </>
      )}
      {!company && companies.length > 1 && (
        <section class="stack" aria-labelledby="choose">
          <h2 id="choose">{t('workspace.choose.title')}</h2>
          <Chooser {...props} />
        </section>
      )}
      {company && <OfCompany {...props} />}
      {company && companies.length > 1 && (
        <details>
          <summary>{t('workspace.choose.other')}</summary>
          <Chooser {...props} />
        </details>
      )}
    </div>
  );
}

const TellNeed = ({ t, lang }: Pick<WorkspaceHomeProps, 't' | 'lang'>) => (
  <p>
    <a class="button" href={routes.path('needForm', lang)}>
      {t('workspace.tell')}
    </a>
  </p>
);

function Chooser({ companies, company }: WorkspaceHomeProps) {
  return (
    <form method="post" action={WORKSPACE.home}>
      <input type="hidden" name="act" value="choose" />
      <ul class="act-list">
        {companies
          .filter(({ id }) => id !== company?.id)
          .map(({ id, name }) => (
            <li key={id}>
              <button class="button button--quiet" type="submit" name="company" value={id}>
                {name}
              </button>
            </li>
          ))}
      </ul>
    </form>
  );
}

function OfCompany(props: WorkspaceHomeProps) {
  const { t, lang, needs, page, hasMore, looks } = props;
  const open = needs.filter((need) => need.open);
  const closed = needs.filter((need) => !need.open);
  const messages = needs
    .flatMap(({ reference, lastMessage }) => (lastMessage ? [{ ...lastMessage, reference }] : []))
    .sort((one, other) => other.happenedAt.getTime() - one.happenedAt.getTime())
    .slice(0, 5);
  return (
    <>
      {page === 1 && <NextStep {...props} />}
      {open.length > 0 && (
        <section aria-labelledby="open">
          <h2 id="open">{t('workspace.needs.open')}</h2>
          <NeedRows t={t} lang={lang} needs={open} />
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed">
          <h2 id="closed">{t('workspace.needs.closed')}</h2>
          <NeedRows t={t} lang={lang} needs={closed} />
        </section>
      )}
      <Pages t={t} path={WORKSPACE.home} page={page} hasMore={hasMore} />
      {messages.length > 0 && (
        <section class="stack" aria-labelledby="messages">
          <h2 id="messages">{t('workspace.messages')}</h2>
          {messages.map((message) => (
            <article class={message.own ? 'message message--own' : 'message'} key={message.id}>
              <header>
                <strong>{message.author}</strong> · {formatDateBy(message.happenedAt, lang)}
              </header>
              <p class="message__body">
                <a href={routes.workspaceNeed(message.reference)}>{message.body}</a>
              </p>
            </article>
          ))}
        </section>
      )}
      <WhoSees {...props} />
      <section class="stack" aria-labelledby="looked">
        <h2 id="looked">{t('workspace.looked')}</h2>
        {looks.length === 0 ? (
          <p>{t('workspace.looked.none')}</p>
        ) : (
          <>
            <LooksTable t={t} lang={lang} looks={looks} labelledBy="looked" />
            <p>
              <a href={WORKSPACE.looks}>{t('workspace.looked.all')}</a>
            </p>
          </>
        )}
      </section>
    </>
  );
}

function WhoSees({ t, lang, people, letIn, moreLetIn }: WorkspaceHomeProps) {
  return (
    <section class="stack" aria-labelledby="who-sees">
      <h2 id="who-sees">{t('workspace.who-sees')}</h2>
      <ul>
        <li>{t('workspace.who-sees.people', { names: people.join(', ') })}</li>
        <li>{t('workspace.who-sees.handlers')}</li>
        {letIn.length > 0 && (
          <li>
            {t('workspace.who-sees.consents')}
            <ul>
              {letIn.map(({ id, person, endsOn, parts }) => (
                <li key={id}>
                  {t('workspace.who-sees.consent', { person, date: formatDate(endsOn, lang, 'short'), parts })}
                </li>
              ))}
              {moreLetIn > 0 && (
                <li>
                  {t(moreLetIn === 1 ? 'workspace.who-sees.more.one' : 'workspace.who-sees.more.other', {
                    count: moreLetIn,
                  })}
                </li>
              )}
            </ul>
          </li>
        )}
        <li>{t('workspace.who-sees.others')}</li>
      </ul>
      <p>
        <a href={WORKSPACE.sharing}>{t('workspace.who-sees.link')}</a>
      </p>
    </section>
  );
}

/** What is to be done now, or when something comes; and the way to tell another need. */
function NextStep({ t, lang, needs, phone }: WorkspaceHomeProps) {
  const waits = needs.filter(({ waitsForCompany }) => waitsForCompany);
  const unanswered = needs
    .filter(({ open, answered }) => open && !answered)
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  const [first] = unanswered;
  const isOpen = needs.some(({ open }) => open);
  return (
    <section class="next-step stack" aria-labelledby="next">
      <h2 id="next">{t('next.heading')}</h2>
      {waits.length > 0 && (
        <>
          <p>{t('workspace.next.reply')}</p>
          <ul>
            {waits.map(({ reference, start }) => (
              <li key={reference}>
                <a href={routes.workspaceNeed(reference)}>{t('workspace.next.reply-link', { start })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {first && (
        <p>
          {t(
            first.standing === 'late'
              ? 'workspace.next.late'
              : waits.length > 0
                ? 'workspace.next.wait-other'
                : 'workspace.next.wait',
            {
              promised: formatDateBy(first.dueAt, lang),
              phone,
            },
          )}
        </p>
      )}
      {waits.length === 0 && !first && <p>{t(isOpen ? 'workspace.next.goes-on' : 'workspace.next.nothing')}</p>}
      <TellNeed t={t} lang={lang} />
    </section>
  );
}
