// erase-objects: bytes of documents that are gone leave Storage, and uploads that nobody finished give back their room.
import { asSystem, eraseObjects } from '../db.ts';

/** Storage erases as many with one request; a company's whole thousand takes ten. */
const BATCH = 100;
/** A scheduled function has 30 seconds; what is left waits for the next run. */
const BATCHES = 10;

/** How many uploads were dropped, and how many objects erased for good. */
export async function eraseQueuedObjects(): Promise<{ dropped: number; erased: number }> {
  const system = asSystem();
  const dropped = await system.rpc('drop_unfinished_documents', {});
  let erased = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const objects = (await system.rpc('claim_erased_objects', { p_most: BATCH })).map(({ object }) => object);
    if (objects.length === 0) break;
    await eraseObjects(objects);
    erased += await system.rpc('note_erased_objects', { p_objects: objects });
  }
  return { dropped, erased };
}
