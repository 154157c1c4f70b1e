// An imported service as content files, one a language, each with remarks in the places of what the editor has to add.
import { LANGUAGES, type Language } from '../routes.ts';
import { type Imported, idFrom, type Missing } from './from-ptv.ts';
import { contentFile, type Line } from './front-matter.ts';

/** What no register holds, with what may stand there. */
const OURS: [field: string, why: string][] = [
  ['theme', 'one of the themes in site/domain/content/service.ts'],
  ['businessEvents', 'one to four of site/domain/codes/business-events.json, for example [hiring]'],
  ['sizes', 'of [solo, micro, small, medium]'],
  ['stages', 'of [idea, starting, growing, established, changing, ending]'],
  ['place', 'of [onsite, remote]'],
  ['promise', 'the id of a file of content/promises'],
  ['digitalLevel', '0 to 4'],
  ['checked', 'for example { on: 2026-11-02, by: provider-id }'],
  ['nextCheck', 'half a year after the check, for example 2027-05-02'],
];

/** File names, as `hitsaus.fi.md`, with what stands in them. */
export function serviceFiles({ service, missing }: Imported): { name: string; text: string }[] {
  const id = idFrom(service.id);
  return LANGUAGES.map((lang) => {
    const lines = [...(lang === 'fi' ? facts({ service, missing }) : []), ...texts({ service, missing }, lang)];
    return { name: `${id}.${lang}.md`, text: contentFile(lines, service.texts[lang]?.body ?? '') };
  });
}

function facts({ service, missing }: Imported): Line[] {
  const { self, procured, other } = service.producers;
  const found: Line[] = [
    { field: 'providers', value: [...new Set([...self, ...procured, ...other, service.responsible])] },
    { field: 'responsible', value: service.responsible },
    { field: 'producers', value: { self, procured, other } },
    { field: 'funding', value: service.funding },
    ...(service.price ? [{ field: 'price', value: service.price }] : []),
    { field: 'languages', value: service.languages },
    { field: 'serviceClasses', value: service.serviceClasses },
    { field: 'targetGroups', value: service.targetGroups },
    { field: 'ontologyTerms', value: service.ontologyTerms },
    { field: 'municipalities', value: service.municipalities },
    { field: 'channels', value: [{ kind: 'form' }] },
    { field: 'before', value: [] },
    { field: 'after', value: [] },
    { field: 'related', value: [] },
    { field: 'sample', value: false },
  ];
  return [
    ...OURS.map(([field, why]) => ({ missing: field, why })),
    ...missing.filter(({ lang }) => !lang).map(remark),
    ...found,
  ];
}

function texts({ service, missing }: Imported, lang: Language): Line[] {
  const own = service.texts[lang];
  const remarks = missing.filter((one) => one.lang === lang).map(remark);
  if (!own) return [...remarks, { missing: 'slug', why: 'and every other text of this language' }];
  const { body, name, ...rest } = own;
  return [
    ...remarks,
    { field: 'slug', value: idFrom(name) },
    { field: 'name', value: name },
    ...Object.entries(rest)
      .filter(([, value]) => value.length > 0)
      .map(([field, value]) => ({ field, value })),
    { missing: 'needs', why: 'three to five everyday phrases with which a customer would tell this need' },
    { field: 'aliases', value: [] },
  ];
}

const remark = ({ field, why }: Missing): Line => ({ missing: field, why });
