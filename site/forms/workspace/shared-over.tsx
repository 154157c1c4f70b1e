// shared, after the end: that it is over, kindly, and what was being written, to be copied; the company does not see it.
import type { T } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';

export function SharedOver(props: { t: T; text: string; givenBy: string; kept: string }) {
  const { t, text, givenBy, kept } = props;
  return (
    <div class="stack">
      <h1>{t('shared-over.title')}</h1>
      <p>{text}</p>
      {kept && (
        <section class="stack" aria-labelledby="kept">
          <h2 id="kept">{t('shared-over.kept')}</h2>
          <p>{t('shared-over.kept-what')}</p>
          <textarea rows={8} readOnly aria-labelledby="kept" value={kept} />
        </section>
      )}
      <p class="workspace-email">{t('shared-over.ask', { who: givenBy })}</p>
      <p>
        <a class="button" href={WORKSPACE.shared}>
          {t('shared.back')}
        </a>
      </p>
    </div>
  );
}
