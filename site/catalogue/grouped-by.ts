// The items of a list under each of their keys, in the list's order. The list is walked once, not once for each key.
export function groupedBy<Item>(
  list: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): (key: string) => Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of list)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return (key) => groups.get(key) ?? [];
}
