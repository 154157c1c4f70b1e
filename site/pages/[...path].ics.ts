// Calendar files, at their event's address with .ics at its end.
import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES } from '#domain/routes.ts';
import { calendarFiles } from '../catalogue/calendar-files.ts';

const SITE = import.meta.env.SITE;

export const getStaticPaths = (async () => {
  const files = await Promise.all(LANGUAGES.map((lang) => calendarFiles(lang, new URL(SITE))));
  return files.flat().map(({ path, text }) => ({
    params: { path: path.slice(1).replace(/\.ics$/, '') },
    props: { text },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
