// The folders that /admin edits, in the order of its menu: each with its schema, its labels and how a new item gets its id.
import type * as z from 'zod';
import { alertSchema, alertTexts } from '#domain/content/alert.ts';
import { changeSchema, changeTexts } from '#domain/content/change.ts';
import { eventSchema, eventTexts } from '#domain/content/event.ts';
import { experienceSchema, experienceTexts } from '#domain/content/experience.ts';
import { governanceSchema, governanceTexts } from '#domain/content/governance.ts';
import { keepingSchema, keepingTexts } from '#domain/content/keeping.ts';
import { letterSchema } from '#domain/content/letter.ts';
import { pageSchema, pageTexts } from '#domain/content/page.ts';
import { promiseSchema, promiseTexts } from '#domain/content/promise.ts';
import { providerSchema, providerTexts } from '#domain/content/provider.ts';
import { REPLY_PLACEHOLDERS, replySchema, replyTexts } from '#domain/content/reply.ts';
import { serviceSchema, serviceTexts } from '#domain/content/service.ts';
import { surveySchema, surveyTexts } from '#domain/content/survey.ts';
import { toolSchema, toolTexts } from '#domain/content/tool.ts';
import type { Folder } from '#domain/content-check/folders.ts';
import { keepingFiles, letterFiles, pageFiles } from './fixed-files.ts';
import { changeLabels } from './labels/changes.ts';
import { eventLabels } from './labels/events.ts';
import { experienceLabels } from './labels/experiences.ts';
import type { Labels } from './labels/label.ts';
import {
  alertLabels,
  governanceLabels,
  keepingLabels,
  letterLabels,
  pageLabels,
  promiseLabels,
  replyLabels,
  toolLabels,
} from './labels/others.ts';
import { providerLabels } from './labels/providers.ts';
import { serviceLabels } from './labels/services.ts';
import { surveyLabels } from './labels/surveys.ts';

export type FixedFile = { id: string; label: string; bodyHint?: string };

export type EditedFolder = {
  folder: Folder;
  label: string;
  /** One item of it. */
  one: string;
  /** A Material Symbol, whose font Sveltia brings along. */
  icon: string;
  /** Of the Finnish file: facts and texts. */
  schema: z.ZodObject;
  /** Of the files in other languages. */
  texts: z.ZodObject;
  labels: Labels;
  /** The field that lists show. */
  title: string;
  /** The label of the running text under the front matter; without it there is none. */
  body?: { label: string; hint?: string; isRaw?: true };
  /** Of what the id of a new item is made; null when the editor writes it: Sveltia would make oe of ö. Without it nothing is added or taken away. */
  newId?: string | null;
  idHint?: string;
  /** The items, where the code knows each by its id. */
  files?: FixedFile[];
};

const ID_HINT =
  'Tiedoston nimi: pienet kirjaimet a–z, numerot ja yhdysmerkit. Sitä ei voi muuttaa myöhemmin, koska muut tiedostot viittaavat siihen.';

/** What a coordinator fills in stands in brackets; the rest fills itself. */
const REPLY_HINT = `Pelkkää tekstiä. Nämä täyttyvät itse: ${REPLY_PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}. Hakasulkeisiin kirjoitat, mitä koordinaattorin pitää täydentää: [päivä].`;

