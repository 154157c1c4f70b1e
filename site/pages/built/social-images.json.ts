// What the pictures of links say; the build draws them into dist/social.
import type { APIRoute } from 'astro';
import { drawnSocialImages } from '../../catalogue/social-images.ts';

export const GET: APIRoute = async () => Response.json(await drawnSocialImages());
