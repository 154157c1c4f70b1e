// The service map in each language for the function that narrows it; the build moves it to functions/_lib/built.
import type { APIRoute } from 'astro';
import { getServiceMap } from '../../catalogue/service-map.ts';

export const GET: APIRoute = async () =>
  Response.json({ fi: await getServiceMap('fi'), sv: await getServiceMap('sv'), en: await getServiceMap('en') });
