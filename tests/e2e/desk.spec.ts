// The desk as a coordinator meets it: signs in on a phone without JavaScript, finds a need, answers; the list that keeps itself
// fresh; what axe finds, and the keyboard.
import type { Page } from '@playwright/test';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { DESK, LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { DESKTOP, expect, PHONE, test } from '../support/browser-test.ts';
import { MAIJA, MATTI } from '../support/served-portal.ts';
import { codesSent, newCode, signIn } from '../support/sign-in.ts';
import { button, heading, press } from '../support/tell-need.ts';
import type { VisitedPortal } from '../support/visited-portal.ts';

/** The list in the reader's language. */
const open = async (page: Page, portal: VisitedPortal, email: string, lang: Language = 'fi') => {
  await page.goto(DESK.list);
  await signIn(page, portal, email, lang);
  await expect(heading(page)).toHaveText(createT(lang)('desk-list.title'));
};

test.describe('on a phone, without JavaScript', () => {
  test.use({ viewport: PHONE, locale: 'fi', javaScriptEnabled: false });

  test('signs in, finds a need by a word, takes it, answers, and signs out', async ({ page, portal }) => {
    const t = createT('fi');
    const { reference, email } = await portal.sendNeed({
      company_name: 'Kuusiston Veneveistämö Oy',
      description: 'Tarvitsemme laminointiin osaavan tekijän, jolla on kokemusta vinyyliesteristä.',
    });
    await open(page, portal, MAIJA);
    await page.getByLabel(t('desk-list.search'), { exact: true }).fill('vinyyli kuusist');
    await button(page, t('desk-list.search-button')).click();
    await page.getByRole('link', { name: 'Kuusiston Veneveistämö Oy' }).click();
    await expect(heading(page)).toHaveText('Kuusiston Veneveistämö Oy');
    await button(page, t('take-need.button')).click();
    await expect(page.getByRole('status')).toHaveText(t('did.taken'));
    await page.getByLabel(t('answer-need.label'), { exact: true }).fill('Hei, soitan teille huomenna.');
    await button(page, t('answer-need.button')).click();
    await expect(page.getByRole('status')).toHaveText(t('did.said'));
    expect((await portal.letter('answer', email, 'fi', reference)).text).toContain('soitan teille huomenna');
    await button(page, t('desk.sign-out')).click();
    await expect(page.getByRole('status')).toHaveText(t('sign-in.why.signed_out'));
    await page.goto(routes.deskNeed(reference));
    await expect(heading(page)).toHaveText(t('sign-in.desk.title'));
    await signInBack(page, portal, reference);
  });
});

test.describe('a low answer', () => {
  test.use({ viewport: PHONE, locale: 'fi' });

  test('goes from the letter to the desk and back: one tap, one button, a task, an answer', async ({
    page,
    portal,
  }) => {
    const t = createT('fi');
    const { look, faults } = inspector(page, 'fi');
    const { reference, email } = await portal.sendNeed({ company_name: 'Pettymys Oy' });
    const { links } = await portal.letter('new_need', MAIJA, 'fi', reference);
    await portal.act(links.answer_link ?? '', { answer: 'Hei!\n\nSoitan huomenna.' });
    await portal.sendSurvey(reference);
    const letter = await portal.letter('survey', email, 'fi', reference);

    await page.goto(letter.links.no_link ?? '');
    await expect(page.getByRole('radio', { name: 'Ei, minuun ei ole otettu yhteyttä' })).toBeChecked();
    await press(page, t('answer-survey.button'));
    await expect(page.getByRole('status')).toContainText('Vastaamme sinulle viimeistään');

    const toAnswer = page.getByRole('link', { name: /^Vastaa palautteeseen.*Pettymys Oy$/ });
    await open(page, portal, MAIJA);
    await page.goto(DESK.followUps);
    await look('people to answer');
    await toAnswer.click();
    await expect(page.getByText(t('feedback.contradiction')).first()).toBeVisible();
    await press(page, t('answer-follow-up.button'));
    await look('an empty answer to a low one');
    await page.getByLabel(t('answer-follow-up.message'), { exact: true }).fill('Olen pahoillani, soitan tänään.');
    await press(page, t('answer-follow-up.button'));
    await expect(page.getByRole('status')).toHaveText(t('did.follow_up_answered'));
    expect((await portal.letter('follow_up_answer', email, 'fi', reference)).text).toContain('soitan tänään');
    await page.goto(DESK.followUps);
    await expect(toAnswer).toHaveCount(0);

    await portal.backDate(
      'survey_invitations',
      'need_id = (select id from app.needs where reference = $1)',
      [reference],
      '8 days',
    );
    await page.goto(letter.links.no_link ?? '');
    await expect(button(page, t('answer-survey.change'))).toHaveCount(0);
    await look('a survey that can be changed no more');
    expect(faults).toEqual([]);
  });
});

/** Signing in leads to the page that was asked for. */
async function signInBack(page: Page, portal: VisitedPortal, reference: string): Promise<void> {
  await signIn(page, portal, MAIJA);
  await expect(page).toHaveURL(new RegExp(`${reference}$`));
}

test.describe('on a desktop', () => {
  test.use({ viewport: DESKTOP, locale: 'fi' });

  test('by the keyboard alone: sign-in, a view, a need', async ({ page, portal }) => {
    const t = createT('fi');
    const { reference } = await portal.sendNeed({ company_name: 'Näppäin Oy' });
    await page.goto(DESK.list);
    await portal.rows('delete from app.code_requests');
    const before = await codesSent(portal, MATTI);
    await page.getByLabel(t('sign-in.email'), { exact: true }).focus();
    await page.keyboard.type(MATTI);
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText(t('sign-in.code.title'));
    await page.getByLabel(t('sign-in.code.label'), { exact: true }).focus();
    await page.keyboard.type(await newCode(portal, MATTI, before));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText(t('desk-list.title'));
    const [cookie] = await page.context().cookies();
    expect([cookie?.httpOnly, cookie?.sameSite, (cookie?.expires ?? 0) > Date.now() / 1000 + 29 * 86_400]).toEqual([
      true,
      'Lax',
      true,
    ]);
    await page.getByLabel(t('desk-list.search'), { exact: true }).focus();
    await page.keyboard.type(reference);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Näppäin Oy' })).toBeVisible();
    await page.getByRole('link', { name: 'Näppäin Oy' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(routes.deskNeed(reference));
  });

  test('in the list the arrows go from need to need, and nowhere else', async ({ page, portal }) => {
    const t = createT('fi');
    for (const name of ['Ylin Oy', 'Alin Oy']) await portal.sendNeed({ company_name: `${name} Nuolivaara` });
    await open(page, portal, MAIJA);
    await page.goto(`${DESK.list}?q=nuolivaara`);
    await expect(page.getByText(t('desk-list.keys'))).toBeVisible();
    await page.getByRole('link', { name: t('desk-list.skip') }).press('Enter');
    await page.keyboard.press('Tab');
    const links = page.locator('[data-reference] a');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.last()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(links.last()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(links.first()).toBeFocused();
    await page.getByLabel(t('desk-list.search'), { exact: true }).press('ArrowDown');
    await expect(page.getByLabel(t('desk-list.search'), { exact: true })).toBeFocused();
  });

  test('a template comes below what is written, its first gap selected, and gives way to the next one', async ({
    page,
    portal,
  }) => {
    const t = createT('fi');
    const { reference } = await portal.sendNeed({ language: 'sv' });
    await open(page, portal, MAIJA);
    await page.goto(routes.deskNeed(reference));
    const answer = page.getByLabel(t('answer-need.label'), { exact: true });
    const fill = async (id: string) => {
      await page.getByLabel(t('answer-need.template'), { exact: true }).selectOption(id);
      await button(page, t('answer-need.template-button')).click();
    };
    await fill('soitan');
    await expect(answer).toHaveValue(/jag ringer|ringer dig \[dag och klockslag\]/i);
    await expect(answer).toBeFocused();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('[dag och klockslag]');
    await fill('selvitan');
    await expect(answer).not.toHaveValue(/klockslag/);
    await answer.fill('Hej! Tack.');
    await fill('tapaaminen');
    await expect(answer).toHaveValue(/^Hej! Tack\.\n\nHej /);
    expect(page.url()).toMatch(new RegExp(`${reference}$`));
  });

  test('the list keeps itself fresh: a new need is told, the focus stays, and an ended session is told', async ({
    page,
    portal,
  }) => {
    const t = createT('fi');
    await page.clock.install();
    const { reference } = await portal.sendNeed({ company_name: 'Ennen Oy' });
    await portal.rows(`update app.needs set owner_email = '${MATTI}', state = 'claimed' where reference = $1`, [
      reference,
    ]);
    await open(page, portal, MATTI);
    await page.goto(`${DESK.list}?view=mine`);
    const link = page.locator(`[data-reference="${reference}"] a`);
    await link.focus();
    const newer = await portal.sendNeed({ company_name: 'Uusin Oy' });
    await portal.rows(`update app.needs set owner_email = '${MATTI}', state = 'claimed' where reference = $1`, [
      newer.reference,
    ]);
    await page.clock.runFor(61_000);
    await expect(page.getByRole('status')).toHaveText(t('desk-list.new.one'));
    await expect(page.locator(`[data-reference="${newer.reference}"]`)).toBeVisible();
    await expect(link).toBeFocused();
    await portal.rows('update app.sessions set revoked_at = now() where revoked_at is null');
    await page.clock.runFor(61_000);
    await expect(page.getByRole('status')).toHaveText(t('desk-list.ended'));
    await expect(page.locator(`[data-reference="${newer.reference}"]`)).toBeVisible();
  });

  test('a script cannot read the cookie', async ({ page, portal }) => {
    await open(page, portal, MAIJA);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});

test.describe('axe', () => {
  test.setTimeout(120_000); // many pages each

  for (const lang of LANGUAGES) {
    test.describe(`in ${lang}`, () => {
      test.use({ viewport: PHONE, locale: lang });

      test('finds nothing wrong with any page of the desk', async ({ page, portal }) => {
        const t = createT(lang);
        const { faults, look } = inspector(page, lang);
        const need = await portal.sendNeed({ company_name: `Axe ${lang} Oy` });
        await portal.backDate('needs', 'reference = $1', [need.reference], '10 days');
        await page.goto(DESK.list);
        await look('sign-in');
        await press(page, t('sign-in.button'));
        await look('sign-in without an address');
        await page.getByLabel(t('sign-in.email'), { exact: true }).fill(MAIJA);
        await portal.rows('delete from app.code_requests');
        await press(page, t('sign-in.button'));
        await look('the code');
        await page.getByLabel(t('sign-in.code.label'), { exact: true }).fill('12');
        await press(page, t('sign-in.code.button'));
        await look('a wrong code');
        await open(page, portal, MAIJA, lang);
        await look('the list');
        await page.goto(`${DESK.list}?q=olematon&view=mine`);
        await look('an empty search');
        await page.goto(DESK.figures);
        await look('the figures');
        await page.goto(DESK.reports);
        await look('the reports');
        await page.goto(DESK.packs);
        await look('packs');
        await page.goto(DESK.claims);
        await look('claims');
        await portal.rows(
          `with company as (insert into app.companies default values returning id),
             owner as (insert into app.members (company_id, email, role) select id, $1, 'owner' from company)
           insert into app.claims (company_id, business_id, email, name, language)
           select id, '0201256-6', $2, $3, 'sv' from company`,
          [need.email, `pyrkija-${need.email}`, `Pyrkijä ${lang}`],
        );
        await page.goto(DESK.claims);
        await look('a claim to settle');
        await page.goto(DESK.absences);
        await press(page, t('add-absence.button'));
        await look('an absence without days');
        await page.goto(routes.deskNeed(need.reference));
        for (const summary of await page.locator('.other-acts summary').all()) await summary.click();
        await look('a need with every act open');
        await press(page, t('answer-need.button'));
        await look('an empty answer');
        await page.goto(routes.deskNeed(need.reference));
        await portal.rows(
          `insert into app.events (need_id, kind, actor_role, actor_email) select id, 'taken', 'coordinator', $2 from app.needs where reference = $1`,
          [need.reference, MATTI],
        );
        await page.getByLabel(t('answer-need.label'), { exact: true }).fill('Soitan.');
        await press(page, t('answer-need.button'));
        await expect(page.getByText(t('desk-need.changed' as StringKey))).toBeVisible();
        await look('a need that changed');
        const twin = await portal.sendNeed({
          contact_email: need.email,
          company_name: `Axe ${lang} Oy`,
          language: lang,
        });
        await page.goto(routes.deskNeed(twin.reference));
        await page.getByText(t('act.hand_over_need'), { exact: true }).click();
        await press(page, t('hand-over-need.button'));
        await look('a need like another one, handed over to nobody');
        await page.goto(routes.deskNeed(twin.reference));
        await press(page, t('join-need.button', { reference: need.reference }));
        await expect(page.getByRole('status')).toHaveText(t('did.joined'));
        await look('a need that was joined');
        await page.goto(twin.statusPath);
        await look('its own page for the company');
        await page.goto(routes.deskNeed('ZZZZ-ZZZZ'));
        await look('no such need');
        expect(faults).toEqual([]);
      });
    });
  }
});
