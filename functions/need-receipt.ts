// GET /r/:receipt — the receipt of a sent need: all it shows stands, signed, in its address.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { receiptResponse } from '#lib/receipt-response.tsx';

export const config: Config = { path: '/r/:receipt' };

export default handle({ GET: receiptResponse });
