// Sharing as two browsers meet it: the company sees what will be seen and lets somebody in; that person reads, comments and is shut out.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { MAIJA, type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, langOf, mainOf, textOf } from '../support/read-page.ts';
import { newBusinessId } from '../support/sql-workspace.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

const newEmail = () => `neea-${randomUUID()}@neuvonta.example`;
type Visitor = Awaited<ReturnType<typeof signedIn>>;
type Fields = [string, string][];

async function signedIn(email: string) {
  await forgetCodes(portal);
  const visitor = workspaceVisitor(portal);
  const answer = await visitor.signIn(email);
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return visitor;
}
async function newCompany() {
  const sent = await portal.sendNeed({
    business_id: newBusinessId(),
    company_name: 'Paja & Pojat Oy',
    contact_name: 'Pia Paja',
    description: 'Tarvitsemme apua rahoitukseen ja uuden hallin suunnitteluun.',
  });
  const visitor = await signedIn(sent.email);
  const rows = await portal.rows<{ id: string }>('select company_id as id from app.needs where reference = $1', [
    sent.reference,
  ]);
  return { ...sent, visitor, id: rows[0]?.id ?? '' };
}
type Company = Awaited<ReturnType<typeof newCompany>>;

const textAt = async (visitor: Visitor, path: string) => textOf(mainOf(await (await visitor.get(path)).text()));
const location = (answer: Response) => answer.headers.get('location') ?? '';
const good = ({ id, reference }: Company, email: string, changes: Record<string, string> = {}): Fields => [
  ...Object.entries({
    company: id,
    email,
    name: 'Neea Neuvoja',
    organisation: 'Neuvontatalo',
    language: 'fi',
    purpose: 'Rahoitushakemuksen valmistelu',
    needs: reference,
    comment: 'yes',
    days: '90',
    act: 'check',
    ...changes,
  }),
  ['parts', 'profile'],
  ['parts', 'needs'],
  ['parts', 'messages'],
];
/** Through both steps, as a browser sends them; comes back with the consent's id. */
async function share(company: Company, email: string, changes: Record<string, string> = {}): Promise<string> {
  const check = await company.visitor.post('/workspace/share', good(company, email, changes));
  const form = formsOf(await check.text()).find(({ fields }) => fields.some(([name]) => name === 'version'));
  const answer = await company.visitor.post('/workspace/share', [
    ...((form?.fields ?? []) as Fields),
    ['act', 'share'],
  ]);
  await portal.settled();
  return /sharing\/([0-9a-f-]{36})\?did=shared/.exec(location(answer))?.[1] ?? '';
}

