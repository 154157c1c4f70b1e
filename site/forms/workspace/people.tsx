// workspace-people: who belongs to the company, who is invited, who asks to be let in; what an owner decides, and the way out.
import { formatDate } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ClaimsToSettle, type WaitingClaim } from './claims-to-settle.tsx';
import { InviteColleague } from './invite-colleague.tsx';
import { SureForm } from './sure-form.tsx';

export interface CompanyPerson {
  email: string;
  name: string | null;
  role: 'owner' | 'member';
  since: Date;
  /** How many needs of the company turn to this person. */
  needs: number;
}
export interface OpenInvitation {
  id: string;
  email: string;
  role: 'owner' | 'member';
  invitedAt: Date;
  until: Date;
}

export interface WorkspacePeopleProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  me: string;
  isOwner: boolean;
  company: { id: string; name: string };
  people: readonly CompanyPerson[];
  invitations: readonly OpenInvitation[];
  claims: readonly WaitingClaim[];
  values: Readonly<Record<string, string>>;
  /** Of the invitation's fields; `sure` is that of the form about `values.email`. */
  errors: Readonly<Record<string, string>>;
}

export function WorkspacePeople(props: WorkspacePeopleProps) {
  const { t, did, isOwner, company, people, invitations, claims, errors, values } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({
          field: field === 'sure' ? `sure-${values.email}` : field,
          text,
        }))}
      />
      <h1>{t('workspace.people.title')}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      <p class="soft">{company.name}</p>
      <p>{t('workspace.people.lead')}</p>
      {claims.length > 0 && <ClaimsToSettle {...props} />}
      <ul class="rows workspace-people">
        {people.map((person) => (
          <Person {...props} person={person} key={person.email} />
        ))}
      </ul>
      {invitations.length > 0 && <Invited {...props} />}
      {isOwner && <InviteColleague {...props} />}
    </div>
  );
}

function Person(props: WorkspacePeopleProps & { person: CompanyPerson }) {
  const { t, lang, me, isOwner, company, people, person } = props;
  const { email, name, role, since, needs } = person;
  const passes = (one: StringKey, other: StringKey) =>
    needs > 0 ? t(needs === 1 ? one : other, { count: needs }) : undefined;
  const isMe = email === me;
  const isLastOwner = role === 'owner' && people.filter((one) => one.role === 'owner').length === 1;
  const what = { role: t(`workspace.role.${role}`), date: formatDate(since, lang, 'short') };
  return (
    <li>
      <div>
        <p class="rows__name">
          {name ?? email}
          {isMe && <span class="soft"> ({t('workspace.people.you')})</span>}
        </p>
        {name && <p class="small soft workspace-email">{email}</p>}
        <p class="small">{t('workspace.people.since', what)}</p>
      </div>
      <div class="stack">
        {isMe && isLastOwner && people.length > 1 && <p class="small soft">{t('workspace.people.only-owner')}</p>}
        {isOwner && !isMe && (
          <form method="post" action={WORKSPACE.people}>
            <input type="hidden" name="company" value={company.id} />
            <input type="hidden" name="email" value={email} />
            <input type="hidden" name="role" value={role === 'owner' ? 'member' : 'owner'} />
            <button class="button button--quiet" type="submit" name="act" value="set_role">
              {t(role === 'owner' ? 'workspace.people.make-member' : 'workspace.people.make-owner')}
              <span class="visually-hidden">: {name ?? email}</span>
            </button>
          </form>
        )}
        {!isMe && isOwner && (
          <SureForm
            {...props}
            email={email}
            summary={t('workspace.people.remove')}
            about={name ?? email}
            what={t('workspace.people.remove-what', { email })}
            passes={passes('workspace.people.passes.one', 'workspace.people.passes.other')}
            button={t('workspace.people.remove')}
          />
        )}
        {isMe && !isLastOwner && (
          <SureForm
            {...props}
            email={email}
            summary={t('workspace.people.leave')}
            what={t('workspace.people.leave-what')}
            passes={passes('workspace.people.passes.mine.one', 'workspace.people.passes.mine.other')}
            button={t('workspace.people.leave-button')}
          />
        )}
      </div>
    </li>
  );
}

function Invited({ t, lang, isOwner, company, invitations }: WorkspacePeopleProps) {
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{t('workspace.people.invited')}</h2>
      <ul class="rows workspace-people">
        {invitations.map(({ id, email, role, invitedAt, until }) => (
          <li key={id}>
            <div>
              <p class="rows__name workspace-email">{email}</p>
              <p class="small">
                {t('workspace.people.invited-until', {
                  role: t(`workspace.role.${role}`),
                  invited: formatDate(invitedAt, lang, 'short'),
                  until: formatDate(until, lang, 'short'),
                })}
              </p>
            </div>
            {isOwner && (
              <form method="post" action={WORKSPACE.people}>
                <input type="hidden" name="company" value={company.id} />
                <input type="hidden" name="invitation" value={id} />
                <button class="button button--quiet" type="submit" name="act" value="end_invitation">
                  {t('workspace.people.take-back')}
                  <span class="visually-hidden">: {email}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
