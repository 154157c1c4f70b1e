// How long a database connection's own process has been at work: other programs on the machine, and waiting for them, are not in it.
import { readFileSync } from 'node:fs';

/** Milliseconds of processor time, where the kernel tells them (Linux). */
export function backendTime(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
