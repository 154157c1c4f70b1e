// Codes that are not on their lists, and the national register's rules on them.
import { CODE_LISTS, type CodeListName, codesOf } from '#domain/codes/code-lists.ts';
import type { RawContent } from './raw-content.ts';

/** The national register takes at most this many service classes. */
const MOST_CLASSES = 4;

/** Each in the form `file: field: what is wrong`. */
export function codeFaults({ services, providers }: Pick<RawContent, 'services' | 'providers'>): string[] {
  return [
    ...services.flatMap(({ id, data }) => {
      const file = `content/services/${id}.md`;
      const classes = data.serviceClasses.length;
      return [
        ...offList(file, 'businessEvents', data.businessEvents),
        ...offList(file, 'serviceClasses', data.serviceClasses),
        ...offList(file, 'targetGroups', data.targetGroups),
        ...offList(file, 'municipalities', data.municipalities),
        ...(classes > MOST_CLASSES ? [`${file}: serviceClasses: at most ${MOST_CLASSES}, not ${classes}`] : []),
        ...(data.targetGroups.some((group) => group.startsWith('KR2.'))
          ? []
          : [`${file}: targetGroups: KR2 needs a sub-group, for example KR2.3`]),
      ];
    }),
    ...providers.flatMap(({ id, data }) =>
      offList(`content/providers/${id}.md`, 'municipalities', data.municipalities),
    ),
  ];
}

function offList(file: string, name: CodeListName, codes: string[]): string[] {
  const known = codesOf(name);
  const { list, version } = CODE_LISTS[name];
  return codes.flatMap((code, at) => {
    if (!known.includes(code))
      return [`${file}: ${name}: ${code} is not on the list ${list} ${version}; known: ${known.join(', ')}`];
    return codes.indexOf(code) === at ? [] : [`${file}: ${name}: ${code} stands twice`];
  });
}
