// The way through a list of several pages.
import type { T } from '#domain/i18n/t.ts';

export function Pages({ t, path, page, hasMore }: { t: T; path: string; page: number; hasMore: boolean }) {
  if (page === 1 && !hasMore) return null;
  return (
    <nav class="button-row" aria-label={t('desk-list.pages')}>
      {page > 1 && (
        <a class="button button--quiet" rel="prev" href={page === 2 ? path : `${path}?page=${page - 1}`}>
          {t('workspace.page.newer')}
        </a>
      )}
      {hasMore && (
        <a class="button button--quiet" rel="next" href={`${path}?page=${page + 1}`}>
          {t('workspace.page.older')}
        </a>
      )}
    </nav>
  );
}
