// The environment that the functions see: what the user gave, and a working default for the rest.
import { localSecrets } from './local-secrets.ts';

export function localSettings(env: NodeJS.ProcessEnv) {
  const port = Number(env.PORT || 8888);
  const host = env.HOST || '127.0.0.1';
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is ${env.PORT}, which is no port number.`);
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const ownUrl = `http://${shown}:${port}`;
  return { port, host, ownUrl, siteUrl: env.SITE_URL || ownUrl, dataDir: env.DATA_DIR || '.data' };
}

/** Sets what is missing in process.env; returns what the stand-ins need of it. */
export function setDefaults(
  dataDir: string,
  addresses: { siteUrl: string; supabaseUrl: string; resendUrl: string; buildHookUrl: string },
) {
  const { JWT_SECRET, POSTGRES_PASSWORD: _, ...secrets } = localSecrets(dataDir);
  const defaults: Record<string, string> = {
    ...secrets,
    SITE_URL: addresses.siteUrl,
    SUPABASE_URL: addresses.supabaseUrl,
    RESEND_BASE_URL: addresses.resendUrl,
    BUILD_HOOK_URL: addresses.buildHookUrl,
    MAIL_FROM: 'Tarjotin <tarjotin@tarjotin.example>',
    REPLY_DOMAIN: 'vastaus.tarjotin.example',
    COORDINATOR_EMAILS: 'koordinaattori@tarjotin.example',
  };
  for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value;
  const used = (name: keyof typeof secrets) => process.env[name] ?? secrets[name];
  return {
    jwtSecret: JWT_SECRET,
    env: {
      RESEND_API_KEY: used('RESEND_API_KEY'),
      RESEND_WEBHOOK_SECRET: used('RESEND_WEBHOOK_SECRET'),
      SUPABASE_PUBLISHABLE_KEY: used('SUPABASE_PUBLISHABLE_KEY'),
      SUPABASE_SECRET_KEY: used('SUPABASE_SECRET_KEY'),
    },
  };
}
