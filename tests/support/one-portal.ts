// Before the first browser test: the portal of those that run side by side. After the last: it is stopped.
import { servePortal } from './served-portal.ts';

export default async function onePortal(): Promise<() => Promise<void>> {
  const portal = await servePortal();
  process.env.E2E_PORTAL_URL = portal.url;
  process.env.E2E_DATABASE_URL = portal.databaseUrl();
  process.env.E2E_DATA_DIR = portal.dataDir;
  return () => portal.close();
}
