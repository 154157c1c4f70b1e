// Under which licence the open data is given, static files and those of functions alike.
export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;
