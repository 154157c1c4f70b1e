// Services as rows: what each gives, and at the right what can be compared.
import type { MapRow, MapService } from '#domain/content/service-map.ts';
import type { T } from '#domain/i18n/t.ts';
import { hasAll } from '#domain/map-keys.ts';
import { type Language, routes } from '#domain/routes.ts';

interface Props {
  t: T;
  lang: Language;
  services: readonly (MapService | MapRow)[];
  /** On the map: the keys that a row must have to be shown. */
  wanted?: readonly string[];
}

export function ServiceRows({ t, lang, services, wanted = [] }: Props) {
  return (
    <ul class="rows">
      {services.map((service) => {
        const keys = 'keys' in service ? service.keys : undefined;
        return (
          <li key={service.slug} data-keys={keys?.join(' ')} hidden={keys && !hasAll(keys, wanted)}>
            <div>
              <h3 class="rows__name">
                <a href={routes.service(service.slug, lang)}>{service.name}</a>
              </h3>
              <p>{service.summary}</p>
            </div>
            <p class="rows__facts">
              <span>{t(`service.price.${service.price}`)}</span>
              <span>{t('services.providers', { count: service.providers })}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
