// The receipt as a page. One that was altered is answered as any address that does not exist.
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { PlainPage } from '#forms/plain-page.tsx';
import { Receipt } from '#forms/receipt.tsx';
import { phone } from './catalogue.ts';
import type { Call } from './handle.ts';
import { renderPage } from './page.ts';
import { openReceipt } from './receipt.ts';
import { html } from './respond.ts';

export function receiptResponse({ params, lang: browserLang }: Call): Response {
  const facts = openReceipt(params.receipt ?? '');
  const lang = facts?.lang ?? browserLang;
  const t = createT(lang);
  if (!facts) {
    const title = t('dead-link.title');
    const next = { path: routes.path('requestLink', lang), label: t('dead-link.button') };
    const main = <PlainPage title={title} texts={[t('dead-link.text'), t('dead-link.way', { phone })]} next={next} />;
    return html(renderPage({ frame: 'frame', lang, title, main }), 404);
  }
  const main = (
    <Receipt
      t={t}
      lang={lang}
      reference={facts.reference}
      receivedAt={new Date(facts.receivedAt)}
      dueAt={new Date(facts.dueAt)}
      statusPath={facts.statusPath}
      phone={phone}
    />
  );
  return html(renderPage({ frame: 'receipt', lang, title: t('receipt.title'), main }));
}
