// What was changed because of feedback, in one language, the newest first.
import type { ChangeFacts, ChangeTexts } from '#domain/content/change.ts';
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';

export type Change = ChangeFacts & ChangeTexts & { id: string; entry: Renderable };

/** Two of one day stand by id, so that the order is the same in each build. */
export const getChanges = onceABuild(async (lang: Language): Promise<Change[]> => {
  const { changes, changesTranslated } = await loadContent();
  return joinTexts(changes, changesTranslated, lang).sort(
    (a, b) => b.changed.localeCompare(a.changed) || a.id.localeCompare(b.id),
  );
});
