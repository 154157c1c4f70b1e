// desk-reports: the page with all reports of a period, and each of them as a file.
import { createT } from '#domain/i18n/t.ts';
import { askedPeriod, monthsToChoose } from '#domain/reports/period.ts';
import { DESK } from '#domain/routes.ts';
import { DeskReports, type DeskReportsProps, NEED_REPORTS } from '#forms/desk-reports.tsx';
import { PlainPage } from '#forms/plain-page.tsx';
import { catalogue } from '../../catalogue.ts';
import { figuresFile } from '../../figures-file.ts';
import { askedChoice } from '../../reports/chosen-services.ts';
import { themeName } from '../../reports/need-figures.ts';
import { deskPage } from '../desk-page.tsx';
import type { DeskCall } from '../door.ts';
import { feedbackReports, needReports } from './make-reports.ts';

function choices({ lang }: DeskCall): DeskReportsProps['choices'] {
  const t = createT(lang);
  const sorted = <One extends { name: string }>(list: One[]) => list.sort((a, b) => a.name.localeCompare(b.name, lang));
  const named = ({ id, name }: { id: string; name: Record<typeof lang, string> }) => ({ id, name: name[lang] });
  const themes = [...new Set(catalogue.services.map(({ theme }) => theme))];
  return {
    theme: sorted(themes.map((id) => ({ id, name: themeName(id, t) }))),
    service: sorted(catalogue.services.map(named)),
    provider: sorted(catalogue.providers.map(named)),
  };
}

/** Enough to see what people write; all are in the file. */
const TEXTS_SHOWN = 20;

export async function showReports(call: DeskCall): Promise<Response> {
  const { lang, now, url } = call;
  const t = createT(lang);
  const period = askedPeriod(url.searchParams, now);
  const chosen = askedChoice(url.searchParams);
  const [needs, feedback] = await Promise.all([
    needReports(call, period, chosen),
    feedbackReports(call, period, chosen, TEXTS_SHOWN),
  ]);
  const main = (
    <DeskReports
      t={t}
      lang={lang}
      period={period}
      months={monthsToChoose(now)}
      choices={choices(call)}
      chosen={{ ...chosen }}
      needs={needs}
      feedback={feedback}
    />
  );
  return deskPage(call, { title: t('reports.title'), main });
}

export async function showReportFile(call: DeskCall): Promise<Response> {
  const { lang, now, url, params } = call;
  const t = createT(lang);
  const asked = /^(.+)\.csv$/.exec(params.file ?? '')?.[1] ?? '';
  const period = askedPeriod(url.searchParams, now);
  const chosen = askedChoice(url.searchParams);
  const isOfNeeds = NEED_REPORTS.some((name) => name === asked);
  const made = isOfNeeds
    ? needReports(call, period, chosen)
    : feedbackReports(call, period, chosen, asked === 'texts' ? null : 0);
  const found = (await made).find(({ name }) => name === asked);
  if (!found) {
    const title = t('desk-figures.unknown.title');
    const next = { path: DESK.reports, label: t('reports.title') };
    const main = <PlainPage title={title} texts={[t('reports.unknown')]} next={next} />;
    return deskPage(call, { title, main, status: 404 });
  }
  const as = url.searchParams.get('as') === 'data' ? 'data' : 'sheet';
  return figuresFile(found.figures, `${asked}-${period.from}-${period.to}`, as);
}
