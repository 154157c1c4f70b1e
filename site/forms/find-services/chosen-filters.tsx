// What was chosen, each with a way to drop it; where nothing is left, with what its dropping would bring back.
import type { ServiceMap } from '#domain/content/service-map.ts';
import { type Choices, choicesQuery, namedChoices } from '#domain/find-services.ts';
import type { T } from '#domain/i18n/t.ts';
import { countHits } from '#domain/map-keys.ts';
import { type Language, routes } from '#domain/routes.ts';

interface Props {
  t: T;
  lang: Language;
  map: ServiceMap;
  choices: Choices;
  /** Undefined where nothing is chosen. */
  hits: number | undefined;
}

interface ChipProps {
  drop: string;
  href?: string;
  text?: string;
  gain?: string | undefined;
}

/** The script copies one from the template: the markup stands here alone. */
function Chip({ drop, href, text, gain }: ChipProps) {
  return (
    <li>
      <a class="chip" href={href}>
        <span>{text}</span> <span class="chip__drop">{drop}</span> <span class="chip__gain">{gain}</span>
      </a>
    </li>
  );
}

export function ChosenFilters({ t, lang, map, choices, hits }: Props) {
  const chosen = namedChoices(choices, map);
  const rows = map.groups.flatMap(({ services }) => services);
  const gained = (key: string): string | undefined => {
    if (hits !== 0) return undefined;
    const others = chosen.map((choice) => choice.key).filter((other) => other !== key);
    const count = countHits(rows, others);
    return count === 0 ? undefined : t(count === 1 ? 'filter.gainOne' : 'filter.gain', { count });
  };
  return (
    <div class="chosen" hidden={chosen.length === 0} data-one={t('filter.gainOne')} data-many={t('filter.gain')}>
      <ul class="chips" aria-label={t('filter.chosen')}>
        {chosen.map(({ kind, key, name }) => (
          <Chip
            key={kind}
            drop={t('filter.drop')}
            href={routes.narrowed(choicesQuery(choices, map, lang, kind), lang)}
            text={`${t(`facet.${kind}`)}: ${name}`}
            gain={gained(key)}
          />
        ))}
      </ul>
      <p>
        <a class="chosen__all" href={routes.path('services', lang)}>
          {t('filter.clear')}
        </a>
      </p>
      <template>
        <Chip drop={t('filter.drop')} />
      </template>
    </div>
  );
}
