// POST /workspace/language — workspace-language: the language in which this browser sees the workspace from now on.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { chooseLanguage } from '#lib/sign-in/choose-language.ts';
import { workspace } from '#lib/workspace/door.ts';

export const config: Config = { path: '/workspace/language' };

export default handle({ POST: chooseLanguage(workspace) });
