import { it } from 'vitest';
import { startPortal } from '../support/portal.ts';
import { needForm } from '../support/good-need.ts';
import { mainOf, formsOf } from '../support/read-page.ts';
it('x', async () => { const p = await startPortal();
 for (const c of [{ description: '' }, {notice_version: ''}]) {
 const h = await (await p.postForm('/api/needs', needForm(c))).text(); console.log(mainOf(h), formsOf(h)[0]?.fields);}
 await p.close(); });
