// The only file that knows Supabase: two clients, one for the system and one for a person, one way to call a function, sign-in, and the bytes of documents.
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

let system: { url: string; key: string; client: ReturnType<typeof client>; caller: Caller } | undefined;

/** What Supabase Auth gives a person who has proved an address: tokens that no browser's script ever sees. */
export interface Tokens {
  access: string;
  refresh: string;
}

/** A client of its own for each person: it remembers whom it signed in. */
const auth = () => {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return client(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY).auth;
};

type AuthAnswer = {
  data: { session: { access_token: string; refresh_token: string } | null };
  error: { status?: number | undefined; code?: string | undefined } | null;
};

/** Undefined when the answer is no; throws when there is none: no service, or too many questions from our own address. */
function tokensOf(what: string, { data, error }: AuthAnswer): Tokens | undefined {
  const status = error?.status ?? 0;
  if (error && (status === 0 || status === 429 || status >= 500)) throw new DatabaseDown(`${what}: no answer of auth`);
  return data.session ? { access: data.session.access_token, refresh: data.session.refresh_token } : undefined;
}

/** Has a one-time code mailed; a new one kills the old one. */
export async function sendCode(email: string): Promise<void> {
  const { error } = await auth().signInWithOtp({ email, options: { shouldCreateUser: true } });
  if (error) throw new DatabaseDown(`send code: ${error.status} ${error.code}`);
}

export const verifyCode = async (email: string, code: string): Promise<Tokens | undefined> =>
  tokensOf('verify code', await auth().verifyOtp({ email, token: code, type: 'email' }));

export const refreshTokens = async (refresh: string): Promise<Tokens | undefined> =>
  tokensOf('refresh', await auth().refreshSession({ refresh_token: refresh }));

/** The session's refresh token is dead afterwards, or those of all sessions of the same person. */
export async function endTokens(access: string, everywhere: boolean): Promise<void> {
  const { error } = await auth().admin.signOut(access, everywhere ? 'global' : 'local');
  if (error) throw new DatabaseDown(`sign out: ${error.status}`);
}

/** As the system (service_role): intake, links, outbox, schedule. Reaches the functions granted to it and nothing else. */
export const asSystem = (): Caller => theSystem().caller;

function theSystem() {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = env();
  if (system?.url !== url || system.key !== key) {
    const supabase = client(url, key);
    system = { url, key, client: supabase, caller: caller(supabase) };
  }
  return system;
}

/** As a signed-in person (authenticated): row-level security decides what comes back. */
export function asPerson(accessToken: string): Caller {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  return caller(client(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { Authorization: `Bearer ${accessToken}` }));
}

/** The private bucket of documents; a migration makes it. To Storage all of it is bytes, which it never shows as anything. */
const bucket = () => theSystem().client.storage.from('documents');
const BYTES = 'application/octet-stream';

interface StorageAnswer<Data> {
  data: Data | null;
  error: { status?: number | undefined; statusCode?: string | undefined } | null;
}

/** Undefined when there is no such object. */
function storageAnswer<Data>(what: string, { data, error }: StorageAnswer<Data>): Data | undefined {
  if (!error) return data ?? undefined;
  const code = error.statusCode ?? String(error.status ?? 0);
  if (code === '404' || code === 'NoSuchKey') return undefined;
  if (!error.status || error.status >= 500) throw new DatabaseDown(`${what}: no storage`);
  throw new DatabaseFault(what, code, '');
}

export async function storeObject(object: string, bytes: Uint8Array): Promise<void> {
  storageAnswer('store object', await bucket().upload(object, bytes, { contentType: BYTES, cacheControl: '0' }));
}

/** Whole: the bucket holds nothing above the limit of a document. */
export async function readObject(object: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const blob = storageAnswer('read object', await bucket().download(object));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

/** An address to which a browser may send this one object, once, within two hours. */
export async function uploadAddress(object: string): Promise<string> {
  const signed = storageAnswer('sign upload', await bucket().createSignedUploadUrl(object));
  if (!signed) throw new DatabaseFault('sign upload', '404', '');
  return signed.signedUrl;
}

/** Safe twice: what is not there is erased. */
export async function eraseObjects(objects: string[]): Promise<void> {
  storageAnswer('erase objects', await bucket().remove(objects));
}

/** Where browsers send documents to: pages from which they may do so name it in their policy. */
export const uploadOrigin = (): string => new URL(env().SUPABASE_URL).origin;
