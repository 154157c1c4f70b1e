// workspace-erase, the second step: what will happen and when; the button asks for it, and a week is left to undo it.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';

export function WorkspaceErase(props: {
  t: T;
  lang: Language;
  company: { id: string; name: string };
  lastDay: Date;
  openNeeds: number;
  putOffBy: readonly string[];
}) {
  const { t, lang, company, lastDay, openNeeds, putOffBy } = props;
  const date = formatDate(lastDay, lang, 'short');
  return (
    <div class="stack">
      <h1>{t('workspace.erase.title')}</h1>
      <p>{t('workspace.erase.lead', { company: company.name, date })}</p>
      <p>{t('workspace.erase.week')}</p>
      {putOffBy.length > 0 ? (
        <p class="notice">{t('workspace.erase.put-off', { references: putOffBy.join(', ') })}</p>
      ) : (
        openNeeds > 0 && (
          <p class="notice">
            {openNeeds === 1
              ? t('workspace.erase.open.one')
              : t('workspace.erase.open.other', { count: String(openNeeds) })}
          </p>
        )
      )}
      <h2>{t('workspace.erase.goes')}</h2>
      <ul>
        <li>{t('workspace.erase.goes.texts')}</li>
        <li>{t('workspace.erase.goes.people')}</li>
        <li>{t('workspace.erase.goes.links')}</li>
      </ul>
      <p>{t('workspace.erase.stays')}</p>
      <p>{t('workspace.erase.told')}</p>
      <p>
        <a href={WORKSPACE.takeOut}>{t('workspace.erase.take-first')}</a>
      </p>
      <form method="post" action={WORKSPACE.erase} class="button-row">
        <input type="hidden" name="company" value={company.id} />
        <button class="button button--danger" type="submit">
          {t('workspace.erase.button', { date })}
        </button>
        <a class="button button--quiet" href={WORKSPACE.myData}>
          {t('workspace.erase.keep')}
        </a>
      </form>
    </div>
  );
}
