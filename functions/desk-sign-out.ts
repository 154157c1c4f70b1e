// POST /desk/sign-out — desk-sign-out: ends the session here, or everywhere.
import type { Config } from '@netlify/functions';
import { signOut } from '#lib/desk/sign-out.ts';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/sign-out' };

export default handle({ POST: signOut });
