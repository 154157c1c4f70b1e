// The ids that the site gives to headings, as github-slugger makes them: words in lower case, joined by hyphens, repeated ones numbered.

export function headingIds(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const id = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(id);
    seen.set(id, (before ?? 0) + 1);
    return before === undefined ? id : `${id}-${before}`;
  });
}
