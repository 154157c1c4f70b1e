// workspace-my-data: what a person may do with the data: take it out, correct it, have it erased.
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';

export interface MyDataProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  /** Null for who has none, or several and none chosen. */
  company: string | null;
  /** Somebody who only advises others has none. */
  hasCompany: boolean;
  isOwner: boolean;
  isErasing: boolean;
  /** She herself waits to be erased. */
  isErasingOwn: boolean;
  phone: string;
}

export function WorkspaceMyData(props: MyDataProps) {
  const { t, lang, did, company, hasCompany, isOwner, isErasing, isErasingOwn, phone } = props;
  return (
    <div class="stack">
      <h1>{t('workspace.my-data.title')}</h1>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      {company && <p class="soft">{company}</p>}
      {company && <p>{t('workspace.my-data.lead')}</p>}
      <section class="stack" aria-labelledby="take-out">
        <h2 id="take-out">{t('workspace.my-data.take-out')}</h2>
        <p>{t(isOwner ? 'workspace.my-data.take-out.company' : 'workspace.my-data.take-out.person')}</p>
        {company && !isOwner && <p>{t('workspace.my-data.take-out.owners')}</p>}
        {!company && hasCompany && <p>{t('workspace.my-data.choose')}</p>}
        <p>
          <a class="button" href={WORKSPACE.takeOut}>
            {t('workspace.my-data.take-out.link')}
          </a>
        </p>
      </section>
      {company && (
        <section class="stack" aria-labelledby="correct">
          <h2 id="correct">{t('workspace.my-data.correct')}</h2>
          <p>{t('workspace.my-data.correct.text', { phone })}</p>
          <p>
            <a class="button button--quiet" href={WORKSPACE.profile}>
              {t('workspace.my-data.correct.link')}
            </a>
          </p>
        </section>
      )}
      {!isErasingOwn && (
        <section class="stack" aria-labelledby="erase-own">
          <h2 id="erase-own">{t('workspace.my-data.erase-own')}</h2>
          <p>{t('workspace.my-data.erase-own.text')}</p>
          <p>
            <a class="button button--quiet" href={WORKSPACE.eraseOwn}>
              {t('workspace.my-data.erase-own.link')}
            </a>
          </p>
        </section>
      )}
      {company && !isErasing && (
        <section class="stack" aria-labelledby="erase">
          <h2 id="erase">{t('workspace.my-data.erase')}</h2>
          {isOwner ? (
            <>
              <p>{t('workspace.my-data.erase.text')}</p>
              <p>
                <a class="button button--quiet" href={WORKSPACE.erase}>
                  {t('workspace.my-data.erase.link')}
                </a>
              </p>
            </>
          ) : (
            <p>{t('workspace.my-data.erase.owners')}</p>
          )}
        </section>
      )}
      <p>
        <a href={`${routes.path('privacy', lang)}#${KEEPING}`}>{t('workspace.my-data.keeping')}</a>
      </p>
    </div>
  );
}

/** Where the privacy notice has the keeping times, in every language. */
export const KEEPING = 'keeping';