export const EDITED: EditedFolder[] = [
  {
    folder: 'services',
    label: 'Palvelut',
    one: 'palvelu',
    icon: 'handshake',
    schema: serviceSchema,
    texts: serviceTexts,
    labels: serviceLabels,
    title: 'name',
    body: { label: 'Kuvaus', hint: 'Mitä muuta palvelusta on hyvä tietää. Lyhyitä kappaleita, selvää kieltä.' },
    newId: '{{fields.slug}}',
    idHint: ID_HINT,
  },
  {
    folder: 'providers',
    label: 'Tuottajat',
    one: 'tuottaja',
    icon: 'apartment',
    schema: providerSchema,
    texts: providerTexts,
    labels: providerLabels,
    title: 'name',
    body: { label: 'Kuvaus' },
    newId: null,
    idHint: `${ID_HINT} Se on myös tuottajan sivun osoitteen loppu.`,
  },
  {
    folder: 'events',
    label: 'Tapahtumat',
    one: 'tapahtuma',
    icon: 'event',
    schema: eventSchema,
    texts: eventTexts,
    labels: eventLabels,
    title: 'title',
    body: { label: 'Kuvaus' },
    newId: '{{fields.slug}}',
    idHint: ID_HINT,
  },
  {
    folder: 'experiences',
    label: 'Kokemukset',
    one: 'kokemus',
    icon: 'format_quote',
    schema: experienceSchema,
    texts: experienceTexts,
    labels: experienceLabels,
    title: 'who',
    newId: null,
    idHint: ID_HINT,
  },
  {
    folder: 'tools',
    label: 'Työkalut',
    one: 'työkalu',
    icon: 'calculate',
    schema: toolSchema,
    texts: toolTexts,
    labels: toolLabels,
    title: 'name',
    newId: null,
    idHint: ID_HINT,
  },
  {
    folder: 'alerts',
    label: 'Tiedotteet',
    one: 'tiedote',
    icon: 'campaign',
    schema: alertSchema,
    texts: alertTexts,
    labels: alertLabels,
    title: 'text',
    newId: 'tiedote-{{fields.from}}',
    idHint: ID_HINT,
  },
  {
    folder: 'governance',
    label: 'Verkoston roolit',
    one: 'rooli',
    icon: 'groups',
    schema: governanceSchema,
    texts: governanceTexts,
    labels: governanceLabels,
    title: 'role',
    body: { label: 'Kuvaus' },
    newId: null,
    idHint: ID_HINT,
  },
  {
    folder: 'promises',
    label: 'Palvelulupaus',
    one: 'lupaus',
    icon: 'verified',
    schema: promiseSchema,
    texts: promiseTexts,
    labels: promiseLabels,
    title: 'name',
    body: { label: 'Miten lupaus lasketaan' },
  },
  {
    folder: 'surveys',
    label: 'Palautekyselyt',
    one: 'kysely',
    icon: 'poll',
    schema: surveySchema,
    texts: surveyTexts,
    labels: surveyLabels,
    title: 'name',
    newId: null,
    idHint: `${ID_HINT} Kyselyn vastaukset kuuluvat yhteen tällä tunnuksella.`,
  },
  {
    folder: 'changes',
    label: 'Sanoitte, teimme',
    one: 'muutos',
    icon: 'published_with_changes',
    schema: changeSchema,
    texts: changeTexts,
    labels: changeLabels,
    title: 'title',
    newId: null,
    idHint: ID_HINT,
  },
  {
    folder: 'pages',
    label: 'Sivut',
    one: 'sivu',
    icon: 'description',
    schema: pageSchema,
    texts: pageTexts,
    labels: pageLabels,
    title: 'title',
    body: { label: 'Teksti' },
    files: pageFiles,
  },
  {
    folder: 'keeping',
    label: 'Säilytysajat',
    one: 'säilytysaika',
    icon: 'auto_delete',
    schema: keepingSchema,
    texts: keepingTexts,
    labels: keepingLabels,
    title: 'title',
    files: keepingFiles,
  },
  {
    folder: 'letters',
    label: 'Kirjeet',
    one: 'kirje',
    icon: 'mail',
    schema: letterSchema,
    texts: letterSchema,
    labels: letterLabels,
    title: 'subject',
    body: { label: 'Kirje', isRaw: true },
    files: letterFiles,
  },
  {
    folder: 'replies',
    label: 'Vastauspohjat',
    one: 'vastauspohja',
    icon: 'quickreply',
    schema: replySchema,
    texts: replyTexts,
    labels: replyLabels,
    title: 'title',
    body: { label: 'Vastaus', hint: REPLY_HINT, isRaw: true },
    newId: null,
    idHint: ID_HINT,
  },
];
