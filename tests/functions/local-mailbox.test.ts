// The mailbox is to the real Resend client what Resend is: it refuses the same, and sends nothing twice.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CreateEmailOptions, Resend } from 'resend';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveMailbox } from '../../functions/_local/serve-mailbox.ts';

const LETTER = {
  from: 'Tarjotin <tarjotin@tarjotin.example>',
  to: 'Kirsi <kirsi@yritys.example>',
  subject: 'Hei',
  html: '<p>Hei</p>',
  text: 'Hei',
};

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tarjotin-mailbox-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function mailbox(dataDir = newFolder()) {
  const served = await serveMailbox({ dataDir, apiKey: 're_right' });
  onTestFinished(() => served.close());
  const client = (key = 're_right') => new Resend(key, { baseUrl: served.url });
  const post = (path: string, body: unknown) =>
    fetch(served.url + path, { method: 'POST', body: JSON.stringify(body) });
  return {
    ...served,
    client,
    send: (changes: Record<string, unknown> = {}, idempotencyKey?: string) =>
      client().emails.send({ ...LETTER, ...changes } as CreateEmailOptions, idempotencyKey ? { idempotencyKey } : {}),
    setMode: (mode: Record<string, unknown>) => post('/dev/mail/mode', mode),
    list: async () =>
      (await (await fetch(`${served.url}/dev/mail.json`)).json()) as { id: string; to: string[]; subject: string }[],
  };
}

it('a letter is taken, listed newest first, and shown as HTML in a closed frame and as text with links', async () => {
  const box = await mailbox();
  const first = await box.send({
    text: 'Avaa https://tarjotin.example/l/abc. Kiitos <3',
    html: '<p>"Hei" <script>alert(1)</script></p>',
  });
  await box.send({ subject: 'Toinen', to: ['a@b.example', 'c@d.example'] });
  const list = await box.list();
  expect(list.map(({ subject, to }) => [subject, to])).toEqual([
    ['Toinen', ['a@b.example', 'c@d.example']],
    ['Hei', ['Kirsi <kirsi@yritys.example>']],
  ]);
  expect(Object.keys(list[1] ?? {})).toEqual(
    expect.arrayContaining(['id', 'to', 'subject', 'html', 'text', 'created_at']),
  );
  expect(await (await fetch(`${box.url}/dev/mail`)).text()).toContain(`href="/dev/mail/${first.data?.id}"`);
  const page = await (await fetch(`${box.url}/dev/mail/${first.data?.id}`)).text();
  expect(page).toContain('<a href="https://tarjotin.example/l/abc">https://tarjotin.example/l/abc</a>. Kiitos &lt;3');
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page).not.toContain('<script>');
  expect((await fetch(`${box.url}/dev/mail.json?to=a@b.example`).then((r) => r.json())).length).toBe(1);
  expect((await fetch(`${box.url}/dev/mail/none`)).status).toBe(404);
});

