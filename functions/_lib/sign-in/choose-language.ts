// The language of the pages behind a door: kept in this browser for a year; they are for one person and need no address a language.
import { isLanguage } from '#domain/routes.ts';
import { cookie } from '../cookies.ts';
import type { PostCall } from '../handle.ts';
import { LANGUAGE_COOKIE } from '../language.ts';
import { seeOther } from '../respond.ts';
import type { Door } from './door.ts';
import { ownPath } from './own-path.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const chooseLanguage =
  (door: Pick<Door<never>, 'paths'>) =>
  async ({ fields }: PostCall): Promise<Response> => {
    const { language, next } = fields;
    const chosen: Record<string, string> = isLanguage(language)
      ? { 'set-cookie': cookie(LANGUAGE_COOKIE, language, YEAR_SECONDS) }
      : {};
    return seeOther(ownPath(door, next), chosen);
  };
