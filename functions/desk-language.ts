// POST /desk/language — desk-language: the language in which this browser sees the desk from now on.
import type { Config } from '@netlify/functions';
import { desk } from '#lib/desk/door.ts';
import { handle } from '#lib/handle.ts';
import { chooseLanguage } from '#lib/sign-in/choose-language.ts';

export const config: Config = { path: '/desk/language' };

export default handle({ POST: chooseLanguage(desk) });
