// The texts that providers are asked to confirm; the build moves them to functions/_lib/built/published-texts.json.
import type { APIRoute } from 'astro';
import { getPublishedTexts } from '../../catalogue/published-texts.ts';

export const GET: APIRoute = async () => Response.json(await getPublishedTexts());
