// Which page of a long list an address asks for: 1 for anything that is no page.
export function pageOf(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? 1);
  return Number.isSafeInteger(page) && page >= 1 && page <= 1000 ? page : 1;
}
