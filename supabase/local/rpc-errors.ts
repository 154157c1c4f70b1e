// The error bodies and statuses of PostgREST (its documentation, "Errors"), by which supabase-js fills `error`.
import pg from 'pg';

export interface ErrorBody {
  code?: string;
  message: string;
  details?: string | null;
  hint?: string | null;
}

export function refuse(status: number, { code = '', message, details = null, hint = null }: ErrorBody): Response {
  return Response.json({ code, details, hint, message }, { status });
}

/** The first prefix that fits decides. */
const STATUS: [RegExp, number][] = [
  [/^PT[1-5]\d\d$/, 0], // raised by our SQL to choose the status itself
  [/^08|^53400$|^53|^57P0/, 503],
  [/^23503$|^23505$/, 409],
  [/^25006$/, 405],
  [/^25|^2D|^38|^39|^3B|^40|^54|^55|^57|^58|^F0|^HV|^XX/, 500],
  [/^28/, 403],
  [/^P0001$/, 400],
  [/^P0/, 500],
  [/^42883$|^42P01$/, 404],
  [/^42P17$/, 500],
];

export function refuseFromDatabase(error: unknown, anonymous: boolean): Response {
  if (!(error instanceof pg.DatabaseError) || !error.code) return refuseConnection(error);
  const { code, message, detail, hint } = error;
  const body = { code, message, details: detail ?? null, hint: hint ?? null };
  if (code === '42501') return refuse(anonymous ? 401 : 403, body);
  const found = STATUS.find(([pattern]) => pattern.test(code));
  return refuse(found ? found[1] || Number(code.slice(2)) : 400, body);
}

/** No answer from the database at all: it is down, it went away in the middle, or every connection is busy. */
function refuseConnection(error: unknown): Response {
  if (error instanceof Error && error.message.startsWith('timeout exceeded')) {
    return refuse(504, { code: 'PGRST003', message: 'Timed out acquiring connection from connection pool.' });
  }
  return refuse(503, { code: 'PGRST001', message: 'Database connection error. Retrying the connection.' });
}
