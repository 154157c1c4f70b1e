// How the build shares its pages out: site/integrations/two-renderers.mjs.
import { expect, test } from 'vitest';
import { HELD, twoRenderers } from '../../site/integrations/two-renderers.mjs';

type Render = (page: string) => Promise<string | undefined>;
const here: Render = async (page) => `${page} here`;
const never: Render = () => new Promise(() => {});
const pages = (count: number) => Array.from({ length: count }, (_, at) => `page ${at}`);

test('the other renderer holds a few pages and this one does what comes after them', async () => {
  const asked: string[] = [];
  const render: Render = twoRenderers(here, (page: string) => {
    asked.push(page);
    return never(page);
  });
  const all = pages(HELD + 5).map(render);
  expect(await Promise.all(all.slice(HELD))).toEqual(
    pages(HELD + 5)
      .slice(HELD)
      .map((page) => `${page} here`),
  );
  expect(asked).toEqual(pages(HELD));
});

test('the other renderer gets a further page for each that it sends', async () => {
  const render: Render = twoRenderers(never, async (page: string) => `${page} there`);
  expect(await Promise.all(pages(3 * HELD).map(render))).toEqual(pages(3 * HELD).map((page) => `${page} there`));
});

test('what the other renderer cannot do is done here', async () => {
  const render: Render = twoRenderers(here, async () => undefined);
  expect(await Promise.all(pages(2 * HELD).map(render))).toEqual(pages(2 * HELD).map((page) => `${page} here`));
});

test('a page that cannot be rendered fails by itself, whichever of the two had it', async () => {
  const broken = async (page: string) => {
    throw new Error(`${page} is broken`);
  };
  const render: Render = twoRenderers(broken, async () => undefined);
  const all = await Promise.allSettled(pages(2 * HELD).map(render));
  expect(all.map((one) => one.status === 'rejected' && one.reason.message)).toEqual(
    pages(2 * HELD).map((page) => `${page} is broken`),
  );
});
