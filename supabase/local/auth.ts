// /auth/v1/*: one-time codes by email, sessions and refresh, by @supabase/lite. Nothing else of lite is served: its data
// API mixes up roles, and /_system/info tells the database's password.
import { fileURLToPath } from 'node:url';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';

export interface AuthKeys {
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
}
export interface AuthLetter {
  to: string;
  subject: string;
  text?: string;
  html?: string;
}
export interface AuthOptions extends AuthKeys {
  databaseUrl: string;
  siteUrl: string;
  sendMail: (letter: AuthLetter) => Promise<void>;
}

/** As config.toml has it for hosted projects. */
const TEMPLATE = {
  subject: 'Kirjautumiskoodi · Inloggningskod · Sign-in code',
  content_path: fileURLToPath(new URL('../templates/sign-in-code.html', import.meta.url)),
};

function createApp({ databaseUrl, publishableKey, secretKey, jwtSecret, siteUrl, sendMail }: AuthOptions) {
  return new App({
    connection: createPostgresConnection({ url: databaseUrl, postgresOptions: { max: 3, onnotice() {} } }),
    auth: {
      enabled: true,
      jwt_secret: jwtSecret,
      publishable_key: publishableKey,
      secret_key: secretKey,
      site_url: siteUrl,
      email: { otp_length: 6, otp_expiry: 600, template: { confirmation: TEMPLATE, magic_link: TEMPLATE } },
    },
    db: { migrations: { enabled: false } }, // migrate.ts keeps that table, as the Supabase CLI does
    options: {
      server: { admin: false, disableStudio: true },
      drivers: { email: { send: ({ to, subject, html }) => sendMail({ to, subject, html }) } },
    },
  });
}

/** The tables of the schema auth; to be there before the migrations, which may refer to them. */
export async function ensureAuthSchema(databaseUrl: string): Promise<void> {
  const unused = 'only-the-tables-are-wanted-here-no-key-is-used';
  const keys = { publishableKey: unused, secretKey: unused, jwtSecret: unused };
  const app = createApp({ databaseUrl, ...keys, siteUrl: 'http://127.0.0.1', sendMail: async () => {} });
  try {
    await app.ensureSystemSchema();
  } finally {
    await app.connection.close();
  }
}

/** Opened at the first request: most tests never sign anybody in. */
export function authService(options: AuthOptions) {
  let app: ReturnType<typeof createApp> | undefined;
  return {
    async fetch(request: Request): Promise<Response> {
      app ??= createApp(options);
      return app.fetch(await asLiteWantsIt(request));
    },
    async close() {
      await app?.connection.close();
    },
  };
}

/** Hosted Supabase takes a code as type "email", lite knows only its older name. */
async function asLiteWantsIt(request: Request): Promise<Request> {
  if (request.method !== 'POST' || new URL(request.url).pathname !== '/auth/v1/verify') return request;
  const text = await request.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // lite answers bad JSON itself
  }
  if (body !== null && typeof body === 'object' && 'type' in body && body.type === 'email') body.type = 'magiclink';
  return new Request(request.url, {
    method: 'POST',
    headers: request.headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
