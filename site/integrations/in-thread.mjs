// Runs a module in a thread of its own, beside the build, which keeps one core busy; resolves with what the module posts.
import { Worker } from 'node:worker_threads';

export function inThread(module, workerData) {
  const answer = new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(`${module} ended without an answer`)));
  });
  answer.catch(() => {}); // it is told when it is waited for, and may be waited for late
  return answer;
}
