// Where a need goes on that was joined to another, and what goes on in this one.
import type { StringKey } from '#domain/i18n/strings.ts';
import { routes } from '#domain/routes.ts';
import type { DeskNeedProps } from './desk-need-page.ts';

export function Joined({ t, page }: Pick<DeskNeedProps, 't' | 'page'>) {
  const { goesOn, joined } = page.joining;
  const lines: [StringKey, string][] = [
    ...(goesOn ? [['join-need.goes-on', goesOn] as [StringKey, string]] : []),
    ...joined.map((reference): [StringKey, string] => ['join-need.has', reference]),
  ];
  return (
    <>
      {lines.map(([text, reference]) => (
        <p class="notice" key={reference}>
          {t(text)} <a href={routes.deskNeed(reference)}>{reference}</a>
        </p>
      ))}
    </>
  );
}
