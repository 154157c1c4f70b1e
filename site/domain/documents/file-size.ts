// The size of a file in words: rounded up, so that what is too large never reads as if it fitted.
import type { T } from '../i18n/t.ts';

const KIB = 1024;
const MIB = KIB * KIB;

export function fileSize(bytes: number, t: T): string {
  if (bytes < MIB) return t('documents.size.kb', { size: Math.max(1, Math.ceil(bytes / KIB)) });
  const tenths = Math.ceil((bytes / MIB) * 10) / 10;
  return t('documents.size.mb', { size: String(tenths).replace('.', t('documents.size.point')) });
}
