// Addresses of the need to which our letters do not get through, above all else on its page: whoever waits for a reply waits in vain.
import type { Database } from '#domain/database.generated.ts';
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { DeskNeedProps } from './desk-need-page.ts';

export interface CameBackLine {
  address: string;
  kind: Exclude<Database['api']['Enums']['delivery_kind'], 'delivered'>;
  /** In the mail server's own words. */
  reason: string | null;
  at: Date;
}

export function CameBack({ t, lang, page }: Pick<DeskNeedProps, 't' | 'lang' | 'page'>) {
  if (page.cameBack.length === 0) return null;
  return (
    <section class="notice notice--alert" aria-labelledby="came-back">
      <h2 id="came-back">{t('desk-need.came-back')}</h2>
      {page.cameBack.map(({ address, kind, reason, at }) => (
        <div key={address}>
          <p>
            <strong>{address}</strong> · <time dateTime={at.toISOString()}>{formatDateTime(at, lang)}</time>
          </p>
          <p>{t(`letter.bounce.${kind}`)}</p>
          {reason && <p class="small soft">{reason}</p>}
        </div>
      ))}
      <p>{t('desk-need.came-back-next')}</p>
    </section>
  );
}
