// Some of a list by their ids, in the list's order. The list is walked once, not once for each page that picks from it.
export function pickerOf<Item extends { id: string }>(list: readonly Item[]): (ids: readonly string[]) => Item[] {
  const places = new Map(list.map(({ id }, place) => [id, place]));
  return (ids) =>
    [...new Set(ids)]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .map((place) => list[place] as Item);
}
