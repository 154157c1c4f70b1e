// The files of open data under /data/, by name; how each is made stands in site/catalogue/data-files.ts.
export const DATA_FILE_NAMES = [
  'services.json',
  'services.csv',
  'providers.json',
  'providers.csv',
  'events.json',
  'events.csv',
  'promises.json',
  'ptv-v12.json',
  'ptv-v11.json',
  'hsds.json',
  'hsds.sv.json',
  'hsds.en.json',
  'hsds-organizations.json',
  'cpsv-ap.jsonld',
] as const;
export type DataFileName = (typeof DATA_FILE_NAMES)[number];
