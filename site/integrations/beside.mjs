// Runs a module in a process of its own, beside the build, which keeps one core busy; resolves with what the module sends.
// A process and not a thread: what a thread has used stays with the build, whose own peak comes later.
import { fork } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/** `patient`: nothing waits for it until the very end, so whatever else is to be done goes first. */
export function beside(module, given, { patient = false } = {}) {
  const child = fork(fileURLToPath(module), { execArgv: [] }); // what Node itself was told, a profile for one, is for the build
  if (patient) setPriority(child.pid, Math.min(getPriority() + 10, 19));
  const end = () => child.kill();
  process.once('exit', end);
  const answer = new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', end);
      reject(new Error(`${module} ended with ${code} and without an answer`));
    });
    child.send(given);
  });
  answer.catch(() => {}); // it is told when it is waited for, and may be waited for late
  return answer;
}
