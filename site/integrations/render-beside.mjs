// Renders pages in a thread of its own, one after the other, with what the build has bundled; sends each page's bytes.
import { parentPort, workerData } from 'node:worker_threads';

const { createApp } = await import(workerData);
const app = createApp({ streaming: false });
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));

let last = Promise.resolve();
parentPort.on('message', (asked) => {
  last = last.then(() => render(asked));
});

async function render({ id, url, component }) {
  const response = await app.render(new Request(url), { routeData: routes.get(component) });
  const { status, headers } = response;
  const body = await response.arrayBuffer();
  parentPort.postMessage({ id, status, headers: [...headers], body }, [body]);
}
