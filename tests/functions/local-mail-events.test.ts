// What a person does with a letter at /dev/mail is told to the portal as Resend would tell it, and Resend's own client can fetch the mail.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resend, type WebhookEventPayload } from 'resend';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../functions/_local/listen.ts';
import { serveMailbox } from '../../functions/_local/serve-mailbox.ts';

const SECRET = `whsec_${Buffer.from('a-key-of-this-test').toString('base64')}`;
const LETTER = {
  from: 'Tarjotin <tarjotin@tarjotin.example>',
  to: 'kirsi@paja.example',
  replyTo: 'reply+abc@vastaus.tarjotin.example',
  subject: 'Vastaus',
  text: 'Montako?\nJa milloin?',
};

const mailIdOf = (event: WebhookEventPayload | undefined): string =>
  event?.type === 'email.received' ? event.data.email_id : '';

/** A mailbox with a portal that keeps what it is told, as Resend's client verifies it. */
async function mailbox({ withHook = true } = {}) {
  const told: WebhookEventPayload[] = [];
  const resend = (url: string) => new Resend('re_test', { baseUrl: url });
  const hook = await listen(async (request) => {
    const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map(
      (name) => request.headers.get(`svix-${name}`) ?? '',
    );
    const headers = { id, timestamp, signature };
    told.push(resend('').webhooks.verify({ payload: await request.text(), headers, webhookSecret: SECRET }));
    return new Response('taken');
  }, 0);
  const dataDir = mkdtempSync(join(tmpdir(), 'tarjotin-mailbox-'));
  const options = { dataDir, apiKey: 're_test', ...(withHook && { hook: { url: hook.url, secret: SECRET } }) };
  const box = await serveMailbox(options);
  onTestFinished(async () => {
    await Promise.all([box.close(), hook.close(0)]);
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { data } = await resend(box.url).emails.send(LETTER);
  const letter = `${box.url}/dev/mail/${data?.id}`;
  return {
    told,
    client: resend(box.url),
    id: data?.id,
    page: async () => (await fetch(letter)).text(),
    act: (what: string, fields: Record<string, string>) =>
      fetch(`${letter}/${what}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }),
    answerAfter: async (answer: Response) => (await fetch(box.url + answer.headers.get('location'))).text(),
  };
}

it('a reply goes to the reply address, is told without its text, and is fetched with it, the letter quoted below', async () => {
  const box = await mailbox();
  expect(await box.page()).toContain('value="kirsi@paja.example"');
  const answer = await box.act('reply', { from: 'Kirsi <kirsi@paja.example>', text: 'Kolme.' });
  expect(answer.status).toBe(303);
  expect(await box.answerAfter(answer)).toContain('The portal answered: 200 taken');
  const [event] = box.told;
  expect(event).toMatchObject({
    type: 'email.received',
    data: { from: 'Kirsi <kirsi@paja.example>', to: [LETTER.replyTo], attachments: [] },
  });
  expect(JSON.stringify(event)).not.toContain('Kolme.');
  const { data } = await box.client.emails.receiving.get(mailIdOf(event));
  expect(data).toMatchObject({
    object: 'email',
    text: expect.stringMatching(/^Kolme\.\n\nOn .+ wrote:\n\n> Montako\?\n> Ja milloin\?/),
  });
  expect(data?.headers).not.toHaveProperty('auto-submitted');
});

it('an automatic reply says that it is one, and an attachment is listed', async () => {
  const box = await mailbox();
  await box.act('reply', { from: 'kirsi@paja.example', text: 'Lomalla.', automatic: 'yes', attachment: 'yes' });
  const [event] = box.told;
  const { data } = await box.client.emails.receiving.get(mailIdOf(event));
  expect(data).toMatchObject({
    headers: { 'auto-submitted': 'auto-replied' },
    attachments: [{ filename: 'kuva.jpg' }],
  });
});

it.each(['bounced', 'complained', 'failed', 'suppressed', 'delivered'])('a letter can be made %s', async (kind) => {
  const box = await mailbox();
  expect((await box.act('event', { kind })).status).toBe(303);
  expect(box.told).toMatchObject([{ type: `email.${kind}`, data: { email_id: box.id } }]);
});

it('without a webhook nobody is told, and the page says so', async () => {
  const box = await mailbox({ withHook: false });
  expect(await box.answerAfter(await box.act('event', { kind: 'bounced' }))).toContain('nobody to tell');
  expect(box.told).toEqual([]);
});

it('what is no reply, no event and no letter is refused', async () => {
  const box = await mailbox();
  expect((await box.act('reply', { from: '', text: 'x' })).status).toBe(422);
  expect((await box.act('event', { kind: 'teleported' })).status).toBe(422);
  expect((await fetch(`${box.client.baseUrl}/dev/mail/none/reply`, { method: 'POST' })).status).toBe(404);
  const { error } = await box.client.emails.receiving.get('none');
  expect(error?.statusCode).toBe(404);
});
