// GET /desk/figures/:file — desk-figures: one table of the desk's figures for a spreadsheet, as load.csv.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showFiguresFile } from '#lib/desk/figures/show-figures.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/figures/:file' };

export default handle({ GET: getAtDesk(showFiguresFile) });