describe('letting somebody in', () => {
  it('shows the address and exactly what will be seen before anything is sent, then sends both letters', async () => {
    const company = await newCompany();
    const email = newEmail();
    const check = await company.visitor.post('/workspace/share', good(company, ` ${email.toUpperCase()}`));
    const page = await check.text();
    expect(check.status).toBe(200);
    expect(textOf(mainOf(page))).toContain(email);
    const [{ count } = { count: 0 }] = await portal.rows<{ count: number }>(
      'select count(*)::integer as count from app.consents where company_id = $1',
      [company.id],
    );
    expect(count).toBe(0);
    const preview = /<div class="stack shared-view">[\s\S]*?<\/section><\/div>(?=<\/section>)/.exec(page)?.[0] ?? '';
    const id = await share(company, email);
    const adviser = await signedIn(email);
    const seen = await (await adviser.get(`/workspace/shared/${id}`)).text();
    // The same markup to the letter, but for the forms of comments.
    expect(preview).toContain('rahoitukseen');
    expect(seen.replace(/<form[\s\S]*?<\/form>/g, '')).toContain(preview);
    const [invited] = portal.letters(email).filter(({ subject }) => subject.includes('jaettu'));
    expect(invited?.text).toContain(company.email);
    expect(invited?.text).toContain('Rahoitushakemuksen valmistelu');
    expect(invited?.text).not.toContain('/l/');
    const [receipt] = portal.letters(company.email).filter(({ subject }) => subject.includes('Kuitti antamastasi'));
    expect(receipt?.text).toContain(email);
    expect(receipt?.text).toMatch(/\/l\/[\w-]{43}/);
  });

  it('comes back with what is wrong, and keeps what was written', async () => {
    const company = await newCompany();
    for (const [changes, field, words] of [
      [{ email: 'neea' }, 'email', 'muodossa nimi@yritys.fi'],
      [{ email: '' }, 'email', 'Kirjoita sähköpostiosoite'],
      [{ email: company.email, act: 'share' }, 'email', 'näkee kaiken'],
      [{ organisation: '' }, 'organisation', 'organisaation nimi'],
      [{ purpose: 'Katso https://huono.example' }, 'purpose', 'ilman verkko- tai sähköpostiosoitetta'],
      [{ purpose: 'x'.repeat(201) }, 'purpose', 'enintään 200'],
      [{ days: '-30' }, 'days', '30, 90 tai 180'],
      [{ days: '3650' }, 'days', '30, 90 tai 180'],
      [{ needs: 'ABCD-2345' }, 'needs', 'ei ole enää'],
      [{ needs: '' }, 'needs', 'vähintään yksi'],
    ] as const) {
      const fields = good(company, newEmail(), { version: catalogue.sharing.version, ...changes });
      const answer = await company.visitor.post('/workspace/share', fields);
      const page = await answer.text();
      expect([changes, answer.status, faultyFields(page)]).toEqual([changes, 422, [`field-${field}`]]);
      expect(textOf(mainOf(page))).toContain(words);
      expect(page).toContain('value="Neea Neuvoja"');
    }
  });

  it('who agreed to an older text reads the new one first, and the same invitation twice is one', async () => {
    const company = await newCompany();
    const email = newEmail();
    const old = await company.visitor.post(
      '/workspace/share',
      good(company, email, { act: 'share', version: '2020-01-01' }),
    );
    expect([old.status, textOf(mainOf(await old.text())).includes('Juuri tämän hän näkee')]).toEqual([200, true]);
    await share(company, email);
    const again = await company.visitor.post(
      '/workspace/share',
      good(company, email, { act: 'share', version: catalogue.sharing.version }),
    );
    expect([again.status, textOf(mainOf(await again.text())).includes('on jo sama suostumus')]).toEqual([422, true]);
  });

  it('with the mail service down is done all the same, and the letters go when it is back', async () => {
    const company = await newCompany();
    const email = newEmail();
    await portal.mail({ mode: 'down' });
    const id = await share(company, email);
    expect(id).not.toBe('');
    expect(portal.letters(email).length).toBe(0);
    await portal.mail({ mode: 'up' });
    await portal.makeLettersDue();
    await drainOutbox();
    expect(portal.letters(email).map(({ subject }) => subject)).toContain('Sinulle on jaettu yrityksen tietoja');
  });

  it('corrected before anything was sent, the wrong address gets no letter at all', async () => {
    const company = await newCompany();
    const [wrong, right] = [newEmail(), newEmail()];
    await portal.mail({ mode: 'down' });
    const id = await share(company, wrong);
    const answer = await company.visitor.post(`/workspace/sharing/${id}`, { act: 'correct', email: right });
    await portal.settled();
    expect(location(answer)).toMatch(/did=address_corrected/);
    await portal.mail({ mode: 'up' });
    await portal.makeLettersDue();
    await drainOutbox();
    expect(portal.letters(wrong)).toEqual([]);
    expect(portal.letters(right)).toHaveLength(1);
  });
});

