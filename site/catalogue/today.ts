// The day of the build in Helsinki: what is stale, past or to come is told as of it, so the site is built at least daily.
import { helsinkiDate } from '#domain/helsinki-time.ts';

export const today = (): string => helsinkiDate(new Date());
