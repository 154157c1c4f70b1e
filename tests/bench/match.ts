// How well own words find the service: npm run bench:match -- --services FILE --needs FILE (shapes of match-files.ts).
// Several languages in one needs file: those in the language of the services file are measured.
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { matchData } from '#domain/match/match-data.ts';
import { type Matcher, matcherOf } from '#domain/match/matcher-of.ts';
import { type NeedSample, readNeeds, readServices } from './match-files.ts';

const TURNS = 5; // each need so many times after a first round that warms up

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Place of the first right service, from 1; infinity if none is found. */
function rankOf(need: NeedSample, found: readonly { slug: string }[]): number {
  const at = found.findIndex(({ slug }) => need.correct.includes(slug));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** Recall as in the known figures: a right service is among the first. `all@3`: the share of a need's right ones there. */
function quality(needs: readonly NeedSample[], matcher: Matcher) {
  const found = needs.map((need) => matcher(need.text, Number.POSITIVE_INFINITY));
  const ranks = needs.map((need, n) => rankOf(need, found[n] ?? []));
  const share = (values: readonly number[]): number =>
    round(values.reduce((sum, value) => sum + value, 0) / needs.length);
  const within = (limit: number): number => share(ranks.map((rank) => (rank <= limit ? 1 : 0)));
  const all = needs.map((need, n) => {
    const first = (found[n] ?? []).slice(0, 3).map(({ slug }) => slug);
    return need.correct.filter((slug) => first.includes(slug)).length / need.correct.length;
  });
  return {
    'recall@1': within(1),
    'recall@3': within(3),
    'recall@5': within(5),
    MRR: share(ranks.map((rank) => 1 / rank)),
    'all@3': share(all),
  };
}

function speed(needs: readonly NeedSample[], matcher: Matcher) {
  for (const need of needs) matcher(need.text, 5);
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const need of needs) {
      const began = performance.now();
      matcher(need.text, 5);
      times.push(performance.now() - began);
    }
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => round(times[Math.floor((times.length - 1) * part)] ?? Number.NaN);
  return { p50_ms: at(0.5), p95_ms: at(0.95) };
}

async function browserCode(): Promise<string> {
  const entry = new URL('../../site/islands/own-words/match-worker.ts', import.meta.url).pathname;
  const built = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false });
  return built.outputFiles[0]?.text ?? '';
}

const gzip = (text: string): number => gzipSync(text, { level: 9 }).length;
const brotli = (text: string): number => brotliCompressSync(text).length;

const { values } = parseArgs({ options: { services: { type: 'string' }, needs: { type: 'string' } } });
if (!values.services || !values.needs) throw new Error('Give both: --services FILE --needs FILE');
const { lang, services } = readServices(values.services);
const needs = readNeeds(values.needs, lang);
if (needs.length === 0) throw new Error(`${values.needs} holds no needs in the language of the services (${lang}).`);

const entries = matchData(services, lang);
const began = performance.now();
const matcher = matcherOf(entries);
const indexMs = performance.now() - began;
const [code, data] = [await browserCode(), JSON.stringify(entries)];

console.log(`${lang}: ${services.length} services, ${needs.length} needs`);
console.table({ ...quality(needs, matcher), ...speed(needs, matcher), index_ms: round(indexMs) });
console.table({
  code: { gzip: gzip(code), brotli: brotli(code) },
  data: { gzip: gzip(data), brotli: brotli(data) },
  'bytes to the browser': { gzip: gzip(code) + gzip(data), brotli: brotli(code) + brotli(data) },
});
