// Which provider last confirmed its texts on which day: read by the site's build, and open to all. No person stands in it.
import { asSystem } from './db.ts';
import { json } from './respond.ts';

export async function confirmationsResponse(): Promise<Response> {
  const days = await asSystem().rpc('confirmation_days', {});
  const body = Object.fromEntries(days.map(({ provider, confirmed_on }) => [provider, confirmed_on]));
  return json(body, 200, {
    // The same for everybody; a build shortly after a confirmation may miss it by as much, and the next one has it.
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  });
}