describe('the adviser', () => {
  it('comes in by the code sent to the invited address, to what is shared and nothing else', async () => {
    const company = await newCompany();
    const email = newEmail();
    const id = await share(company, email, { language: 'sv' });
    const adviser = await signedIn(email);
    expect(location(await adviser.get('/workspace'))).toBe('/workspace/shared');
    const list = await (await adviser.get('/workspace/shared')).text();
    expect(langOf(list)).toBe('sv');
    expect(textOf(mainOf(list))).toContain('Paja & Pojat Oy');
    const menu = elements(list, 'nav').map(({ text }) => text);
    expect(menu.join()).not.toMatch(/Personer|Visningar/);
    for (const path of [
      '/workspace/profile',
      '/workspace/people',
      '/workspace/looks',
      '/workspace/sharing',
      '/workspace/share',
    ]) {
      expect(location(await adviser.get(path))).toBe('/workspace');
    }
    expect((await adviser.get(`/workspace/needs/${company.reference}`)).status).toBe(404);
    expect((await adviser.get(`/workspace/sharing/${id}`)).status).toBe(404);
    expect((await adviser.get(`/workspace/sharing/${id}/receipt.json`)).status).toBe(404);
    const stranger = await newCompany();
    expect((await stranger.visitor.get(`/workspace/shared/${id}`)).status).toBe(404);
    expect((await adviser.get(`/workspace/shared/${id}`)).status).toBe(200);
    expect(await textAt(company.visitor, '/workspace/looks')).toContain('Neea Neuvoja, Neuvontatalo');
  });

  it('comments, and the company and whoever handles the need are told', async () => {
    const company = await newCompany();
    const email = newEmail();
    const id = await share(company, email);
    const adviser = await signedIn(email);
    const path = `/workspace/shared/${id}`;
    const empty = await adviser.post(path, { reference: company.reference, comment: ' ' });
    expect([empty.status, faultyFields(await empty.text())]).toEqual([422, [`field-comment-${company.reference}`]]);
    const said = await adviser.post(path, { reference: company.reference, comment: 'Kysykää <b>pankista</b>.' });
    expect(location(said)).toBe(`${path}?did=commented&about=${company.reference}`);
    await portal.settled();
    expect(await textAt(adviser, location(said))).toContain('Kysykää <b>pankista</b>.');
    expect(await textAt(company.visitor, `/workspace/needs/${company.reference}`)).toContain(
      'Neea Neuvoja, Neuvontatalo',
    );
    const about = portal.lettersAbout(company.reference).filter(({ subject }) => subject.startsWith('Kommentti'));
    expect(about.flatMap(({ to }) => to)).toEqual(expect.arrayContaining([company.email, MAIJA]));
    for (const letter of about) expect(letter.html).not.toContain('<b>');
  });

  it('whose access is taken back while writing is told so, and keeps the text that nobody else sees', async () => {
    const company = await newCompany();
    const email = newEmail();
    const id = await share(company, email);
    const adviser = await signedIn(email);
    const path = `/workspace/shared/${id}`;
    await adviser.get(path);
    const answer = await company.visitor.post(`/workspace/sharing/${id}`, { act: 'withdraw' });
    expect(location(answer)).toBe(`/workspace/sharing/${id}?did=withdrawn`);
    await portal.settled();
    const next = await adviser.get(path);
    expect(next.status).toBe(410);
    const kept = await adviser.post(path, { reference: company.reference, comment: 'Kesken </textarea> jäi' });
    const page = await kept.text();
    expect(kept.status).toBe(410);
    expect(page).toContain('Kesken &lt;/textarea> jäi');
    expect(textOf(mainOf(page))).toContain('eikä yritys näe sitä');
    expect(await textAt(company.visitor, `/workspace/needs/${company.reference}`)).not.toContain('Kesken');
    expect(portal.letters(email).map(({ subject }) => subject)).toContain('Pääsysi yrityksen tietoihin on päättynyt');
    expect(await textAt(adviser, '/workspace/shared')).toContain('perui suostumuksen');
    expect(await textAt(adviser, '/workspace/shared')).not.toContain('Paja &');
  });
});

describe('behind the link of a letter', () => {
  const linkIn = (email: string) =>
    /\/l\/[\w-]{43}/.exec(portal.letters(email).find(({ subject }) => subject.includes('Kuitti'))?.text ?? '')?.[0] ??
    '';

  it('looking changes nothing, however often; the button takes it back, twice is once', async () => {
    const company = await newCompany();
    const email = newEmail();
    const id = await share(company, email);
    const link = linkIn(company.email);
    for (const method of ['GET', 'HEAD', 'GET'] as const) expect((await portal.get(link, { method })).status).toBe(200);
    expect(textOf(mainOf(await (await portal.get(link)).text()))).toContain('Mitään ei ole vielä muutettu');
    const adviser = await signedIn(email);
    expect((await adviser.get(`/workspace/shared/${id}`)).status).toBe(200);
    expect(location(await portal.postForm(link, { act: 'withdraw' }))).toBe(`${link}?did=consent_withdrawn`);
    expect((await adviser.get(`/workspace/shared/${id}`)).status).toBe(410);
    expect(location(await portal.postForm(link, {}))).toBe(`${link}?did=consent_already_withdrawn`);
    expect(
      (
        await portal.postForm(
          link,
          {},
          { headers: { origin: 'https://huono.example', 'sec-fetch-site': 'cross-site' } },
        )
      ).status,
    ).toBe(403);
  });
});

