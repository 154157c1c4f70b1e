// When an answer to own words is given: after a pause, a doubtful one later, aloud when the typing rests, and never a stale one.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startConversation } from '../../site/islands/own-words/conversation.ts';
import type { Answer, Reply } from '../../site/islands/own-words/messages.ts';

const answerOf = (text: string): Answer => ({
  sure: !text.includes('?'),
  proposals: [{ id: text, path: `/${text}`, name: text, summary: '', why: [] }],
  topics: [],
});

function start(load: () => Promise<(text: string) => Answer> = async () => answerOf) {
  const said: Reply[] = [];
  const loads = vi.fn(load);
  const hear = startConversation(loads, (reply) => said.push(reply));
  const words = () =>
    said.splice(0).map(({ found, aloud }) => {
      const what = typeof found === 'string' ? found : found.proposals[0]?.id;
      return aloud ? `aloud: ${what}` : what;
    });
  return { hear: (text: string) => hear({ src: '/words/fi.json', text }), words, loads };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a text is answered after a pause, and aloud when the typing has rested', async () => {
  const { hear, words } = start();
  hear('hitsaajia');
  await pass(149);
  expect(words()).toEqual([]);
  await pass(1);
  expect(words()).toEqual(['hitsaajia']);
  await pass(999);
  expect(words()).toEqual([]);
  await pass(1);
  expect(words()).toEqual(['aloud: hitsaajia']);
  await pass(60_000);
  expect(words()).toEqual([]);
});

it('who types on is answered once, to the newest text', async () => {
  const { hear, words } = start();
  for (const text of ['h', 'hi', 'hit']) {
    hear(text);
    await pass(100);
  }
  await pass(50);
  expect(words()).toEqual(['hit']);
  hear('hits');
  await pass(150);
  expect(words()).toEqual(['hits']);
});

it('a doubt waits longer, and is not shown to who types on', async () => {
  const { hear, words } = start();
  hear('hit?');
  await pass(400);
  hear('hitsaajia');
  await pass(150);
  expect(words()).toEqual(['hitsaajia']);
  hear('mitä?');
  await pass(599);
  expect(words()).toEqual([]);
  await pass(1);
  expect(words()).toEqual(['mitä?']);
  await pass(1000);
  expect(words()).toEqual(['aloud: mitä?']);
});

it('an empty text is answered with nothing at once, after which no older answer comes', async () => {
  const { hear, words, loads } = start();
  hear('hitsaajia');
  await pass(150);
  hear('  ');
  expect(words()).toEqual(['hitsaajia', 'aloud: nothing']);
  await pass(5000);
  expect(words()).toEqual([]);
  expect(loads).toHaveBeenCalledTimes(1);
});

it('a text that came while the words were on their way is answered when they are here; the one before it is not', async () => {
  let arrive = () => {};
  const here = new Promise<void>((done) => {
    arrive = done;
  });
  const { hear, words } = start(async () => {
    await here;
    return answerOf;
  });
  hear('');
  words();
  hear('trukki');
  await pass(3000);
  hear('trukkikortti');
  await pass(3000);
  expect(words()).toEqual([]);
  arrive();
  await pass(0);
  expect(words()).toEqual(['trukkikortti']);
});

it('what cannot be loaded is said to have failed, and tried again with the next text', async () => {
  let isUp = false;
  const { hear, words, loads } = start(async () => {
    if (!isUp) throw new Error('offline');
    return answerOf;
  });
  hear('');
  await pass(0);
  expect(words()).toEqual(['aloud: nothing']);
  hear('trukki');
  await pass(1150);
  expect(words()).toEqual(['failed', 'aloud: failed']);
  isUp = true;
  hear('trukkikortti');
  await pass(150);
  expect(words()).toEqual(['trukkikortti']);
  expect(loads).toHaveBeenCalledTimes(3);
});
