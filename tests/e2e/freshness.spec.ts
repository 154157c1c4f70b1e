// Freshness as a story: a contact confirms its texts, and the page says so; or reports a mistake, and hears what became of it.
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { DESKTOP, expect, PHONE, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { fi, saysDone } from '../support/link-pages.ts';
import { MAIJA } from '../support/served-portal.ts';
import { button, heading } from '../support/tell-need.ts';
import { askVisited, sendHandled } from '../support/visited-contact.ts';

/** Unconfirmed in the sample content, for longer than a letter waits. */
const HAVU = 'energiatoimisto-havu';
const LUOTSI = 'mentoriyhdistys-luotsi';
const nameOf = (id: string) => builtCatalogue().providers.find((provider) => provider.id === id)?.name.fi ?? '';

test('a contact confirms from its letter, and the mark leaves the page with the next build; taken back, it returns', async ({
  page,
  portal,
}) => {
  test.setTimeout(90_000); // two builds among it
  const mark = page.getByText(fi('provider.unconfirmed'));
  const rebuilt = async (isMarked: boolean) => {
    await fetch(`${portal.url}/dev/run/rebuild-site`, { method: 'POST' });
    await expect(async () => {
      await page.goto(routes.provider(HAVU, 'fi'));
      await expect(heading(page)).toHaveText(nameOf(HAVU));
      await expect(mark).toBeVisible({ visible: isMarked, timeout: 100 });
    }).toPass({ timeout: 40_000 });
  };
  await page.goto(routes.provider(HAVU, 'fi'));
  await expect(mark).toBeVisible();

  const { letter } = await askVisited(portal, HAVU, 'fi');
  const { confirm_link: confirm = '' } = letter.links;
  await page.goto(confirm);
  await expect(heading(page)).toHaveText(fi('confirm-services.title'));
  await button(page, fi('confirm-services.button')).click();
  await saysDone(page, 'confirmed');
  await rebuilt(false);

  await page.goto(confirm);
  await button(page, fi('confirm-services.undo')).click();
  await saysDone(page, 'confirmation_undone');
  await rebuilt(true);
});

for (const [viewport, javaScriptEnabled] of [
  [PHONE, true],
  [DESKTOP, false],
] as const)
  test.describe(() => {
    test.use({ viewport, javaScriptEnabled, locale: 'sv' });
    const place = `at ${viewport.width} pixels, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

    test(`a contact reports a mistake, an editor deals with it, and the contact hears of it, ${place}`, async ({
      page,
      portal,
    }) => {
      const sv = createT('sv');
      const service = builtCatalogue().services.find(({ id }) => id === 'mentorointi');
      const { letter, email } = await askVisited(portal, LUOTSI, 'sv');
      const mistake = `Programmet tar 18 månader (${place}).`;
      await page.goto(letter.links.report_link ?? '');
      await button(page, sv('report-mistake.button')).click();
      await expect(page.locator('#error-summary')).toBeVisible();
      await page.getByLabel(service?.name.sv ?? '').check();
      await page.getByLabel(sv('report-mistake.label'), { exact: true }).fill(mistake);
      await button(page, sv('report-mistake.button')).click();
      await saysDone(page, 'reported', 'sv');
      await expect(page.getByText(sv('reported.open'))).toBeVisible();

      await portal.quiet();
      const toEditor = await portal.letter('mistake_reported', MAIJA, 'fi', '');
      expect(toEditor.text).toContain(mistake);
      await page.goto(toEditor.links.close_link ?? '');
      await expect(page.getByText('content/services/mentorointi.fi.md')).toBeVisible();
      await page.getByLabel(fi('close-task.note'), { exact: true }).fill('Texten är rättad.');
      await button(page, fi('close-task.button')).click();
      await saysDone(page, 'task_done');

      await sendHandled(portal);
      const handled = await portal.letter('mistake_handled', email, 'sv', '');
      for (const text of [mistake, 'Texten är rättad.']) expect(handled.text).toContain(text);
      await page.goto(handled.links.confirm_link ?? '');
      await expect(page.getByText('Texten är rättad.')).toBeVisible();
      await button(page, sv('confirm-services.button')).click();
      await saysDone(page, 'confirmed', 'sv');
      await button(page, sv('confirm-services.undo')).click();
      await saysDone(page, 'confirmation_undone', 'sv');
    });
  });
