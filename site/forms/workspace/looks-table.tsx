// Who from outside the company has looked at what, as a table.
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';

export interface Look {
  at: Date;
  who: string;
  organisation: string | null;
  part: string;
  way: string;
  reference: string | null;
}

export function LooksTable(props: { t: T; lang: Language; looks: readonly Look[]; labelledBy: string }) {
  const { t, lang, looks, labelledBy } = props;
  return (
    <div class="table">
      <table aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('workspace.looks.when')}</th>
            <th scope="col">{t('workspace.looks.who')}</th>
            <th scope="col">{t('workspace.looks.what')}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map(({ at, who, organisation, part, way, reference }) => (
            <tr key={`${at.toISOString()} ${who} ${part} ${reference}`}>
              <td>
                <time dateTime={at.toISOString()}>{formatDateTime(at, lang, 'short')}</time>
              </td>
              <td>{[who, organisation === who ? null : organisation].filter(Boolean).join(', ')}</td>
              <td class="workspace-seen">
                {part}
                {reference && (
                  <>
                    {' '}
                    <a class="workspace-reference" href={routes.workspaceNeed(reference)}>
                      {reference}
                    </a>
                  </>
                )}
                <span class="workspace-way soft">{way}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
