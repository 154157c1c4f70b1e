// All that is wrong with the content, told at once: what npm run content:check prints and what stops a build.
import { LANGUAGES } from '../routes.ts';
import { addressFaults } from './address-faults.ts';
import { bodyParts } from './body-parts.ts';
import { codeFaults } from './code-faults.ts';
import type { Content } from './content.ts';
import type { ContentFile } from './content-file.ts';
import { dateFaults } from './date-faults.ts';
import { type Fault, inOrder } from './fault.ts';
import { FOLDER_NAMES } from './folders.ts';
import { languageFaults } from './language-faults.ts';
import { letterFaults } from './letter-faults.ts';
import { linkFaults, type PartsOf } from './link-faults.ts';
import { type Given, readContent } from './read-content.ts';
import { referenceFaults } from './reference-faults.ts';
import { repeatedFaults } from './repeated-faults.ts';
import { replyFaults } from './reply-faults.ts';
import { requiredFaults } from './required-faults.ts';
import { schemaFaults } from './schema-faults.ts';
import { siteAddresses } from './site-addresses.ts';
import { stringFaults } from './string-faults.ts';
import { surveyFaults } from './survey-faults.ts';
import { imageFaults, lengthFaults, sentenceFaults } from './text-faults.ts';

export type Checked = { content: Content; faults: Fault[] };

export function checkContent(given: Given): Checked {
  const [content, readFaults] = readContent(given);
  // Else a folder that was named by mistake would be told of every file that a site needs.
  const faults = content.files.length
    ? inOrder([...readFaults, ...fileFaults(content), ...betweenFiles(content)])
    : [NO_CONTENT];
  return { content, faults };
}

const NO_CONTENT: Fault = { file: '', path: [], code: 'no_content', params: { folders: FOLDER_NAMES.join(', ') } };

function fileFaults(content: Content): Fault[] {
  const known = new Map<ContentFile, ReturnType<PartsOf>>();
  const partsOf: PartsOf = (file) => {
    const parts = known.get(file) ?? bodyParts(file.body);
    known.set(file, parts);
    return parts;
  };
  // The addresses of facets are made of interface texts.
  const addresses = LANGUAGES.every((lang) => content.dictionaries[lang]) && siteAddresses(content);
  return content.files
    .filter(({ isRead }) => isRead)
    .flatMap((file) => {
      const parts = partsOf(file);
      const isLetter = file.folder === 'letters';
      return [
        ...schemaFaults(file),
        ...repeatedFaults(file),
        ...lengthFaults(file, parts),
        ...sentenceFaults(file, parts),
        // A letter's links lead to placeholders, and it holds no images: its own rules tell.
        ...(isLetter ? [] : imageFaults(file, parts, content)),
        ...(isLetter || !addresses ? [] : linkFaults(file, content, addresses, partsOf)),
      ];
    });
}

const betweenFiles = (content: Content): Fault[] => [
  ...languageFaults(content),
  ...referenceFaults(content),
  ...codeFaults(content),
  ...addressFaults(content),
  ...dateFaults(content),
  ...letterFaults(content),
  ...replyFaults(content),
  ...surveyFaults(content),
  ...requiredFaults(content),
  ...stringFaults(content),
];
