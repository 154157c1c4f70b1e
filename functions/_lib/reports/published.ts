// What may be published of some months: asked of the database, which leaves out whatever is over fewer than five.
import type { Theme } from '#domain/content/service.ts';
import { daysOf, type Period } from '#domain/reports/period.ts';
import { serviceThemes } from '../catalogue.ts';
import { asSystem } from '../db.ts';
import type { AnsweredQuestion, ResponseRate } from './feedback-figures.ts';

/** Null in place of a figure over fewer than five. */
type Count = number | null;

export interface Published {
  months: { month: string; received: Count; answered: Count; due: Count; kept: Count }[];
  ends: { end: string; needs: Count }[];
  themes: {
    kind: 'theme' | 'no_service' | 'left_map';
    theme: Theme | null;
    needs: number;
    declined: Count;
    elsewhere: Count;
    nobody_helped: Count;
  }[];
  theme_months: { theme: Theme; month: string; needs: number }[];
  questions: AnsweredQuestion[];
  rates: ResponseRate[];
}

export const publishedFigures = async (period: Period, readers: 'steering' | 'public'): Promise<Published> =>
  (await asSystem().rpc('published_figures', {
    ...daysOf(period),
    p_themes: serviceThemes,
    p_readers: readers,
  })) as unknown as Published;
