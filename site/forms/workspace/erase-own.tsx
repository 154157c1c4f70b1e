// workspace-erase-own, the second step: what goes of a person, what stays of it and why; the button asks, and a week is left to undo it.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';

export interface EraseOwnProps {
  t: T;
  lang: Language;
  companies: readonly string[];
  /** Companies that would be left without an owner: it cannot be asked for as long as there is one. */
  ownedAlone: readonly { id: string; name: string }[];
  lastDay: Date;
  /** Open needs of companies that she is the contact of. */
  passedOn: number;
  /** Needs that belong to no workspace. */
  ownNeeds: number;
  ownOpen: number;
  putOffBy: readonly string[];
  isAdviser: boolean;
  phone: string;
}

export function WorkspaceEraseOwn(props: EraseOwnProps) {
  const { t, lang, ownedAlone, lastDay } = props;
  const date = formatDate(lastDay, lang, 'short');
  const mayAsk = ownedAlone.length === 0;
  return (
    <div class="stack">
      <h1>{t('workspace.erase-own.title')}</h1>
      {mayAsk ? <p>{t('workspace.erase-own.lead', { date })}</p> : <LastOwner {...props} />}
      <Goes {...props} />
      <Stays {...props} />
      {mayAsk && <p>{t('workspace.erase-own.told')}</p>}
      <p>
        <a href={WORKSPACE.takeOut}>{t('workspace.erase.take-first')}</a>
      </p>
      {mayAsk && (
        <form method="post" action={WORKSPACE.eraseOwn} class="button-row">
          <button class="button button--danger" type="submit">
            {t('workspace.erase-own.button', { date })}
          </button>
          <a class="button button--quiet" href={WORKSPACE.myData}>
            {t('workspace.erase.keep')}
          </a>
        </form>
      )}
    </div>
  );
}

const LastOwner = ({ t, ownedAlone }: EraseOwnProps) => (
  <div class="notice stack">
    <p>{t('workspace.erase-own.last-owner')}</p>
    <p>{t('workspace.erase-own.last-owner.next')}</p>
    <ul>
      {ownedAlone.map(({ id, name }) => (
        <li key={id}>
          <a href={`${WORKSPACE.people}?company=${id}`}>
            {t('workspace.erase-own.last-owner.people', { company: name })}
          </a>
        </li>
      ))}
    </ul>
  </div>
);

const Goes = ({ t, companies, isAdviser, ownNeeds, ownOpen, putOffBy }: EraseOwnProps) => (
  <>
    <h2>{t('workspace.erase.goes')}</h2>
    <ul>
      <li>{t('workspace.erase-own.goes.name')}</li>
      <li>{t('workspace.erase-own.goes.sign-ins')}</li>
      {companies.length > 0 && <li>{t('workspace.erase-own.goes.place', { companies: companies.join(', ') })}</li>}
      {isAdviser && <li>{t('workspace.erase-own.goes.access')}</li>}
      {ownNeeds > 0 && <li>{t('workspace.erase-own.goes.needs')}</li>}
    </ul>
    {putOffBy.length > 0 ? (
      <p class="notice">{t('workspace.erase.put-off', { references: putOffBy.join(', ') })}</p>
    ) : (
      ownOpen > 0 && (
        <p class="notice">
          {ownOpen === 1
            ? t('workspace.erase-own.open.one')
            : t('workspace.erase-own.open.other', { count: String(ownOpen) })}
        </p>
      )
    )}
  </>
);

const Stays = ({ t, companies, isAdviser, passedOn, phone }: EraseOwnProps) => (
  <>
    <h2>{t('workspace.erase-own.stays')}</h2>
    {companies.length > 0 && <p>{t('workspace.erase-own.stays.texts')}</p>}
    {passedOn > 0 && <p>{t('workspace.erase-own.stays.passed')}</p>}
    {isAdviser && <p>{t('workspace.erase-own.stays.comments')}</p>}
    <p>{t('workspace.erase-own.stays.otherwise', { phone })}</p>
    <p>{t('workspace.erase.stays')}</p>
  </>
);
