// POST /desk/language — desk-language: the language in which this browser sees the desk from now on.
import type { Config } from '@netlify/functions';
import { chooseLanguage } from '#lib/desk/choose-language.ts';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/language' };

export default handle({ POST: chooseLanguage });
