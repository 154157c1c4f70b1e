// A text without what opens a need: the keys of our links and of reply addresses that a quoted letter brings along.

/** The key at the end of a link's address, also where a mail service has put that address into one of its own. */
const LINK = /((?:\/|%2f)l(?:\/|%2f))[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/gi;
const REPLY = /\b(reply(?:\+|%2b))[a-z2-7]{52}\b/gi;

/**
 * Whoever answers a letter quotes it, and no parser knows every mail program's way of quoting. What was said goes to others,
 * and with the writer's links they could act in the writer's name.
 */
export const withoutKeys = (text: string): string => text.replace(LINK, '$1…').replace(REPLY, '$1…');
