// The end of an address out of a name: “Palkkaan ensimmäisen työntekijän” → palkkaan-ensimmaisen-tyontekijan.
export const slugify = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
