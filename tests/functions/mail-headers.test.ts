// What a mail's headers say of its writer: a machine or a person, and whether the sender may be who the address claims.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedMail } from '#lib/mail.ts';
import { isAutomatic } from '#lib/mail-in/is-automatic.ts';
import { isProven } from '#lib/mail-in/is-proven.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal(); // for the environment, which names our own sender
});
afterAll(() => portal.close());

type Changes = { headers?: Record<string, string>; from?: string; subject?: string };
const mail = ({
  headers = {},
  from = 'Kirsi <kirsi@paja.example>',
  subject = 'Re: Vastaus tarpeeseesi',
}: Changes): ReceivedMail => ({
  ...{ from, subject, text: 'Olen lomalla.', html: null, attachments: 0 },
  headers: (name) => (headers[name] === undefined ? [] : [headers[name]]),
});

describe('a machine wrote a mail', () => {
  it.each<[string, Changes]>([
    ['with Auto-Submitted: auto-replied', { headers: { 'auto-submitted': 'auto-replied' } }],
    [
      'with Auto-Submitted: auto-generated and a comment',
      { headers: { 'auto-submitted': ' auto-generated (rejected)' } },
    ],
    ['with Precedence: bulk', { headers: { precedence: 'bulk' } }],
    ['with Precedence: auto_reply', { headers: { precedence: 'auto_reply' } }],
    ['with X-Auto-Response-Suppress', { headers: { 'x-auto-response-suppress': 'All' } }],
    ['with X-Autoreply', { headers: { 'x-autoreply': 'yes' } }],
    ['with X-Autorespond', { headers: { 'x-autorespond': 'Vastaus' } }],
    ['with an empty Return-Path', { headers: { 'return-path': '<>' } }],
    ['to a mailing list', { headers: { 'list-id': 'Lista <lista.example>' } }],
    ['to many', { headers: { 'list-unsubscribe': '<mailto:pois@lista.example>' } }],
    [
      'that is a report of a mail server',
      { headers: { 'content-type': 'multipart/report; report-type=delivery-status' } },
    ],
    ['from a mail server', { from: 'MAILER-DAEMON@paja.example' }],
    ['from an address that nobody reads', { from: 'Paja <no-reply@paja.example>' }],
    ['that is our own letter, led back', { from: 'Tarjotin <tarjotin@tarjotin.example>' }],
    ['by its subject in Finnish', { subject: 'Automaattinen vastaus: Vastaus tarpeeseesi' }],
    ['by another subject in Finnish', { subject: 'Poissaoloviesti: lomalla' }],
    ['by its subject in Swedish', { subject: 'Autosvar: Svar på ditt behov' }],
    ['by another subject in Swedish', { subject: 'Automatiskt svar: Svar på ditt behov' }],
    ['by its subject in English', { subject: 'Automatic reply: Answer to your need' }],
    ['by another subject in English', { subject: 'Out of Office: Answer to your need' }],
  ])('%s', (_, changes) => {
    expect(isAutomatic(mail(changes))).toBe(true);
  });

  it.each<[string, Changes]>([
    ['nothing says so', {}],
    ['Auto-Submitted says no', { headers: { 'auto-submitted': 'no' } }],
    ['X-Auto-Response-Suppress says none', { headers: { 'x-auto-response-suppress': 'None' } }],
    ['its Return-Path is a person’s', { headers: { 'return-path': '<kirsi@paja.example>' } }],
    ['it is urgent', { headers: { precedence: 'first-class' } }],
    ['its subject has such words later', { subject: 'Re: Automaattinen vastaus ei toimi' }],
    ['its subject begins with another word', { subject: 'Autosvarvi haussa' }],
  ])('not when %s', (_, changes) => {
    expect(isAutomatic(mail(changes))).toBe(false);
  });
});

describe('the sender is not proven', () => {
  const found = (results?: string) =>
    isProven(mail({ headers: results === undefined ? {} : { 'authentication-results': results } }));

  it.each([
    'amazonses.com; spf=fail; dkim=none; dmarc=fail header.from=paja.example',
    'amazonses.com; spf=pass (dmarc=pass); dmarc = FAIL',
    'amazonses.com ; dmarc=fail (p=none)',
    'amazonses.com; spf=pass smtp.mailfrom="dmarc=pass"; dmarc=fail',
  ])('by %s', (results) => {
    expect(found(results)).toBe(false);
  });

  it.each([
    undefined,
    '',
    'amazonses.com; spf=pass; dkim=pass header.i=@paja.example; dmarc=pass header.from=paja.example',
    'amazonses.com; spf=fail; dmarc=none',
    // Not the server that received it: anybody may have written this.
    'mx.muu.example; dmarc=fail',
    'amazonses.com.muu.example; dmarc=fail',
    // What the sender wrote, repeated by the server.
    'amazonses.com; spf=pass (domain of (x) dmarc=fail) smtp.mailfrom="a dmarc=fail"@x.example; dmarc=pass',
  ])('but is by %j', (results) => {
    expect(found(results)).toBe(true);
  });
});
