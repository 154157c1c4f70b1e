// Every report of the desk by its name: needs are asked for with the person's rights, answers as sums that all may see.
import type { Figures } from '#domain/figures.ts';
import { createT } from '#domain/i18n/t.ts';
import { daysOf, type Period } from '#domain/reports/period.ts';
import { FEEDBACK_REPORTS, NEED_REPORTS, questionReport } from '#forms/desk-reports.tsx';
import { serviceThemes } from '../../catalogue.ts';
import { type Chosen, factsOf, servicesOf } from '../../reports/chosen-services.ts';
import {
  type Feedback,
  questionFigures,
  ratesFigures,
  type TextsOfMonth,
  textsFigures,
  writtenFigures,
} from '../../reports/feedback-figures.ts';
import {
  endsFigures,
  gapsFigures,
  monthsFigures,
  promiseFigures,
  servicesFigures,
  type ThemeRow,
  themesFigures,
} from '../../reports/need-figures.ts';
import type { DeskCall } from '../door.ts';

type NeedReport = (typeof NEED_REPORTS)[number];
export interface NamedFigures {
  name: string;
  figures: Figures;
}

export async function needReports({ db, lang }: DeskCall, period: Period, chosen: Chosen): Promise<NamedFigures[]> {
  const t = createT(lang);
  const within = { ...daysOf(period), p_services: servicesOf(chosen) };
  const [months, themes, services] = await Promise.all([
    db.rpc('desk_report_months', within),
    db.rpc('desk_report_themes', { p_themes: serviceThemes, ...within }) as Promise<ThemeRow[]>,
    db.rpc('desk_report_services', within),
  ]);
  const made: Record<NeedReport, Figures> = {
    months: monthsFigures(months, t),
    promise: promiseFigures(months, t, lang),
    ends: endsFigures(months, t, lang),
    themes: themesFigures(themes, t),
    gaps: gapsFigures(themes, t),
    services: servicesFigures(services, t, lang),
  };
  return NEED_REPORTS.map((name) => ({ name, figures: made[name] }));
}

/** `most`: so many free texts at most; null: all. */
export async function feedbackReports(
  { db, lang }: DeskCall,
  period: Period,
  chosen: Chosen,
  most: number | null,
): Promise<NamedFigures[]> {
  const t = createT(lang);
  const within = { ...daysOf(period), ...factsOf(chosen) };
  const [feedback, texts] = await Promise.all([
    db.rpc('desk_report_feedback', within) as Promise<unknown> as Promise<Feedback>,
    db.rpc('desk_report_texts', { ...within, p_most: most }) as Promise<unknown> as Promise<TextsOfMonth[]>,
  ]);
  const made: Record<(typeof FEEDBACK_REPORTS)[number], Figures> = {
    rates: ratesFigures(feedback.rates, t, lang),
    written: writtenFigures(feedback.questions, period, t, lang),
    texts: textsFigures(texts, t, lang),
  };
  return [
    ...feedback.questions
      .filter(({ about }) => about.kind !== 'text')
      .map((answered) => ({
        name: questionReport(answered.survey, answered.question),
        figures: questionFigures(answered, period, t, lang),
      })),
    ...FEEDBACK_REPORTS.map((name) => ({ name, figures: made[name] })),
  ];
}
