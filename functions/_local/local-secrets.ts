// The secrets of this machine: made at random once, kept in DATA_DIR, so that links in letters hold across restarts.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LocalSecrets {
  SUPABASE_PUBLISHABLE_KEY: string;
  SUPABASE_SECRET_KEY: string;
  RESEND_API_KEY: string;
  RESEND_WEBHOOK_SECRET: string;
  LINK_SECRET: string;
  JWT_SECRET: string;
  POSTGRES_PASSWORD: string;
}

const random = () => randomBytes(24).toString('base64url');

export function localSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, 'secrets.json');
  const kept: Partial<LocalSecrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets: LocalSecrets = {
    SUPABASE_PUBLISHABLE_KEY: `sb_publishable_${random()}`,
    SUPABASE_SECRET_KEY: `sb_secret_${random()}`,
    RESEND_API_KEY: `re_${random()}`,
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
    LINK_SECRET: random() + random(),
    JWT_SECRET: random() + random(),
    POSTGRES_PASSWORD: random(),
    ...kept,
  };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    const half = `${file}.new`; // renamed when whole: a kill in between leaves the old ones
    writeFileSync(half, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(half, file);
  }
  return secrets;
}
