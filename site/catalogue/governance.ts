// The roles that run the network, in one language, in the order of the page.
import type { GovernanceFacts, GovernanceTexts } from '#domain/content/governance.ts';
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';

export type Role = GovernanceFacts & GovernanceTexts & { id: string; entry: Renderable };

export async function getGovernance(lang: Language): Promise<Role[]> {
  const { governance, governanceTranslated } = await loadContent();
  return joinTexts(governance, governanceTranslated, lang).sort((a, b) => a.order - b.order);
}
