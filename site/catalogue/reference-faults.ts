// References from one file to another that lead nowhere, stand twice, or contradict each other.
import { type Entry, itemOf, type RawContent } from './raw-content.ts';

type Folder = 'services' | 'providers' | 'promises';

/** Each in the form `file: field: what is wrong`. */
export function referenceFaults(raw: RawContent): string[] {
  const ids = (entries: Entry<unknown>[]) => new Set(entries.map(({ id }) => itemOf(id)?.item));
  const known = { services: ids(raw.services), providers: ids(raw.providers), promises: ids(raw.promises) };

  /** `own` is the item itself, which must not be named by its own file. */
  function inField(file: string, field: string, to: Folder, names: string[] = [], own?: string): string[] {
    return names.flatMap((name, at) => {
      if (!known[to].has(name)) return [`${file}: ${field}: there is no content/${to}/${name}.fi.md`];
      if (names.indexOf(name) !== at) return [`${file}: ${field}: ${name} stands twice`];
      return name === own ? [`${file}: ${field}: a service cannot name itself`] : [];
    });
  }

  return [
    ...raw.services.flatMap(({ id, data }) => {
      const file = `content/services/${id}.md`;
      const own = itemOf(id)?.item;
      const places = data.channels.flatMap((channel) => (channel.kind === 'place' ? [channel.provider] : []));
      return [
        ...inField(file, 'providers', 'providers', data.providers),
        ...inField(file, 'promise', 'promises', [data.promise]),
        ...inField(file, 'checked.by', 'providers', [data.checked.by]),
        ...inField(file, 'channels', 'providers', places),
        ...inField(file, 'before', 'services', data.before, own),
        ...inField(file, 'after', 'services', data.after, own),
        ...inField(file, 'related', 'services', data.related, own),
        ...producerFaults(file, data),
      ];
    }),
    ...raw.events.flatMap(({ id, data }) => [
      ...inField(`content/events/${id}.md`, 'providers', 'providers', data.providers),
      ...inField(`content/events/${id}.md`, 'services', 'services', data.services),
    ]),
    ...raw.experiences.flatMap(({ id, data }) => [
      ...inField(`content/experiences/${id}.md`, 'service', 'services', [data.service]),
      ...inField(`content/experiences/${id}.md`, 'provider', 'providers', [data.provider]),
    ]),
    ...raw.tools.flatMap(({ id, data }) => inField(`content/tools/${id}.md`, 'services', 'services', data.services)),
    ...raw.alerts.flatMap(({ id, data }) => inField(`content/alerts/${id}.md`, 'services', 'services', data.services)),
  ];
}

type Made = Pick<RawContent['services'][number]['data'], 'providers' | 'responsible' | 'producers'>;

/** Every provider makes the service in one way, and the responsible one is among them. */
export function producerFaults(file: string, { providers, responsible, producers }: Made): string[] {
  const made = [...producers.self, ...producers.procured, ...producers.other];
  return [
    ...(providers.includes(responsible) ? [] : [`${file}: responsible: ${responsible} is not one of providers`]),
    ...made.filter((id) => !providers.includes(id)).map((id) => `${file}: producers: ${id} is not one of providers`),
    ...made.filter((id, at) => made.indexOf(id) !== at).map((id) => `${file}: producers: ${id} stands twice`),
    ...providers
      .filter((id) => !made.includes(id))
      .map((id) => `${file}: producers: ${id} is missing: put it under self, procured or other`),
  ];
}
