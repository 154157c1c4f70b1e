// The promise page: built with the site, with the figures of the moment poured into it. Without a database it is all but them.
import { createT } from '#domain/i18n/t.ts';
import { PromiseRecord } from '#forms/promise-record.tsx';
import { catalogue } from './catalogue.ts';
import { DatabaseDown } from './db.ts';
import type { Call } from './handle.ts';
import { renderPage } from './page.ts';
import { FIGURES_CACHED, reckonFigures } from './promise-figures.ts';
import { html } from './respond.ts';

export async function showPromise({ lang }: Call): Promise<Response> {
  const published = await reckonFigures().catch((error) => {
    if (error instanceof DatabaseDown) return undefined;
    throw error;
  });
  const main = <PromiseRecord t={createT(lang)} lang={lang} published={published} />;
  const page = renderPage({ frame: 'promise', lang, title: catalogue.promise.name[lang], main });
  // 503 makes the network's cache give the page that it had before.
  return published ? html(page, 200, FIGURES_CACHED) : html(page, 503, { 'retry-after': '60' });
}
