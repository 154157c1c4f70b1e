// desk-packs: the steering group's packs as they were sent, when the next one goes out, and the way to correct the latest.
import { formatDate, formatDateTime, formatMonth } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language, routes } from '#domain/routes.ts';
import { Did } from './parts/act-frame.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { TextField } from './parts/field.tsx';

export interface PackLine {
  id: string;
  meeting: string;
  from: string;
  to: string;
  version: number;
  corrected: string | null;
  madeAt: Date;
}
export interface DeskPacksProps {
  t: T;
  lang: Language;
  /** The newest meeting first, and of each its newest version. */
  packs: readonly PackLine[];
  next: { meeting: string; sent: string } | undefined;
  did?: string | undefined;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export function DeskPacks({ t, lang, packs, next, did, values, errors }: DeskPacksProps) {
  const [latest] = packs;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('desk-packs.title')}</h1>
      <Did t={t} did={did} />
      <p>{t('desk-packs.what')}</p>
      <p>
        {next
          ? t('desk-packs.next', {
              meeting: formatDate(next.meeting, lang, 'short'),
              sent: formatDate(next.sent, lang, 'short'),
            })
          : t('desk-packs.no-meeting')}
      </p>
      <ul class="rows">
        {packs.map(({ id, meeting, from, to, version, corrected, madeAt }) => (
          <li key={id}>
            <div>
              <p class="rows__name">
                <a href={routes.deskPack(id)}>
                  {t('desk-packs.pack', { meeting: formatDate(meeting, lang, 'short'), version })}
                </a>
              </p>
              <p>
                {t('pack.period', { from: formatMonth(from, lang), to: formatMonth(to, lang) })}{' '}
                {t('desk-packs.made', { time: formatDateTime(madeAt, lang, 'short') })}
              </p>
              {corrected && <p>{t('desk-packs.corrected', { corrected })}</p>}
            </div>
          </li>
        ))}
      </ul>
      {latest && (
        <form method="post" action={DESK.packs} class="stack">
          <h2>{t('correct-pack.title', { meeting: formatDate(latest.meeting, lang, 'short') })}</h2>
          <p>{t('correct-pack.what')}</p>
          <input type="hidden" name="meeting" value={latest.meeting} />
          <TextField
            name="corrected"
            label={t('correct-pack.label')}
            hint={t('correct-pack.hint')}
            error={errors.corrected}
            errorPrefix={t('form.error')}
            value={values.corrected ?? ''}
            rows={3}
          />
          <button class="button" type="submit">
            {t('correct-pack.button')}
          </button>
        </form>
      )}
    </div>
  );
}
