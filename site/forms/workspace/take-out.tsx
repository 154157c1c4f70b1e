// workspace-take-out, the second step: what the file holds and what not; the button downloads it.
import type { T } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';

export function WorkspaceTakeOut(props: {
  t: T;
  company: { id: string; name: string } | null;
  isOwner: boolean;
  needs: number;
  documents: number;
  /** Zips that the documents need, the first with the data. */
  parts: number;
  phone: string;
}) {
  const { t, company, isOwner, needs, documents, parts, phone } = props;
  return (
    <div class="stack">
      <h1>{t('workspace.take-out.title')}</h1>
      {company && <p class="soft">{company.name}</p>}
      <h2>{t('workspace.take-out.holds')}</h2>
      {isOwner ? (
        <ul>
          <li>{t('workspace.take-out.holds.profile')}</li>
          <li>{t('workspace.take-out.holds.needs', { count: String(needs) })}</li>
          {documents > 0 && <li>{t('workspace.take-out.holds.documents', { count: String(documents) })}</li>}
          <li>{t('workspace.take-out.holds.looks')}</li>
          <li>{t('workspace.take-out.holds.letters')}</li>
        </ul>
      ) : (
        <ul>
          <li>{t('workspace.take-out.holds.mine')}</li>
          <li>{t('workspace.take-out.holds.letters')}</li>
        </ul>
      )}
      <h2>{t('workspace.take-out.not')}</h2>
      <ul>
        <li>{t('workspace.take-out.not.notes', { phone })}</li>
        <li>{t('workspace.take-out.not.links')}</li>
      </ul>
      <p>{t('workspace.take-out.care')}</p>
      <p>{t('workspace.take-out.receipt')}</p>
      {parts > 1 && <p>{t('workspace.take-out.parts', { count: String(parts) })}</p>}
      <form method="post" action={WORKSPACE.takeOut} class="button-row">
        {company && <input type="hidden" name="company" value={company.id} />}
        <button class="button" type="submit">
          {t('workspace.take-out.button')}
        </button>
        {Array.from({ length: parts - 1 }, (_, place) => (
          <button class="button button--quiet" type="submit" name="part" value={place + 2} key={place}>
            {t('workspace.take-out.part', { part: String(place + 2), count: String(parts) })}
          </button>
        ))}
      </form>
      <p>
        <a href={WORKSPACE.myData}>{t('form.back')}</a>
      </p>
    </div>
  );
}
