// Templates of answers on a need's page: picked by the coordinator, filled in the company's language, and nothing unfinished goes out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gapsIn } from '#domain/content/reply.ts';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { catalogue, phone, serviceName } from '#lib/catalogue.ts';
import { type DeskVisitor, deskVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { formsOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let maija: DeskVisitor;
beforeAll(async () => {
  portal = await startPortal();
  maija = deskVisitor(portal);
  await maija.signIn(MAIJA);
});
afterAll(() => portal.close());

const filled = async (reference: string, template: string, lang = 'fi') => {
  const main = mainOf(
    await (await maija.get(`/desk/needs/${reference}?template=${template}`, { 'accept-language': lang })).text(),
  );
  const form = formsOf(`<main>${main}</main>`).find(({ buttons }) =>
    buttons.some(({ attributes }) => attributes.value === 'answer'),
  );
  return {
    main,
    answer: Object.fromEntries(form?.fields ?? []).answer ?? '',
    fields: Object.fromEntries(form?.fields ?? []),
  };
};

describe.each(LANGUAGES)('for a company that reads %s', (language) => {
  it.each(catalogue.replies.map(({ id }) => id))(
    '%s is filled in its language, whatever the coordinator’s',
    async (id) => {
      const { reference } = await portal.sendNeed({
        language,
        services: ['hitsauskoulutus'],
        contact_name: 'Yrjö $& Åke',
      });
      const { main, answer } = await filled(reference, id, 'sv');
      const template = catalogue.replies.find((reply) => reply.id === id);
      expect(textOf(main)).toContain(template?.title.sv);
      expect(answer).not.toMatch(/[{}]/);
      expect(answer).toContain('Yrjö $& Åke');
      expect(answer).toContain('Maija Malli');
      for (const [name, value] of [
        ['{services}', serviceName('hitsauskoulutus', language)],
        ['{phone}', phone],
        ['{reference}', reference],
      ] as const)
        if (template?.text[language].includes(name)) expect(answer).toContain(value);
    },
  );
});

it('where the company chose no service, its name is left to be filled in', async () => {
  const { reference } = await portal.sendNeed({ services: [] });
  expect((await filled(reference, 'palvelu')).answer).toContain(`[${createT('fi')('answer-need.gap.services')}]`);
});

it('a template that there is not fills nothing', async () => {
  const { reference } = await portal.sendNeed();
  for (const name of ['', 'constructor', '../x', '%00']) expect((await filled(reference, name)).answer).toBe('');
});

it('an answer with a place that was not filled in is kept and not sent; brackets of one’s own are fine', async () => {
  const { reference, email } = await portal.sendNeed();
  const path = `/desk/needs/${reference}`;
  const { fields, answer } = await filled(reference, 'soitan');
  const held = await maija.post(path, { ...fields, act: 'answer' } as Record<string, string>);
  expect(held.status).toBe(422);
  expect(textOf(mainOf(await held.text()))).toContain('hakasulkeissa');
  const [gap = ''] = gapsIn(answer);
  const whole = answer.replace(gap, 'huomenna klo 9 [Helsingin aikaa]');
  const sent = await maija.post(path, { ...fields, act: 'answer', answer: whole } as Record<string, string>);
  expect(sent.headers.get('location')).toBe(`${path}?did=said`);
  await portal.settled();
  expect(portal.letters(email)[0]?.text).toContain('huomenna klo 9 [Helsingin aikaa]');
});

it('of a need that another handles the filled answer stands open', async () => {
  const { reference } = await portal.sendNeed();
  await portal.rows(`update app.needs set owner_email = 'matti@x.example', state = 'claimed' where reference = $1`, [
    reference,
  ]);
  expect((await filled(reference, 'selvitan')).main).toMatch(
    /<details open[^>]*><summary>Vastaa vastuuhenkilön puolesta/,
  );
});
