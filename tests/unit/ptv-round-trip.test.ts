// A service that goes to the national register and comes back is the same there: export → import → export, over made-up services.
import { describe, expect, it } from 'vitest';
import { fromPtv } from '#domain/open-data/from-ptv.ts';
import { ptvV11 } from '#domain/open-data/ptv-v11.ts';
import { ptvV12 } from '#domain/open-data/ptv-v12.ts';
import { CONTEXT, madeService, PROVIDERS } from '../support/made-services.ts';
import { random } from '../support/random.ts';

const ours = { site: CONTEXT.site, providers: PROVIDERS.filter((id) => !id.startsWith('org-')).map((id) => ({ id })) };
const seeds = Array.from({ length: 500 }, (_, seed) => seed);

describe('interface 12', () => {
  it('gives the same body again, for 500 services', () => {
    for (const seed of seeds) {
      const first = ptvV12(madeService(random(seed)), CONTEXT);
      const second = ptvV12(fromPtv(JSON.parse(JSON.stringify(first)), ours).service, CONTEXT);
      expect(second, `seed ${seed}`).toEqual(first);
    }
  });

  it('loses nothing that the register can hold', () => {
    for (const seed of seeds) {
      const service = madeService(random(seed));
      const { service: back } = fromPtv(ptvV12(service, CONTEXT), ours);
      expect(back.texts.fi?.steps, `seed ${seed}`).toEqual(
        service.texts.fi.steps.map(({ what, who, time }) => ({ what: line(what), who: line(who), time: line(time) })),
      );
      expect(back.texts.sv?.keywords, `seed ${seed}`).toEqual(service.texts.sv.keywords);
      expect(back.producers, `seed ${seed}`).toEqual(service.producers);
      expect(back.responsible, `seed ${seed}`).toBe(service.responsible);
      expect(back.municipalities, `seed ${seed}`).toEqual(service.municipalities);
    }
  });
});

it('interface 11: what it takes is read back with the same facts and names', () => {
  for (const seed of seeds) {
    const service = madeService(random(seed));
    const { service: back } = fromPtv(ptvV11(service, CONTEXT), ours);
    const facts = ({ id, producers, responsible, serviceClasses, targetGroups, municipalities }: typeof back) => ({
      id,
      producers,
      responsible,
      serviceClasses,
      targetGroups,
      municipalities,
    });
    expect(facts(back), `seed ${seed}`).toEqual(facts(service));
    expect(back.texts.en?.name, `seed ${seed}`).toBe(service.texts.en.name);
  }
});

const line = (text: string) => text.replace(/\s+/g, ' ').trim();
