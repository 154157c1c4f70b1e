// Data taken out, as SQL's api.workspace_take_out gives it: a list for each table, its rows as they are stored.
import type { CompanyCalled } from '../workspace/company.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

export interface TakenOut {
  scope: 'company' | 'person';
  company: CompanyCalled | null;
  /** For an owner alone. */
  company_data: Tables | null;
  person_data: Tables;
  taken_at: string;
}

export const text = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};
export const at = (row: Row, column: string): Date | null => (text(row, column) ? new Date(text(row, column)) : null);
