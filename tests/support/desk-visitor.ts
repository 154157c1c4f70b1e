// A coordinator's browser at the desk: signs in with the code from the letter, keeps the cookies, follows nothing by itself.
import type { Portal } from './portal.ts';

export type DeskVisitor = ReturnType<typeof deskVisitor>;

/** The newest code that was mailed to an address. */
export const codeFor = (portal: Portal, email: string): string =>
  /\b(\d{6})\b/.exec(portal.db.authLetters.findLast(({ to }) => to === email)?.html ?? '')?.[1] ?? '';

/** One that is wrong for certain. */
export const wrongCode = (code: string): string => (code === '000000' ? '000001' : '000000');

export const deskVisitor = (portal: Portal, ip?: string) => doorVisitor(portal, '/desk', ip);
export const workspaceVisitor = (portal: Portal, ip?: string) => doorVisitor(portal, '/workspace', ip);

function doorVisitor(portal: Portal, door: '/desk' | '/workspace', ip = '192.0.2.1') {
  const jar = new Map<string, string>();
  const keep = (response: Response): Response => {
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ');
      const [name = '', ...value] = pair.split('=');
      if (attributes.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    return response;
  };
  const headers = (more: Record<string, string> = {}) => ({
    ...(jar.size && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
    ...more,
  });
  const visitor = {
    jar,
    get: async (path: string, more?: Record<string, string>) =>
      keep(await portal.get(path, { headers: headers(more), ip })),
    post: async (path: string, fields: Record<string, string> | [string, string][], more?: Record<string, string>) =>
      keep(await portal.postForm(path, fields, { headers: headers(more), ip })),
    ask: (email: string, more: Record<string, string> = {}) =>
      visitor.post(`${door}/sign-in`, { step: 'address', email, ...more }),
    tell: (email: string, code: string, more: Record<string, string> = {}) =>
      visitor.post(`${door}/sign-in`, { step: 'code', email, code, ...more }),
    /** Both steps; comes back with the answer to the second. */
    async signIn(email: string, more: Record<string, string> = {}): Promise<Response> {
      await visitor.ask(email, more);
      await portal.settled();
      const answer = await visitor.tell(email, codeFor(portal, email), more);
      if (door === '/workspace' && answer.status === 303) await visitor.own();
      return answer;
    },
    /** Says of all needs that came with the address that they are the visitor's own. */
    async own(): Promise<void> {
      const page = await (await visitor.get(door)).text();
      const asked = [
        ...page.matchAll(
          /name="business_id" value="([^"]*)"[^>]*><button class="button" type="submit" name="act" value="own"/g,
        ),
      ];
      for (const [, business_id = ''] of asked) await visitor.post(door, { act: 'own', business_id });
    },
  };
  return visitor;
}

/** As if nobody had asked for a code before. */
export const forgetCodes = (portal: Portal) => portal.rows('delete from app.code_requests');
