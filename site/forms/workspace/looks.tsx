// workspace-looks: every look from outside the company, newest first.
import type { T } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { type Look, LooksTable } from './looks-table.tsx';
import { Pages } from './pages.tsx';

export function WorkspaceLooks(props: {
  t: T;
  lang: Language;
  company: string;
  looks: readonly Look[];
  page: number;
  hasMore: boolean;
}) {
  const { t, lang, company, looks, page, hasMore } = props;
  return (
    <div class="stack">
      <h1 id="looks">{t('workspace.looks.title')}</h1>
      <p class="soft">{company}</p>
      <p>{t('workspace.looks.lead')}</p>
      <p>{t('workspace.looks.list')}</p>
      {looks.length === 0 ? (
        <p>{t('workspace.looked.none')}</p>
      ) : (
        <LooksTable t={t} lang={lang} looks={looks} labelledBy="looks" />
      )}
      <Pages t={t} path={WORKSPACE.looks} page={page} hasMore={hasMore} />
    </div>
  );
}
