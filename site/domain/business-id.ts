// The Finnish business ID (Y-tunnus): seven digits, a dash, a check digit; forgiving about how it is written, strict about the digit.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^\d{7}-\d$/;

/** What is wrong with a business ID, in any of the ways in which people write it; undefined when it is a good one. */
export function businessIdFault(text: string): 'format' | 'check_digit' | undefined {
  const id = normaliseBusinessId(text);
  if (!SHAPE.test(id)) return 'format';
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(id[place]), 0);
  const remainder = sum % 11;
  // Remainder 1 would ask for the check digit 10: such numbers are never given.
  if (remainder === 1) return 'check_digit';
  return Number(id[8]) === (11 - remainder) % 11 ? undefined : 'check_digit';
}

/**
 * A business ID as the register writes it, 0201256-6: also from a VAT number (FI02012566), with spaces, without the dash, or
 * with six digits before the dash, as old ones were. Anything else comes back trimmed and otherwise as it was written, so
 * that a form can show it again. Seven digits without a dash are left alone: rather a forgotten check digit than an old ID.
 */
export function normaliseBusinessId(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[\p{Dash_Punctuation}−]/gu, '-')
    .replace(/^FI-?/i, '');
  if (/^\d{8}$/.test(bare)) return `${bare.slice(0, 7)}-${bare.slice(7)}`;
  return /^\d{6,7}-\d$/.test(bare) ? bare.padStart(9, '0') : text.trim();
}
