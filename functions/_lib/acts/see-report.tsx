// see-report: behind the link of a pack or of a provider's figures. It shows, and does nothing.
import { createT } from '#domain/i18n/t.ts';
import { isLanguage, LANGUAGES, type Language } from '#domain/routes.ts';
import { ProviderFiguresPage } from '#forms/provider-figures.tsx';
import { ReportLink } from '#forms/report-link.tsx';
import { catalogue, providerName } from '../catalogue.ts';
import { asSystem } from '../db.ts';
import { tokenHash } from '../links.ts';
import { steeringGroup } from '../people.ts';
import type { AnswerText } from '../reports/feedback-figures.ts';
import type { PackTable } from '../reports/pack-page.tsx';
import { type ProviderFigures, providerSections } from '../reports/provider-page.ts';
import { reportFile } from '../reports/report-file.ts';
import { type Act, done } from './act.ts';

/** As SQL's api.report_behind_link gives it. */
interface Report {
  kind: 'steering_pack' | 'provider_figures';
  meeting: string | null;
  provider: string | null;
  first_month: string;
  last_month: string;
  version: number;
  versions: number | null;
  figures: unknown;
  pages: Record<Language, string>;
}

/** Whoever is a contact or a member no more has nothing to see here: what the content and the environment say holds at once. */
function isFor({ kind, provider }: Report, email: string): boolean {
  return kind === 'steering_pack'
    ? steeringGroup().some((member) => member.email === email)
    : catalogue.providers.some((one) => one.id === provider && one.contactEmail.toLowerCase() === email);
}

export const seeReport: Act = {
  deeds: [],
  run: () => Promise.resolve(done()),
  async show(link, { path, query }) {
    const p_token_hash = tokenHash(path.split('/').at(-1) ?? '') ?? '';
    const report = (await asSystem().rpc('report_behind_link', { p_token_hash })) as unknown as Report | null;
    if (!report || !isFor(report, link.person_email)) return undefined;
    const asked = query.get('lang');
    const lang = isLanguage(asked) ? asked : link.language;
    const t = createT(lang);
    const period = { from: report.first_month, to: report.last_month };
    if (report.kind === 'steering_pack') {
      const { tables } = report.figures as { tables?: Record<Language, PackTable[]> };
      const file = reportFile(tables?.[lang] ?? [], query, `pack-${report.meeting}-v${report.version}`);
      if (file) return file;
      const newer = (report.versions ?? 0) > report.version ? (report.versions ?? undefined) : undefined;
      const page = report.pages[lang] ?? report.pages[LANGUAGES[0]];
      return {
        title: t('pack.page-title'),
        lang,
        main: <ReportLink t={t} lang={lang} path={path} page={page} newer={newer} tables={tables?.[lang] ?? []} />,
      };
    }
    const texts = (await asSystem().rpc('texts_behind_link', { p_token_hash })) as unknown as AnswerText[];
    const provider = providerName(report.provider ?? '', lang);
    const sections = providerSections(report.figures as ProviderFigures, texts, t, lang);
    const file = reportFile(sections, query, `${report.provider}-${period.from}-${period.to}`);
    if (file) return file;
    return {
      title: t('provider-figures.title', { provider }),
      lang,
      main: (
        <ProviderFiguresPage t={t} lang={lang} path={path} provider={provider} period={period} sections={sections} />
      ),
    };
  },
};
