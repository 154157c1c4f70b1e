// A survey that goes out although it is no working day: the events of one need have waited long enough, those of others have not.
import type pg from 'pg';
import type { SurveyEvent } from '#domain/content/survey.ts';
import { builtCatalogue } from './built-catalogue.ts';
import { call } from './sql-call.ts';

/** `links` as the portal makes them, under its own secret. The letter waits in the outbox afterwards. */
export async function askSurvey(
  pool: pg.Pool,
  reference: string,
  links: { id: string; hash: string }[],
  event: SurveyEvent = 'first_response',
): Promise<void> {
  const published = builtCatalogue().surveys;
  const kept = await call(pool, 'keep_surveys', {
    p_surveys: published.map(({ id, after, ...survey }) => ({ ...survey, survey: id, event: after })) as never,
  });
  await pool.query(
    `update app.service_events set happened_at = now() - interval '20 days'
     where event = $2 and need_id = (select id from app.needs where reference = $1)`,
    [reference, event],
  );
  const happened_before = new Date(Date.now() - 15 * 86_400_000).toISOString();
  const asked = await call(pool, 'send_surveys', {
    p_due: kept
      .filter(({ survey }) => published.find(({ id }) => id === survey)?.after === event)
      .map(({ survey, version }) => ({ survey, version, happened_before })),
    p_themes: {},
    p_providers: {},
    p_mail_hours: '{(,)}',
    p_links: links,
  });
  if (asked !== 1) throw new Error(`${asked} surveys went out about ${reference}`);
}
