// show-promise: the page of the promise, with how it has been kept; never a figure that is too small, never without the promise.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { catalogue } from '#lib/catalogue.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { langOf, mainOf, textOf, titleOf } from '../support/read-page.ts';
import { asReplica } from '../support/sql-time.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const PAGES = [
  ['fi', '/lupaus'],
  ['sv', '/sv/lofte'],
  ['en', '/en/promise'],
] as const;

/** All needs were due three days ago; so many of them were answered after nine hours. */
const answered = (count: number) =>
  asReplica(portal.db.pool, (client) =>
    client.query(
      `update app.needs set received_at = now() - interval '5 days', due_at = now() - interval '3 days',
         first_response_at = case when place <= $1 then now() - interval '5 days' + interval '9 hours' end,
         promise_kept = case when place <= $1 then true end
       from (select id as of, row_number() over () as place from app.needs) places where of = id`,
      [count],
    ),
  );

describe.each(PAGES)('in %s at %s', (lang, path) => {
  const t = createT(lang);

  it('says the promise, how its clock counts, and that there are too few needs for a figure', async () => {
    const response = await portal.get(path);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect([langOf(page), titleOf(page)]).toEqual([lang, `${catalogue.promise.name[lang]} – Tarjotin`]);
    const text = textOf(mainOf(page));
    expect(text).toContain(t('promisePage.examples'));
    expect(text.split(t('promisePage.record.few'))).toHaveLength(4);
    expect(page).not.toContain('<svg class="picture"');
  });
});

describe('with needs on record', () => {
  beforeAll(async () => {
    for (let n = 0; n < 10; n += 1) await portal.sendNeed({ services: [catalogue.services[0]?.id ?? ''] });
    await answered(9);
  });

  it.each(PAGES)('in %s: shares, times, the picture with its table, themes', async (lang, path) => {
    const t = createT(lang);
    const main = mainOf(await (await portal.get(path)).text());
    const text = textOf(main).replaceAll('\u00a0', ' ');
    expect(text).toMatch(/90 ?%/);
    expect(text).toMatch(/9 (tuntia|timmar|hours)/);
    expect(text).toContain(t('promisePage.record.themes'));
    expect(text).toContain(t(`theme.${catalogue.services[0]?.theme ?? 'osaaminen'}.name` as never));
    expect(main.match(/<rect class="picture__part [^>]*width="([\d.]+)"/)?.[1]).toBe('153');
    expect(main).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="months-title months-desc"/);
  });

  it('silence shows as no answer where it reaches so far', async () => {
    await answered(4);
    const text = textOf(mainOf(await (await portal.get('/lupaus')).text())).replaceAll('\u00a0', ' ');
    expect(text).toContain('40 %');
    expect(text).toContain('Ei vastausta');
    await answered(9);
  });

  it('is kept by the network for a quarter of an hour', async () => {
    expect((await portal.get('/lupaus')).headers.get('netlify-cdn-cache-control')).toContain('s-maxage=900');
  });
});

it('without a database the promise stands there all the same, and the network is asked to give what it had', async () => {
  const url = process.env.SUPABASE_URL;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  try {
    const response = await portal.get('/lupaus');
    const text = textOf(mainOf(await response.text()));
    expect(response.status).toBe(503);
    expect(text).toContain('Miten laskemme ajan');
    expect(text).toContain(createT('fi')('promisePage.record.down'));
  } finally {
    process.env.SUPABASE_URL = url;
  }
});
