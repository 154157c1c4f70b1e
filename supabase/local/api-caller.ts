// Who is calling: the API key and the person's JWT of a request, checked as hosted Supabase checks them.
import { errors, jwtVerify } from 'jose';
import { refuse } from './rpc-errors.ts';

export interface CallerKeys {
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
}
export type Role = 'anon' | 'authenticated' | 'service_role';
export interface Caller {
  role: Role;
  /** JSON, as request.jwt.claims is to hold it. */
  claims: string;
}

const ROLES: readonly string[] = ['anon', 'authenticated', 'service_role'];
const isRole = (role: unknown): role is Role => typeof role === 'string' && ROLES.includes(role);

export async function apiCaller(headers: Headers, keys: CallerKeys): Promise<Caller | Response> {
  const key = headers.get('apikey');
  if (!key)
    return refuse(401, {
      message: 'No API key found in request',
      hint: 'No `apikey` request header or url param was found.',
    });
  if (key !== keys.publishableKey && key !== keys.secretKey) {
    return refuse(401, {
      message: 'Invalid API key',
      hint: 'Double check your Supabase `anon` or `service_role` API key.',
    });
  }
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (!bearer || bearer === key) {
    const role = key === keys.secretKey ? 'service_role' : 'anon';
    return { role, claims: JSON.stringify({ role }) };
  }
  try {
    const { payload } = await jwtVerify(bearer, new TextEncoder().encode(keys.jwtSecret), { algorithms: ['HS256'] });
    if (isRole(payload.role)) return { role: payload.role, claims: JSON.stringify(payload) };
    return refuse(401, { code: 'PGRST301', message: 'The role in the JWT is not one of the API roles' });
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refuse(401, { code: 'PGRST303', message: 'JWT expired' });
    return refuse(401, { code: 'PGRST301', message: 'JWT is not valid' });
  }
}
