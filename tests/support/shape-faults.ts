// What of a JSON-LD graph does not fit a table of shapes: too few or too many values, a value of another class or kind.
type Json = Record<string, unknown>;
export type Shapes = Record<string, Record<string, { min?: number; max?: number; class?: string; datatype?: string }>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const asList = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const typesOf = (node: Json): string[] => asList(node['@type']) as string[];

/** Nodes stand in the graph or inside one another; what each is may be said at any of its places. */
function allNodes(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(allNodes);
  if (!isObject(value) || '@value' in value) return [];
  return [value, ...Object.values(value).flatMap(allNodes)];
}

export function shapeFaults(graph: Json[], shapes: Shapes): string[] {
  const nodes = allNodes(graph);
  const types = Map.groupBy(nodes, (node) => node['@id']);
  const isA = (id: unknown, name: string) => (types.get(id) ?? []).some((node) => typesOf(node).includes(name));
  const valueFault = (value: unknown, shape: Shapes[string][string]): string | undefined => {
    const { '@id': id, '@type': type, '@language': lang } = isObject(value) ? value : ({} as Json);
    if (shape.class && !isA(id, shape.class)) return `${id ?? value} is no ${shape.class}`;
    const kind = lang ? 'rdf:langString' : type;
    return shape.datatype && kind !== shape.datatype ? `${JSON.stringify(value)} is no ${shape.datatype}` : undefined;
  };
  return nodes.flatMap((node) =>
    typesOf(node).flatMap((name) =>
      Object.entries(shapes[name] ?? {}).flatMap(([property, shape]) => {
        const values = asList(node[property]);
        const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
        return [
          ...(values.length < min || values.length > max ? [`${values.length} values`] : []),
          ...values.flatMap((value) => valueFault(value, shape) ?? []),
        ].map((fault) => `${node['@id']} (${name}) ${property}: ${fault}`);
      }),
    ),
  );
}
