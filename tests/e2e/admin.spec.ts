// /admin on a folder of one's own: what is edited is written and nothing else, what is wrong is refused in Finnish, nobody else is asked.
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { serviceSchema, serviceTexts } from '#domain/content/service.ts';
import { toolSchema, toolTexts } from '#domain/content/tool.ts';
import { changedFiles, chooseFolder, contentFiles, type Files } from '../support/browser-folder.ts';
import { test as base, expect, watchFaults } from '../support/browser-test.ts';

/** Sveltia draws no more of a form than is seen. */
const WHOLE_FORM = { width: 1280, height: 5000 };

/** Of Sveltia's own: its preview is a frame that it writes itself, and a host that nobody signs in to has no application. */
const KNOWN = /An iframe which has both allow-scripts and allow-same-origin|OAuth application ID is not defined/;

// The editor's own console is watched by rules of its own.
const test = base.extend({
  noFaults: async ({ context }, use) => {
    const faults = watchFaults(context);
    await use(undefined);
    expect(
      faults.filter((fault) => !KNOWN.test(fault)),
      'errors and warnings in the console, breaches of the policy among them',
    ).toEqual([]);
  },
});

const files = contentFiles();
const front = (text = ''): Record<string, unknown> => parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '');
const lines = (before = '', after = ''): string[] =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));
const field = (page: Page, name: string): Locator =>
  page.locator(`.pane[data-mode="edit"] .field[data-key-path="${name}"]`);
const language = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }).first();
const save = (page: Page) => page.getByRole('button', { name: 'Tallenna' });

async function open(page: Page, address: string): Promise<void> {
  await chooseFolder(page, files);
  await page.goto(`/admin#/collections/${address}`);
  await page.getByRole('button', { name: 'Muokkaa oman koneen kansiota' }).click();
  await expect(save(page)).toBeVisible();
}

test('a service is changed in three languages: what was edited and nothing else, facts in Finnish alone, and nobody else is asked', async ({
  page,
  context,
  baseURL,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.setViewportSize(WHOLE_FORM);
  await open(page, 'services/entries/digitaidot');

  const beside = page.frameLocator('iframe.preview');
  await expect(beside.getByRole('columnheader')).toHaveText(['Suomi', 'Ruotsi', 'Englanti']);
  const texts = {
    Suomi: 'Opit uutta rauhassa.',
    Ruotsi: 'Du lär dig i lugn och ro.',
    Englanti: 'You learn in your own time.',
  };
  for (const [name, text] of Object.entries(texts)) {
    await language(page, name).click();
    await field(page, 'summary').getByRole('textbox').fill(text);
    await expect(beside.getByText(text)).toBeVisible();
  }
  await language(page, 'Suomi').click();
  await field(page, 'channels')
    .getByRole('button', { name: /^Lisää/ })
    .click();
  await page.getByRole('menuitem', { name: 'Puhelin' }).click();
  await field(page, 'channels.3.phone').getByRole('textbox').fill('+358 40 000 0100');
  await save(page).click();
  await expect(page.getByText('Merkintä tallennettu.')).toBeVisible();

  const changed = await changedFiles(page, files);
  const paths = { Suomi: 'fi', Ruotsi: 'sv', Englanti: 'en' };
  for (const [name, lang] of Object.entries(paths)) {
    const path = `content/services/digitaidot.${lang}.md`;
    expect(lines(files[path], changed[path]).filter((line) => !/^ /.test(line))).toEqual([
      `summary: ${texts[name as keyof typeof texts]}`,
    ]);
  }
  expect(Object.keys(changed)).toHaveLength(3);
  const before = front(files['content/services/digitaidot.fi.md']);
  const after = front(changed['content/services/digitaidot.fi.md']);
  const phone = { kind: 'phone', phone: '+358 40 000 0100' };
  expect(after).toEqual({ ...before, summary: texts.Suomi, channels: [...(before.channels as object[]), phone] });
  expect(serviceSchema.safeParse(after).error).toBeUndefined();
  expect(serviceTexts.safeParse(front(changed['content/services/digitaidot.sv.md'])).error).toBeUndefined();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !/^(?:blob|data):/.test(url) && new URL(url).origin !== baseURL)).toEqual([]);
});

