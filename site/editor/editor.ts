// /admin in the browser: Sveltia CMS with our configuration, our way of writing files and our checks before saving.
import './finnish-first.ts';
import CMS, { type AppEventListener, type Backend } from '@sveltia/cms';
import { EDITED } from './collections.ts';
import { editorConfig, formatOf } from './config.ts';
import { type Data, readFile, writeFile } from './content-file.ts';
import { itemFaults } from './item-faults.ts';
import previewStyles from './preview.css?url';
import { threeLanguages } from './three-languages.ts';

/** Set in the page by the build when no Git host is: then there is only the folder, which Sveltia offers on one's own computer alone. */
const { backend = '{}', folderOnly } = document.body.dataset;
const isOwnComputer = /^(?:127\.0\.0\.1|(?:.+\.)?localhost)$/.test(location.hostname);

function start(backend: Backend): void {
  CMS.registerPreviewStyle(previewStyles);
  for (const edited of EDITED) {
    const { folder, schema, files = [{ id: folder }] } = edited;
    CMS.registerCustomFormat(formatOf(folder), 'md', {
      fromFile: readFile,
      toFile: (data: Data) => writeFile(data, schema),
    });
    for (const { id } of files) CMS.registerPreviewTemplate(id, threeLanguages(edited));
  }
  CMS.registerEventListener({ name: 'preSave', handler: refuseFaults });
  CMS.init({ config: editorConfig(backend) });
}

type Saved = { data: Data; i18n: Record<string, { data: Data }>; path: string; collection: string };

/** Sveltia checks each field; this checks the item as the build will, and says what the build would say. */
const refuseFaults: AppEventListener['handler'] = ({ entry }) => {
  const { data, i18n, path, collection } = entry.toJS() as unknown as Saved;
  const edited = EDITED.find(({ folder }) => folder === collection);
  const id = /([^/]+)\.\w+\.md$/.exec(path)?.[1] ?? '';
  const faults = edited ? itemFaults(edited, id, { fi: data, sv: i18n.sv?.data, en: i18n.en?.data }) : [];
  // The only error whose text Sveltia shows: tests/e2e/admin.spec.ts holds it to that.
  if (faults.length) throw new Error('saving_failed', { cause: new Error(faults.join('\n')) });
};

function notInUse(): HTMLElement {
  const text = document.createElement('p');
  text.textContent =
    'Sisältöä ei voi vielä muokata tällä sivulla. Ylläpitäjä ottaa muokkauksen käyttöön asetuksella EDITOR_REPOSITORY. Ohje on README-tiedostossa.';
  return text;
}

if (folderOnly === 'true' && !isOwnComputer) document.body.append(notInUse());
else start(JSON.parse(backend));
