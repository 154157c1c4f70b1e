// One JSON line for each thing worth knowing. Never a form's content, a token or an address.
export type Level = 'info' | 'warning' | 'error';

export function log(
  level: Level,
  message: string,
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
): void {
  console[level === 'error' ? 'error' : 'log'](
    JSON.stringify({ level, message, at: new Date().toISOString(), ...facts }),
  );
}