test('what is wrong is told beside its field or before it is written, in Finnish, and nothing is written', async ({
  page,
}) => {
  await page.setViewportSize(WHOLE_FORM);
  await open(page, 'services/entries/energia');
  await field(page, 'name').getByRole('textbox').fill('a'.repeat(101));
  await save(page).click();
  await expect(field(page, 'name').getByText('Teksti on liian pitkä: enintään 100 merkkiä.')).toBeVisible();
  await field(page, 'name').getByRole('textbox').fill('Energianeuvonta');
  await field(page, 'slug').getByRole('textbox').fill('Energia & säästö');
  await save(page).click();
  await expect(field(page, 'slug').getByText('Osoitteessa voi olla vain a–z')).toBeVisible();
  await field(page, 'slug').getByRole('textbox').fill('energianeuvonta');
  await field(page, 'youGet').getByRole('textbox').first().fill('a'.repeat(161));
  await field(page, 'responsible').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Digikoulu Bitti' }).click();
  await save(page).click();
  const refused = page.getByRole('alertdialog', { name: 'Muutoksia ei tallennettu' });
  await expect(refused).toContainText('Suomi – Mitä saat, 1: Teksti on liian pitkä: enintään 160 merkkiä.');
  await refused.getByRole('button', { name: 'OK' }).click();
  await field(page, 'youGet').getByRole('textbox').first().fill('Neuvontaa ilman maksua');
  await save(page).click();
  await expect(refused).toContainText('Päävastuussa oleva tuottaja: digikoulu-bitti ei ole tuottajien joukossa.');
  expect(await changedFiles(page, files)).toEqual({});
});

test('a tool is added in three languages and taken away again', async ({ page }) => {
  await open(page, 'tools/new');
  const texts = {
    Suomi: ['Työntekijän hintalaskuri', 'Lasket, mitä työntekijä maksaa.'],
    Ruotsi: ['Lönekalkyl', 'Du räknar vad en anställd kostar.'],
    Englanti: ['Salary sheet', 'You work out what an employee costs.'],
  };
  for (const [name, [title = '', summary = '']] of Object.entries(texts)) {
    await language(page, name).click();
    await field(page, 'name').getByRole('textbox').fill(title);
    await field(page, 'summary').getByRole('textbox').fill(summary);
  }
  await language(page, 'Suomi').click();
  await field(page, 'url').getByRole('textbox').fill('https://palkka.example/laskuri');
  await field(page, 'services').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Ensimmäinen työntekijä' }).click();
  await field(page, 'kind').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Laskuri' }).click();
  await save(page).click();
  const id = page.getByRole('group', { name: 'Tunnus' }).or(page.locator('.sidebar')).getByRole('textbox');
  await expect(page.getByText('Kirjoita tunnus.')).toBeVisible();
  await id.fill('tyontekijan-hintalaskuri');
  await save(page).click();
  await expect(page.getByText('Merkintä tallennettu.')).toBeVisible();

  const added: Files = await changedFiles(page, files);
  expect(Object.keys(added)).toEqual(
    ['en', 'fi', 'sv'].map((lang) => `content/tools/tyontekijan-hintalaskuri.${lang}.md`),
  );
  const finnish = front(added['content/tools/tyontekijan-hintalaskuri.fi.md']);
  expect(toolSchema.parse(finnish)).toMatchObject({ kind: 'calculator', services: ['ensimmainen-tyontekija'] });
  expect(toolTexts.parse(front(added['content/tools/tyontekijan-hintalaskuri.en.md'])).name).toBe('Salary sheet');

  await page.getByRole('gridcell', { name: 'Työntekijän hintalaskuri', exact: true }).click();
  await expect(save(page)).toBeVisible();
  await page.getByRole('button', { name: 'Näytä muokkainasetukset' }).click();
  await page.getByRole('menuitem', { name: 'Poista' }).click();
  await page.getByRole('button', { name: 'Poista', exact: true }).last().click();
  await expect(page.getByText('Merkintä poistettu.')).toBeVisible();
  expect(await changedFiles(page, files)).toEqual({});
});
