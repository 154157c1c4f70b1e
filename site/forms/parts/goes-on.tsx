// Behind a link whose need was joined to another: where it goes on, and the way there.
import type { T } from '#domain/i18n/t.ts';
import type { LinkPage } from '../link-page.ts';

export function GoesOn({ t, goesOn }: { t: T; goesOn: LinkPage['goesOn'] }) {
  if (!goesOn) return null;
  return (
    <>
      <p class="notice">{t('goes-on.text', { reference: goesOn.reference })}</p>
      {goesOn.path && (
        <p>
          <a class="button" href={goesOn.path}>
            {t('goes-on.link', { reference: goesOn.reference })}
          </a>
        </p>
      )}
    </>
  );
}
