// Builds /admin after the site: one page and its own files beside it; nothing of it is known to any other page.
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import { editorBackend } from '../editor/backend.ts';
import { editorPage } from '../editor/page.ts';
import { WORDS } from '../editor/words.ts';

/** Names of files there hold a hash of what is in them: netlify.toml lets browsers keep them. */
const ADDRESS = '/admin/app';
const SVELTIA = dirname(createRequire(import.meta.url).resolve('@sveltia/cms'));
const source = (name) => fileURLToPath(new URL(`../editor/${name}`, import.meta.url));

/** Languages of Sveltia's own words that come along; English is inside it. */
const SPOKEN = ['fi', 'sv'];
/** An empty file in the place of what stays out: each of some 290 parts would be one otherwise. */
const UNUSED = 'unused.js';

/** Leaves out what no field of ours asks for (maps, pictures, code in colours), puts in our words, and has fonts come from here. */
const trimSveltia = {
  name: 'trim-sveltia',
  setup({ onResolve, onLoad }) {
    const unused = { path: `./${UNUSED}`, external: true };
    onResolve({ filter: /^(?:leaflet|terra-draw|svgo|@shikijs)|chunks\/(?:heic|webp_enc|shiki)/ }, () => unused);
    onResolve({ filter: /locales\/[\w-]+\.json$/ }, ({ path }) =>
      SPOKEN.includes(basename(path, '.json')) ? undefined : unused,
    );
    onLoad({ filter: /@sveltia\/cms\/locales\/fi\.json$/ }, async ({ path }) => {
      const [finnish, english] = await Promise.all([path, join(dirname(path), 'en-US.json')].map(readJson));
      return { loader: 'json', contents: JSON.stringify(withOurs(finnish, english, WORDS)) };
    });
    onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => ({
      contents: ownFonts(await readFile(path, 'utf8')),
    }));
  },
};

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** What Sveltia lacks in Finnish is English in it: only a key that is not there either would be a sentence that nobody sees. */
function withOurs(finnish, english, ours) {
  const words = { ...finnish };
  for (const [key, own] of Object.entries(ours)) {
    if (!(key in english)) throw new Error(`Sveltia has no text ${key} any more: see site/editor/words.ts`);
    words[key] = typeof own === 'string' ? own : withOurs(finnish[key] ?? {}, english[key], own);
  }
  return words;
}

const FONTS = readdirSync(join(SVELTIA, 'assets')).filter((name) => name.endsWith('.woff2'));
const FONT_ELSEWHERE = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;

/** Sveltia registers its own fonts, but its style sheet names a third party's as well, and browsers ask for those first. */
function ownFonts(code) {
  let found = 0;
  const owned = code.replace(FONT_ELSEWHERE, (_, family, subset) => {
    found++;
    return `${ADDRESS}/assets/${FONTS.find((name) => name.startsWith(`${family}-${subset}`))}`;
  });
  if (found !== FONTS.length || owned.includes('undefined.woff2'))
    throw new Error(`Sveltia names ${found} fonts elsewhere and brings ${FONTS.length}: see build-editor.mjs`);
  return owned;
}

async function bundle() {
  try {
    return await build({
      entryPoints: [source('editor.ts')],
      outdir: 'admin', // nothing is written there
      write: false,
      publicPath: ADDRESS,
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      loader: { '.css': 'file' },
      plugins: [trimSveltia],
      metafile: true,
      logLevel: 'silent',
    });
  } finally {
    await stop(); // esbuild's own process would keep the build from ending
  }
}

/** `env` holds the settings that begin with EDITOR_. */
export function buildEditor(env) {
  let bundling;
  return {
    name: 'build-editor',
    hooks: {
      // esbuild is a program of its own: it works beside the pages.
      'astro:build:start': () => {
        bundling = bundle();
        bundling.catch(() => {}); // it is told when it is waited for
      },
      'astro:build:done': async ({ dir, logger }) => {
        const editor = editorBackend(env);
        const folder = join(fileURLToPath(dir), ...ADDRESS.split('/'));
        await mkdir(folder, { recursive: true });
        const { metafile, outputFiles } = await bundling;
        for (const { path, contents } of outputFiles) await writeFile(join(folder, basename(path)), contents);
        await writeFile(join(folder, UNUSED), 'export default {};\n');
        for (const font of FONTS) await cp(join(SVELTIA, 'assets', font), join(folder, 'assets', font));
        const [script] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint) ?? [];
        const styles = await readFile(source('admin.css'), 'utf8');
        const page = editorPage({ script: `${ADDRESS}/${basename(script)}`, styles, editor });
        await writeFile(join(fileURLToPath(dir), 'admin.html'), page);
        const bytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
        logger.info(`/admin: ${(bytes / 1e6).toFixed(1)} MB, ${editor.hosts[0] ?? 'a folder of one’s own computer'}`);
      },
    },
  };
}
