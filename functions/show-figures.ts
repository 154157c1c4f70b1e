// GET /luvut, /sv/siffror, /en/figures — public-figures: needs and feedback of the last year, for everybody.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { showPublicFigures } from '#lib/reports/show-public-figures.tsx';

export const config: Config = {
  path: ['/luvut', '/luvut/', '/sv/siffror', '/sv/siffror/', '/en/figures', '/en/figures/'],
};

export default handle({ GET: showPublicFigures });
