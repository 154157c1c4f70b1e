// `npm run content:import -- ptv FILE [FOLDER]`: services of the Finnish Service Catalogue as content files, with remarks on what each lacks.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZodError, z } from 'zod';
import { fromPtv, servicesIn } from '#domain/open-data/from-ptv.ts';
import { serviceFiles } from '#domain/open-data/service-files.ts';

const USAGE = `npm run content:import -- ptv FILE [FOLDER]

FILE    services as JSON, as interface 11 or 12 of the catalogue gives or takes them: one, a list, or a page of a search
FOLDER  where the files go; content/services when it is not given. A file that is already there is never written over.`;

const [format, file, folder = 'content/services'] = process.argv.slice(2);
if (format !== 'ptv' || !file) {
  console.error(USAGE);
  process.exit(2);
}

const providers = readdirSync('content/providers')
  .filter((name) => name.endsWith('.fi.md'))
  .map((name) => ({ id: name.replace(/\.fi\.md$/, '') }));
// Our own exports name an organisation by an identifier that is made of the site's address.
const site = process.env.SITE_URL ?? 'http://127.0.0.1:8888';

let written = 0;
let refused = 0;
for (const [at, json] of servicesIn(readJson(file)).entries()) {
  try {
    const imported = fromPtv(json, { site, providers });
    const files = serviceFiles(imported).map(({ name, text }) => ({ path: join(folder, name), text }));
    const taken = files.find(({ path }) => existsSync(path));
    if (taken) {
      console.error(`${taken.path}: is already there; take it away or rename it first`);
      refused++;
      continue;
    }
    mkdirSync(folder, { recursive: true });
    for (const { path, text } of files) {
      writeFileSync(path, text);
      const missing = text.split('\n').filter((line) => line.startsWith('# MISSING')).length;
      console.log(`${path}: written${missing ? `, ${missing} to add (lines that begin with # MISSING)` : ''}`);
    }
    written++;
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    console.error(`${file}: service ${at + 1} is not in the shape of the catalogue:\n${z.prettifyError(error)}`);
    refused++;
  }
}
console.log(`${written} services written, ${refused} refused`);
if (refused) process.exitCode = 1;

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`${path}: cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
