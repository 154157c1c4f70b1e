// Every file of open data under /data/: its name, what is in it, and how it is made.
import { cpsvAp } from '#domain/open-data/cpsv-ap.ts';
import { csv } from '#domain/open-data/csv.ts';
import type { DataFileName } from '#domain/open-data/data-file-names.ts';
import { hsdsOrganization, hsdsService } from '#domain/open-data/hsds.ts';
import { ptvV11 } from '#domain/open-data/ptv-v11.ts';
import { ptvV12, ptvV12Faults } from '#domain/open-data/ptv-v12.ts';
import { eventRecord, providerRecord, row, serviceRecord } from '#domain/open-data/records.ts';
import type { LANGUAGES } from '#domain/routes.ts';
import { openContext, openEvents, openProviders, openServices } from './open-content.ts';
import { openData } from './open-data.ts';

type Site = URL | undefined;
type Make = (site: Site) => Promise<Response>;

const records = {
  services: async (site: Site) => (await openServices()).map((item) => serviceRecord(item, site?.href ?? '')),
  providers: async (site: Site) => (await openProviders()).map((item) => providerRecord(item, site?.href ?? '')),
  events: async (site: Site) => (await openEvents()).map((item) => eventRecord(item, site?.href ?? '')),
};
type Collection = keyof typeof records;

const asJson = (name: Collection) => async (site: Site) => openData({ [name]: await records[name](site) }, site);
const asCsv = (name: Collection) => async (site: Site) =>
  new Response(csv((await records[name](site)).map(row)), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

/** A build whose services the national register would refuse is stopped: they are meant to be sent there. */
async function ptv12(site: Site): Promise<Response> {
  const context = await openContext(site);
  const services = (await openServices()).map((service) => ptvV12(service, context));
  const faults = services.flatMap((service) =>
    ptvV12Faults(service).map((fault) => `content/services/${service.externalId}: as PTV v12: ${fault}`),
  );
  if (faults.length) throw new Error(faults.join('\n'));
  return Response.json(services);
}

async function ptv11(site: Site): Promise<Response> {
  const context = await openContext(site);
  return Response.json((await openServices()).map((service) => ptvV11(service, context)));
}

const hsds = (lang: (typeof LANGUAGES)[number]) => async (site: Site) => {
  const context = await openContext(site);
  return Response.json((await openServices()).map((service) => hsdsService(service, context, lang)));
};

async function organizations(site: Site): Promise<Response> {
  const context = await openContext(site);
  return Response.json(context.providers.map((provider) => hsdsOrganization(provider, context, 'fi')));
}

async function cpsv(site: Site): Promise<Response> {
  return Response.json(cpsvAp(await openServices(), await openContext(site)));
}

/** promises.json has a page of its own. */
export const DATA_FILES: Record<string, Make> = {
  'services.json': asJson('services'),
  'services.csv': asCsv('services'),
  'providers.json': asJson('providers'),
  'providers.csv': asCsv('providers'),
  'events.json': asJson('events'),
  'events.csv': asCsv('events'),
  'ptv-v12.json': ptv12,
  'ptv-v11.json': ptv11,
  'hsds.json': hsds('fi'),
  'hsds.sv.json': hsds('sv'),
  'hsds.en.json': hsds('en'),
  'hsds-organizations.json': organizations,
  'cpsv-ap.jsonld': cpsv,
} satisfies Record<Exclude<DataFileName, 'promises.json'>, Make>;
