// POST /desk/sign-out — desk-sign-out: ends the session here, or everywhere.
import type { Config } from '@netlify/functions';
import { desk } from '#lib/desk/door.ts';
import { handle } from '#lib/handle.ts';
import { signOutOf } from '#lib/sign-in/sign-out.ts';

export const config: Config = { path: '/desk/sign-out' };

export default handle({ POST: signOutOf(desk) });
