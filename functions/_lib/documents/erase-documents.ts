// erase-documents: bytes of documents that are gone leave Storage, and files that never came give back their room.
import { asSystem, eraseObjects } from '../db.ts';

/** So many objects Storage erases with one request. */
const BATCH = 100;
/** A scheduled function has 30 seconds; what is left waits for the next run. */
const BATCHES = 10;

/** How many objects Storage was told to erase. */
export async function eraseDocuments(): Promise<number> {
  const system = asSystem();
  let erased = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const objects = await system.rpc('erase_documents', { p_most: BATCH });
    if (objects.length === 0) break;
    await eraseObjects(objects);
    await system.rpc('documents_erased', { p_objects: objects });
    erased += objects.length;
  }
  return erased;
}
