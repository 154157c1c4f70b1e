// The generated types are those of the migrations as they are now. `npm run types` runs this with --update, which writes them.
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { generateTypes } from '../../supabase/generate-types.ts';
import { testDatabase } from '../support/database.ts';

const FILE = join(import.meta.dirname, '../../site/domain/database.generated.ts');

it('database.generated.ts is what the Supabase CLI makes of the migrations', { timeout: 60_000 }, async () => {
  const db = await testDatabase();
  onTestFinished(() => db.close());
  await expect(await generateTypes(db.url)).toMatchFileSnapshot(FILE);
});
