// Stopping in order: on SIGTERM and SIGINT, when npm that started us is gone, or when starting failed.
type Closers = (() => unknown)[];

/** The closers are called last first. Returns the stop itself. */
export function onStop(say: (line: string) => void, closers: Closers): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;

  async function closeAll(code: number): Promise<void> {
    for (let close = closers.pop(); close; close = closers.pop()) {
      try {
        await close();
      } catch (error) {
        say(`While stopping: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (code === 0) say('Stopped');
    process.exit(code);
  }
  const stop = (code: number) => {
    stopping ??= closeAll(code);
    return stopping;
  };

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping && signal === 'SIGINT') process.exit(130); // Ctrl-C once more: at once
      if (!stopping) say('Stopping');
      void stop(0);
    });
  }
  // npm killed with SIGKILL passes nothing on, and would leave us holding the port.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) void stop(0);
    }, 500).unref();
  }
  process.stdout.on('error', () => {}); // whoever read our lines is gone
  process.stderr.on('error', () => {});
  process.on('unhandledRejection', (error) => console.error('Nobody waited for this failure:', error));
  return stop;
}
