// Alerts in one language that hold now or soon, the earliest first.
import type { AlertFacts, AlertTexts } from '#domain/content/alert.ts';
import { isOver } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';
import { today } from './today.ts';

export type Alert = AlertFacts & AlertTexts & { id: string; entry: Renderable };

/** An alert is shown this long before it holds: a company plans ahead, and a day's late build does no harm. */
const AHEAD_DAYS = 30;

export const getAlerts = onceABuild(async (lang: Language): Promise<Alert[]> => {
  const { alerts, alertsTranslated } = await loadContent();
  const now = today();
  const ahead = new Date(Date.parse(now) + AHEAD_DAYS * 86_400_000).toISOString().slice(0, 10);
  return joinTexts(alerts, alertsTranslated, lang)
    .filter(({ from, to }) => from <= ahead && !isOver(to, now))
    .sort((a, b) => a.from.localeCompare(b.from));
});
