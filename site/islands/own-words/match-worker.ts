// Finds services by own words in a thread of its own: neither the index (some 100 ms) nor a long text holds up the typing.
import { startConversation } from './conversation.ts';
import { loadFinder } from './load-finder.ts';
import type { Ask } from './messages.ts';

const hear = startConversation(loadFinder, (reply) => postMessage(reply));

addEventListener('message', ({ data }: MessageEvent<Ask>) => hear(data));
