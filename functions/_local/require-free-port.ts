// Asks for the port before anything slow is done, and says what to do when somebody else has it.
import { createServer } from 'node:net';

export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `Port ${port} of ${host} is taken by another program.`,
        EACCES: `Port ${port} needs rights that this user has not.`,
        EADDRNOTAVAIL: `This machine has no address ${host}.`,
      };
      reject(
        new Error(
          `${why[error.code ?? ''] ?? error.message} Choose others with PORT and HOST, for instance: PORT=8889 npm start`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
