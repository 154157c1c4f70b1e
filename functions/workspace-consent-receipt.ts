// GET /workspace/sharing/:consent/receipt.json — workspace-consent-receipt: the receipt of a consent for machines, by ISO/IEC TS 27560.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace } from '#lib/workspace/door.ts';
import { giveReceipt } from '#lib/workspace/give-receipt.ts';

export const config: Config = { path: '/workspace/sharing/:consent/receipt.json' };

export default handle({ GET: getInWorkspace(giveReceipt) });
