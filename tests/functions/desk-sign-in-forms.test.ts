// desk-sign-in: where it leads on to, and what is refused before a code is thought of.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskVisitor, forgetCodes } from '../support/desk-visitor.ts';
import { MAIJA, MATTI, type Portal, startPortal } from '../support/portal.ts';
import { faultyFields, mainOf, textOf, valuesOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

const visitor = () => deskVisitor(portal);

describe('where one goes on to', () => {
  it.each([
    ['/desk/needs/ABCD-2345?did=taken', '/desk/needs/ABCD-2345?did=taken'],
    ['/desk?view=mine&q=hitsaus', '/desk?view=mine&q=hitsaus'],
    ['//evil.example', '/desk'],
    ['https://evil.example/desk', '/desk'],
    ['/\\evil.example/desk', '/desk'],
    ['/desk/../lupaus', '/desk'],
    ['/desk/%2e%2e/%2e%2e//evil.example', '/desk'],
    ['/deskevil', '/desk'],
    ['javascript:alert(1)//desk', '/desk'],
    ['/desk/sign-out', '/desk'],
    ['\t//evil.example/desk', '/desk'],
    ['', '/desk'],
  ])('%s leads to %s', async (next, location) => {
    const answer = await visitor().signIn(MAIJA, { next });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, location]);
  });

  it('is kept from the page that was asked for, through both steps', async () => {
    const maija = visitor();
    const refused = await maija.get('/desk/needs/ABCD-2345');
    const signIn = refused.headers.get('location') ?? '';
    expect([refused.status, signIn]).toEqual([303, '/desk/sign-in?next=%2Fdesk%2Fneeds%2FABCD-2345']);
    const first = valuesOf(await (await maija.get(signIn)).text());
    const second = valuesOf(await (await maija.ask(MAIJA, { next: first.next ?? '' })).text());
    expect([first.next, second.next]).toEqual(['/desk/needs/ABCD-2345', '/desk/needs/ABCD-2345']);
  });
});

describe('what is no good form', () => {
  it.each([
    ['', 'Kirjoita sähköpostiosoitteesi'],
    ['maija', 'Kirjoita sähköpostiosoite muodossa'],
    ['a@b.example\r\nBcc: c@d.example', 'Kirjoita sähköpostiosoite muodossa'],
    [`${'x'.repeat(250)}@a.example`, 'Kirjoita sähköpostiosoite muodossa'],
  ])('the address "%s"', async (email, words) => {
    const answer = await visitor().ask(email);
    const page = await answer.text();
    expect([answer.status, faultyFields(page)]).toEqual([422, ['field-email']]);
    expect(textOf(mainOf(page))).toContain(words);
  });

  it('another site, another type and too much are refused before anything is asked', async () => {
    const asked = await visitor().post(
      '/desk/sign-in',
      { step: 'address', email: MAIJA },
      { origin: 'https://evil.example' },
    );
    const json = await portal.postJson('/desk/sign-in', '{');
    const large = await visitor().ask('x'.repeat(70_000));
    expect([asked.status, json.status, large.status]).toEqual([403, 400, 413]);
    expect(await portal.rows('select from app.code_requests')).toEqual([]);
  });

  it('fields given twice, or none, do not break it', async () => {
    const twice = await portal.postForm('/desk/sign-in', [
      ['step', 'code'],
      ['step', 'address'],
      ['email', MAIJA],
      ['email', MATTI],
    ]);
    const none = await portal.postForm('/desk/sign-in', {});
    expect([twice.status, none.status]).toEqual([422, 422]);
  });

  it('without a database the step comes again with the address in it', async () => {
    const url = process.env.SUPABASE_URL;
    process.env.SUPABASE_URL = 'http://127.0.0.1:9';
    const answers = [await visitor().ask(MAIJA), await visitor().tell(MAIJA, '123456')];
    process.env.SUPABASE_URL = url;
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    for (const answer of answers) expect(valuesOf(await answer.text()).email).toBe(MAIJA);
  });
});
