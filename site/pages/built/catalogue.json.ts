// The catalogue that functions import; the build moves it to functions/_lib/built/catalogue.json.
import type { APIRoute } from 'astro';
import { getCatalogue } from '../../catalogue/catalogue.ts';

export const GET: APIRoute = async () => Response.json(await getCatalogue());
