// Open data: one address for each file of the list in catalogue/data-files.ts.
import type { APIRoute } from 'astro';
import { DATA_FILES } from '../../catalogue/data-files.ts';

export const getStaticPaths = () => Object.keys(DATA_FILES).map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params, site }) => {
  const make = DATA_FILES[params.file ?? ''];
  if (!make) throw new Error(`no open data file is called ${params.file}`);
  return make(site);
};
