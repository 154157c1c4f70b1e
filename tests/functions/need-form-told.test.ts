// The need form of somebody who is signed in at the workspace: filled with what was told once, for nobody else's eyes.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { forgetCodes, workspaceVisitor } from '../support/desk-visitor.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { mainOf, textOf, valuesOf } from '../support/read-page.ts';
import { newBusinessId } from '../support/sql-workspace.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(() => forgetCodes(portal));
afterAll(() => portal.close());

async function signedIn() {
  const business_id = newBusinessId();
  const need = await portal.sendNeed({
    business_id,
    company_name: 'Paja Oy',
    contact_name: 'Pia Paja',
    contact_phone: '040 765 4321',
  });
  const visitor = workspaceVisitor(portal);
  await visitor.signIn(need.email);
  return { ...need, business_id, visitor };
}
const DESCRIPTION = 'Tarvitsemme kaksi hitsaajaa kesäksi.';

it('opens filled and private, and each value says where it came from and when', async () => {
  const { visitor, business_id, reference, email } = await signedIn();
  const answer = await visitor.get('/tarve');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('netlify-cdn-cache-control')).toBeNull();
  const first = valuesOf(await answer.text());
  expect(first).toMatchObject({ business_id, company_name: 'Paja Oy', contact_name: 'Pia Paja', contact_email: email });
  const step = await visitor.post('/tarve', { ...first, description: DESCRIPTION, go: 'next' });
  const page = await step.text();
  expect(textOf(mainOf(page))).toContain(`Työtilastasi. Kerroit tarpeessa ${reference}`);
  expect(page).toContain('Kirjoitan toisen yrityksen puolesta');
});

it('is emptied for who writes for another company, but for what was written since', async () => {
  const { visitor } = await signedIn();
  const first = valuesOf(await (await visitor.get('/tarve')).text());
  const step = await visitor.post('/tarve', {
    ...first,
    description: DESCRIPTION,
    contact_name: 'Joku Muu',
    go: 'other',
  });
  const page = await step.text();
  expect(valuesOf(page)).toMatchObject({
    description: DESCRIPTION,
    business_id: '',
    company_name: '',
    contact_name: 'Joku Muu',
    contact_email: '',
    contact_phone: '',
  });
  expect(textOf(mainOf(page))).not.toContain('Työtilastasi');
});

it('is the empty one, kept by no cache, for a cookie that opens nothing or while nobody can be asked', async () => {
  const { visitor } = await signedIn();
  const url = process.env.SUPABASE_URL;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  const down = await visitor.get('/tarve');
  process.env.SUPABASE_URL = url;
  const stale = await portal.get('/tarve', { headers: { cookie: '__Host-workspace=a~b' } });
  for (const answer of [down, stale]) {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(valuesOf(await answer.text()).company_name).toBe('');
  }
});

it('brings what is sent to the company at once, also with another contact', async () => {
  const { visitor, business_id } = await signedIn();
  const first = valuesOf(await (await visitor.get('/tarve')).text());
  const contact_email = 'kollega@paja.example';
  const sent = await visitor.post('/api/needs', { ...first, contact_email, description: DESCRIPTION });
  expect(sent.status).toBe(303);
  const other = await visitor.post('/api/needs', {
    ...first,
    business_id: newBusinessId(),
    description: `${DESCRIPTION} Muualle.`,
  });
  expect(other.status).toBe(303);
  const rows = await portal.rows<{ business_id: string | null; description: string }>(
    `select c.business_id, n.description from app.needs n left join app.companies c on c.id = n.company_id
     where n.description like $1 order by n.received_at`,
    [`${DESCRIPTION}%`],
  );
  expect(rows.map((row) => row.business_id)).toEqual([business_id, null]);
});

it('who belongs to two companies gets it filled once one is chosen', async () => {
  const { visitor, email } = await signedIn();
  await portal.sendNeed({ business_id: newBusinessId(), company_name: 'Toinen Oy', contact_email: email });
  await visitor.signIn(email);
  const home = await (await visitor.get('/workspace')).text();
  expect(textOf(mainOf(home))).toContain('Minkä yrityksen työtila?');
  expect(valuesOf(await (await visitor.get('/tarve')).text()).company_name).toBe('');
  const [{ id }] = (await portal.rows<{ id: string }>(
    `select company_id as id from app.profile_facts where field = 'company_name' and value = 'Toinen Oy'`,
  )) as [{ id: string }];
  const chosen = await visitor.post('/workspace', { act: 'choose', company: id });
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/workspace']);
  expect(valuesOf(await (await visitor.get('/tarve')).text()).company_name).toBe('Toinen Oy');
});
