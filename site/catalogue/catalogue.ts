// The catalogue for functions, made of the collections: see #domain/content/catalogue.ts for its shape.

import type { Catalogue } from '#domain/content/catalogue.ts';
import { asInterval } from '#domain/content/keeping.ts';
import { LETTERS, type LetterKind } from '#domain/content/letter.ts';
import { letterBlocks } from '#domain/content/letter-blocks.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { getGovernance } from './governance.ts';
import { loadContent } from './load-content.ts';
import { getPage } from './page.ts';
import { getPromise } from './promise.ts';
import { getProviders } from './providers.ts';
import { getServices } from './services.ts';
import { getSurveys } from './surveys.ts';

export async function getCatalogue(): Promise<Catalogue> {
  const services = await getServices('fi');
  const providers = await getProviders('fi');
  const { id, days, version, phone, phoneHours } = await getPromise('fi');
  const names = {
    fi: (await getPromise('fi')).name,
    sv: (await getPromise('sv')).name,
    en: (await getPromise('en')).name,
  };
  const notice = await getPage('privacy', 'fi');
  return {
    services: services.map((service) => ({
      id: service.id,
      theme: service.theme,
      name: service.names,
      slug: service.slugs,
      providers: service.providers.map((provider) => provider.id),
      digitalLevel: service.digitalLevel,
    })),
    providers: providers.map((provider) => ({
      id: provider.id,
      name: provider.names,
      contactEmail: provider.contactEmail,
      contactPhone: provider.contactPhone,
      contactLanguage: provider.contactLanguage ?? 'fi',
      confirmed: provider.confirmed,
      formerly: provider.formerly ?? [],
    })),
    meetings: await meetings(),
    promise: { id, name: names, days, version, phone, phoneHours },
    notice: { version: notice.version ?? '' },
    sharing: await sharing(),
    surveys: await getSurveys(),
    changes: await changes(),
    keeping: await keeping(),
    replies: await replies(),
    letters: await letters(),
  };
}

/** Plain paragraphs and lists, as of a letter: a function shows them beside the button that agrees to them. */
async function sharing(): Promise<Catalogue['sharing']> {
  const { pages, pagesTranslated } = await loadContent();
  const text = byLanguage((lang) => letterBlocks(textsEntry(pages, pagesTranslated, 'sharing', lang).body ?? ''));
  const { version = '', controller } = textsEntry(pages, [], 'sharing', 'fi').data;
  if (!controller) throw new Error('content/pages/sharing.fi.md: controller is missing');
  return { version, controller, text };
}

/** Of whoever decides on the goals: the strategic level. */
async function meetings(): Promise<string[]> {
  const roles = await getGovernance('fi');
  return roles
    .filter(({ level }) => level === 'strategic')
    .flatMap((role) => role.meetings ?? [])
    .sort();
}

async function changes(): Promise<Catalogue['changes']> {
  const content = await loadContent();
  const surveys = await getSurveys();
  return content.changes.map((entry) => {
    const id = entry.id.replace(/\.fi$/, '');
    const texts = byLanguage((lang) => textsEntry(content.changes, content.changesTranslated, id, lang).data);
    const survey = surveys.find((one) => one.id === entry.data.survey);
    if (!survey) throw new Error(`content/changes/${entry.id}.md: there is no survey ${entry.data.survey}`);
    return {
      id,
      survey: survey.texts.name,
      heard: entry.data.heard,
      changed: entry.data.changed,
      sample: entry.data.sample,
      title: byLanguage((lang) => texts[lang].title),
      said: byLanguage((lang) => texts[lang].said),
      did: byLanguage((lang) => texts[lang].did),
    };
  });
}

async function keeping(): Promise<Catalogue['keeping']> {
  const entries = (await loadContent()).keeping;
  return Object.fromEntries(
    entries.map(({ id, data }) => [id.replace(/\.fi$/, ''), asInterval(data)]),
  ) as Catalogue['keeping'];
}

async function replies(): Promise<Catalogue['replies']> {
  const content = await loadContent();
  return content.replies
    .toSorted((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id))
    .map((entry) => {
      const id = entry.id.replace(/\.fi$/, '');
      const texts = byLanguage((lang) => textsEntry(content.replies, content.repliesTranslated, id, lang));
      return {
        id,
        title: byLanguage((lang) => texts[lang].data.title),
        text: byLanguage((lang) => (texts[lang].body ?? '').trim()),
      };
    });
}

async function letters(): Promise<Catalogue['letters']> {
  const entries = (await loadContent()).letters;
  const kinds = Object.keys(LETTERS) as LetterKind[];
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      byLanguage((lang) => {
        const { data, body = '' } = textsEntry(entries, [], kind, lang);
        return { subject: data.subject, preview: data.preview, blocks: letterBlocks(body) };
      }),
    ]),
  ) as Catalogue['letters'];
}
