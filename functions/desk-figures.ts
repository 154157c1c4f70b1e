// GET /desk/figures — desk-figures: load, ages, themes that nobody answers for and reasons of declining, for coordinators.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showFigures } from '#lib/desk/figures/show-figures.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: ['/desk/figures', '/desk/figures/'] };

export default handle({ GET: getAtDesk(showFigures) });