describe('what Resend refuses', () => {
  const address = 'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.';
  it.each([
    ['no recipient', { to: [] }, 'missing_required_field', 'Missing `to` field.'],
    ['a bad recipient', { to: 'kirsi@yritys' }, 'validation_error', `Invalid \`to\` field. ${address}`],
    [
      'one bad recipient of two',
      { to: ['a@b.example', 'not an address'] },
      'validation_error',
      `Invalid \`to\` field. ${address}`,
    ],
    [
      'a name with a line break',
      { to: 'Kirsi\nBcc: x@y.example <kirsi@yritys.example>' },
      'validation_error',
      `Invalid \`to\` field. ${address}`,
    ],
    ['no sender', { from: '' }, 'missing_required_field', 'Missing `from` field.'],
    ['a bad sender', { from: 'Tarjotin' }, 'validation_error', `Invalid \`from\` field. ${address}`],
    ['a bad reply address', { replyTo: 'nowhere' }, 'validation_error', `Invalid \`reply_to\` field. ${address}`],
    ['no subject', { subject: '' }, 'missing_required_field', 'Missing `subject` field.'],
    [
      'a subject with a line break',
      { subject: 'Hei\nBcc: x@y.example' },
      'validation_error',
      'The `\\n` is not allowed in the `subject` field.',
    ],
    [
      'an over-long subject',
      { subject: 'x'.repeat(999) },
      'validation_error',
      'The `subject` field must be at most 998 characters.',
    ],
    ['no content', { html: undefined, text: undefined }, 'validation_error', 'Missing `html` or `text` field.'],
  ])('%s', async (_what, changes, name, message) => {
    const box = await mailbox();
    const { error } = await box.send(changes);
    expect(error).toEqual({ statusCode: 422, name, message });
    expect(await box.list()).toEqual([]);
  });

  it('a wrong key, a missing key, a body that is not JSON, another method', async () => {
    const box = await mailbox();
    expect((await box.client('re_wrong').emails.send(LETTER)).error?.message).toBe('API key is invalid');
    const answers = await Promise.all([
      fetch(`${box.url}/emails`, { method: 'POST', body: JSON.stringify(LETTER) }),
      fetch(`${box.url}/emails`, { method: 'POST', body: '{', headers: { authorization: 'Bearer re_right' } }),
      fetch(`${box.url}/emails`, { headers: { authorization: 'Bearer re_right' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 422, 405]);
    expect(await box.list()).toEqual([]);
  });
});

describe('the idempotency key', () => {
  it('sends once, and gives the same id again', async () => {
    const box = await mailbox();
    const ids = [await box.send({}, 'one'), await box.send({}, 'one'), await box.send({}, 'two')].map(
      ({ data }) => data?.id,
    );
    expect([ids[0] === ids[1], ids[0] === ids[2], (await box.list()).length]).toEqual([true, false, 2]);
  });
  it('is refused with other content, while the first is under way, and when over 256 characters', async () => {
    const box = await mailbox();
    await box.send({}, 'one');
    expect((await box.send({ subject: 'Muu' }, 'one')).error).toMatchObject({
      statusCode: 409,
      name: 'invalid_idempotent_request',
    });
    await box.setMode({ mode: 'slow', ms: 300 });
    const [first, second] = await Promise.all([box.send({}, 'slow'), box.send({}, 'slow')]);
    expect([first.error?.name, second.error?.name]).toEqual(
      expect.arrayContaining([undefined, 'concurrent_idempotent_requests']),
    );
    expect((await box.send({}, 'x'.repeat(257))).error).toMatchObject({
      statusCode: 400,
      name: 'invalid_idempotency_key',
    });
    expect((await box.list()).length).toBe(2);
  });
  it('of a refused letter is not used up', async () => {
    const box = await mailbox();
    expect((await box.send({ to: 'nowhere' }, 'one')).error?.statusCode).toBe(422);
    expect((await box.send({}, 'one')).error).toBeNull();
  });
});

it('letters and keys survive a restart, and a line cut short by a kill does no harm', async () => {
  const dir = newFolder();
  const before = await mailbox(dir);
  const { data } = await before.send({}, 'one');
  await before.close();
  appendFileSync(join(dir, 'mail/letters.jsonl'), '{"id":"half');
  const after = await mailbox(dir);
  expect((await after.send({}, 'one')).data?.id).toBe(data?.id);
  await after.send({ subject: 'Toinen' });
  expect((await after.list()).map(({ subject }) => subject)).toEqual(['Toinen', 'Hei']);
  expect(readFileSync(join(dir, 'mail/letters.jsonl'), 'utf8')).not.toContain('half');
});

it('can be told to be down, over its limit, slow, or to refuse an address, and to be well again', async () => {
  const box = await mailbox();
  await box.setMode({ mode: 'down' });
  expect((await box.send()).error?.statusCode).toBe(500);
  await box.setMode({ mode: 'limit' });
  expect((await box.send()).error).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' });
  await box.setMode({ mode: 'up', refuse: ['kirsi@yritys.example'] });
  expect((await box.send()).error?.statusCode).toBe(422);
  expect((await box.send({ to: 'other@yritys.example' })).error).toBeNull();
  await box.setMode({ mode: 'slow', ms: 200 });
  const began = performance.now();
  await box.send();
  expect(performance.now() - began).toBeGreaterThan(190);
  expect((await box.setMode({ mode: 'sideways' })).status).toBe(422);
  await box.setMode({ mode: 'up' });
  expect((await box.send()).error).toBeNull();
  expect((await box.list()).length).toBe(3);
});