describe('the record', () => {
  it('is the receipt, readable, and as a file with the fields of ISO/IEC TS 27560', async () => {
    const company = await newCompany();
    const email = newEmail();
    const id = await share(company, email);
    await company.visitor.post(`/workspace/sharing/${id}`, { act: 'extend', days: '180' });
    await company.visitor.post(`/workspace/sharing/${id}`, { act: 'withdraw' });
    await portal.settled();
    const page = await textAt(company.visitor, `/workspace/sharing/${id}`);
    for (const words of [email, 'Neuvontatalo', 'Rahoitushakemuksen valmistelu', 'Annettu', 'Jatkettu', 'Peruttu']) {
      expect(page).toContain(words);
    }
    const file = await company.visitor.get(`/workspace/sharing/${id}/receipt.json`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="consent-${id}.json"`);
    const receipt = JSON.parse(await file.text());
    expect(receipt).toMatchObject({
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
      'dct:references': { 'dct:identifier': id },
      'dpv:hasDataSubject': { 'dct:identifier': company.email },
      'dpv:hasDataController': { 'dpv:hasName': expect.any(String), 'dpv:hasAddress': expect.any(String) },
      'dpv:hasProcess': {
        'dpv:hasPurpose': 'Rahoitushakemuksen valmistelu',
        'dpv:hasRecipient': { 'dpv:hasContact': email },
        'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
      },
      'dpv:hasNotice': { 'dct:hasVersion': catalogue.sharing.version, 'dct:language': 'fi' },
      'dpv:hasConsentStatus': [
        { '@type': ['dpv:ConsentGiven', 'dpv:ExplicitlyExpressedConsent'] },
        { '@type': ['dpv:RenewedConsentGiven', 'dpv:ExplicitlyExpressedConsent'] },
        { '@type': ['dpv:ConsentWithdrawn'] },
      ],
    });
    for (const event of receipt['dpv:hasConsentStatus']) {
      expect(event['dpv:isIndicatedAtTime']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    }
    // And from it the form opens filled.
    const again = await (await company.visitor.get(`/workspace/share?again=${id}`)).text();
    expect(again).toContain(`value="${email}"`);
  });

  it("another company's is as one that does not exist, whatever is done to it", async () => {
    const company = await newCompany();
    const id = await share(company, newEmail());
    const other = await newCompany();
    for (const path of [`/workspace/sharing/${id}`, `/workspace/sharing/${randomUUID()}`, '/workspace/sharing/x']) {
      expect((await other.visitor.get(path)).status).toBe(404);
      for (const act of ['withdraw', 'extend', 'correct', 'constructor']) {
        const answer = await other.visitor.post(path, { act, days: '90', email: newEmail() });
        expect([path, act, answer.status]).toEqual([path, act, 404]);
      }
    }
    const mine = await other.visitor.post(
      '/workspace/share',
      good(company, newEmail(), { act: 'share', version: catalogue.sharing.version }),
    );
    expect(location(mine)).toBe('/workspace/sharing?did=owners_only');
  });

  it('the page of who sees what tells consents, people and who handles which need, with the last looks', async () => {
    const company = await newCompany();
    const email = newEmail();
    const id = await share(company, email);
    const adviser = await signedIn(email);
    await adviser.get(`/workspace/shared/${id}`);
    await portal.postForm(await portal.link(company.reference, 'take_need', MAIJA), {});
    await portal.settled();
    const page = await textAt(company.visitor, '/workspace/sharing');
    for (const words of [
      'Neea Neuvoja',
      'Neuvontatalo',
      'Pia Paja, omistaja',
      'Maija Malli',
      company.reference,
      'Katsoi viimeksi',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('the first page names whom the company lets in now, five of them, and nobody any more once taken back', async () => {
    const company = await newCompany();
    const ids: string[] = [];
    for (let left = 6; left > 0; left -= 1) ids.push(await share(company, newEmail()));
    const home = () => textAt(company.visitor, '/workspace');
    const names = (text: string) => text.split('Neea Neuvoja, Neuvontatalo, ').length - 1;
    const page = await home();
    expect(page).toMatch(
      /Neea Neuvoja, Neuvontatalo, \d+\.\d+\.\d{4} asti: yrityksen tiedot, yksi tarve ja tarpeiden viestit/,
    );
    expect([names(page), page.includes('ja yksi muu')]).toEqual([5, true]);
    for (const id of ids) await company.visitor.post(`/workspace/sharing/${id}`, { act: 'withdraw' });
    expect(names(await home())).toBe(0);
  });
});
