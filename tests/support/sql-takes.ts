// Whether SQL takes what it is given or one of its checks refuses it.
import { expect } from 'vitest';

/** True when it is taken, false when a check refuses it; anything else is a fault of the test. */
export async function sqlTakes(attempt: Promise<unknown>): Promise<boolean> {
  const code = await attempt.then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  );
  expect(['taken', '23514']).toContain(code);
  return code === 'taken';
}
