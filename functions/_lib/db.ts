// The only file that knows Supabase: two clients, one for the system and one for a person, and one way to call a function.
import { createClient } from '@supabase/supabase-js';
import type { Database } from '#domain/database.generated.ts';
import { env } from './env.ts';

type Functions = Database['api']['Functions'];
export type FunctionName = keyof Functions;
/** SQL arguments may be null; the generated types do not say so. */
type Args<Name extends FunctionName> = { [Key in keyof Functions[Name]['Args']]: Functions[Name]['Args'][Key] | null };
export type Returned<Name extends FunctionName> = Functions[Name]['Returns'];
export type Enums = Database['api']['Enums'];

/** The database cannot be reached just now: an outage, told to the person as such and tried again later. */
export class DatabaseDown extends Error {}
/** The database refused what our own code asked of it: a fault. */
export class DatabaseFault extends Error {
  readonly code: string;
  constructor(name: string, code: string, message: string) {
    // Postgres repeats values in its messages; a log may hold none of them. The constraint's name is a sentence of ours.
    super(`${name}: ${code} ${/constraint "(\w+)"/.exec(message)?.[1] ?? ''}`.trim());
    this.code = code;
  }
}

export interface Caller {
  /** Calls a function of schema api. Throws DatabaseDown or DatabaseFault. */
  rpc<Name extends FunctionName>(name: Name, args: Args<Name>): Promise<Returned<Name>>;
}

// Longer than any statement of ours takes, shorter than the ten seconds that a function may run.
const TIMEOUT_MS = 8000;

const withTimeout: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });

const client = (url: string, key: string, headers: Record<string, string> = {}) =>
  createClient<Database, 'api'>(url, key, {
    db: { schema: 'api' },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: withTimeout, headers },
  });

// Class 08: connection; 53: resources; 57: operator; PGRST00x: PostgREST without its database.
const OUTAGE = /^(08|53|57P|PGRST00)/;

const caller = (supabase: ReturnType<typeof client>): Caller => ({
  async rpc(name, args) {
    const { data, error, status } = await supabase.rpc(name, args as never);
    if (!error) return data as unknown as Returned<typeof name>;
    if (!status || status >= 502 || OUTAGE.test(error.code ?? '')) throw new DatabaseDown(`${name}: no database`);
    throw new DatabaseFault(name, error.code ?? String(status), error.message);
  },
});

let system: { url: string; key: string; caller: Caller } | undefined;

/** As the system (service_role): intake, links, outbox, schedule. Reaches the functions granted to it and nothing else. */
export function asSystem(): Caller {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = env();
  if (system?.url !== url || system.key !== key) system = { url, key, caller: caller(client(url, key)) };
  return system.caller;
}

/** As a signed-in person (authenticated): row-level security decides what comes back. */
export function asPerson(accessToken: string): Caller {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return caller(client(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { Authorization: `Bearer ${accessToken}` }));
}
