import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Garment } from '../../src/domain/garment.js';
import { money } from '../../src/domain/money.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import { openKinds } from '../../src/styling/learned-kinds.js';
import type { ComposeOutfits, OutfitOutcome } from '../../src/styling/outfit-composer.js';
import { pieceOfGarment } from '../../src/styling/piece.js';
import { DEMO_SHOP } from '../support/demo-shop.js';
import { type InMemoryCatalogue, inMemoryCatalogue, projectVocabulary } from '../support/in-memory-catalogue.js';

const vocabulary = projectVocabulary();
const knowledge = createFashionKnowledge(vocabulary);
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const slotOf = ({ category }: Garment) => knowledge.category(category)?.slot;
const formalityOf = (garment: Garment) => pieceOfGarment(garment, knowledge)?.formality ?? 0;
const named = (garments: readonly Garment[]) => garments.map(({ title }) => title.en).join(' + ');

describe('what a stylist would not laugh at, in the demo shop', () => {
  let catalogue: InMemoryCatalogue;
  let compose: ComposeOutfits;
  beforeAll(async () => {
    catalogue = await inMemoryCatalogue(DEMO_SHOP);
    compose = createOutfitComposer({
      garments: catalogue.store,
      vocabulary,
      rates: { base: 'CNY', perUnit: {} },
      clock: () => new Date('2026-10-10T00:00:00Z'),
      kinds: await openKinds('models/outfits/kinds.json'),
    });
  });
  afterAll(() => catalogue.close());

  const dressed = (occasion: string, audience: string, season: string, yuan?: number): Promise<OutfitOutcome> =>
    compose({ occasion, audience, season, limit: 3, ...(yuan !== undefined && { budget: money(yuan, 'CNY') }) });
  /** Every outfit proposed while the occasion has not given way. */
  const proposed = async (occasion: string, audience: string, season: string, yuan?: number) => {
    const { outfits, relaxed } = await dressed(occasion, audience, season, yuan);
    return relaxed.some(({ facet }) => facet === 'occasions') ? [] : outfits.map(({ garments }) => garments);
  };

  it.each(['wedding', 'wedding_guest', 'banquet', 'formal'])(
    'no snow boots with a gown: the cheapest winter outfit for %s has shoes of its level, or the occasion gives way aloud',
    async (occasion) => {
      for (const yuan of [900, 1100, 1300, 1500, 2000, 4000]) {
        for (const garments of await proposed(occasion, 'women', 'winter', yuan)) {
          const shoes = garments.find((garment) => slotOf(garment) === 'footwear');
          expect(shoes && formalityOf(shoes), named(garments)).toBeGreaterThanOrEqual(0.5);
        }
      }
    },
  );

  it.each(['banquet', 'wedding', 'wedding_guest', 'interview', 'graduation', 'festival_cny', 'formal'])(
    'a man has whole outfits for %s in every season to choose from, no garment twice',
    async (occasion) => {
      for (const season of SEASONS) {
        const { outfits, relaxed } = await dressed(occasion, 'men', season);
        // Rather two that serve than a third that does not.
        expect([relaxed, outfits.length >= 2], season).toEqual([[], true]);
        const main = outfits.flatMap(({ garments }) =>
          garments.filter((garment) => ['top', 'onepiece', 'mid', 'outer'].includes(slotOf(garment) ?? '')),
        );
        expect(new Set(main.map(({ id }) => id)).size, season).toBe(main.length);
        for (const { garments } of outfits) {
          const slots = garments.map(slotOf);
          expect(slots, named(garments)).toContain('footwear');
          expect(slots.includes('bottom') || slots.includes('onepiece'), named(garments)).toBe(true);
        }
      }
    },
  );

  it.each(['boys', 'girls'])(
    '%s are dressed for a wedding, a graduation and the New Year without excuses',
    async (who) => {
      for (const [occasion, season] of [
        ['wedding_guest', 'summer'],
        ['wedding_guest', 'winter'],
        ['graduation', 'summer'],
        ['festival_cny', 'winter'],
        ['school', 'winter'],
        ['skiing', 'winter'],
        ['swimming', 'summer'],
      ] as const) {
        const { outfits, relaxed } = await dressed(occasion, who, season);
        expect([relaxed, outfits.length > 0], `${occasion} ${season}`).toEqual([[], true]);
      }
    },
  );

  it.each(['women', 'men'])('%s play golf in no denim, leather or satin, and carry no backpack', async (who) => {
    for (const season of ['spring', 'summer', 'autumn']) {
      for (const garments of await proposed('golf', who, season)) {
        const materials = garments.filter((one) => slotOf(one) !== 'footwear').map(({ material }) => material);
        for (const cloth of ['denim', 'leather', 'satin']) expect(materials, named(garments)).not.toContain(cloth);
        expect(garments.map(({ category }) => category)).not.toContain('backpack');
        expect(named(garments)).not.toMatch(/hiking/);
      }
    }
  });

  it.each(['women', 'men'])('%s run, ride and train in clothes and shoes made for it', async (who) => {
    for (const occasion of ['running', 'gym', 'yoga', 'cycling']) {
      for (const season of ['spring', 'summer', 'autumn']) {
        for (const garments of await proposed(occasion, who, season)) {
          const shoes = garments.find((garment) => slotOf(garment) === 'footwear');
          expect(shoes?.category, named(garments)).toBe('sports_shoes');
          expect(
            garments.map(({ material }) => material),
            named(garments),
          ).not.toContain('denim');
        }
      }
    }
  });

  it('one swims in what is made for it', async () => {
    const WATER = ['swimsuit', 'bikini', 'swim_trunks'];
    for (const who of ['women', 'men', 'girls', 'boys']) {
      const outfits = await proposed('swimming', who, 'summer');
      expect(outfits.length, who).toBeGreaterThan(0);
      for (const garments of outfits) {
        expect(
          garments.some(({ category }) => WATER.includes(category ?? '')),
          named(garments),
        ).toBe(true);
        expect(
          garments.some(({ category }) => category === 'sneakers'),
          named(garments),
        ).toBe(false);
      }
    }
  });

  it('nobody skis in shorts or leather trousers', async () => {
    for (const who of ['women', 'men']) {
      for (const garments of await proposed('skiing', who, 'winter')) {
        const legs = garments.find((garment) => slotOf(garment) === 'bottom');
        expect(legs?.material, named(garments)).toBe('technical');
      }
    }
  });

  it.each(['women', 'men'])('the New Year shows a festive colour on what is seen of %s', async (who) => {
    for (const garments of await proposed('festival_cny', who, 'winter')) {
      const mains = garments.map(({ colours }) => colours[0]);
      expect(
        mains.some((colour) => ['red', 'burgundy', 'maroon', 'gold', 'rose', 'orange'].includes(colour ?? '')),
      ).toBe(true);
    }
  });

  it('the New Year and the slopes are dressed for winter, whenever one asks', async () => {
    for (const occasion of ['festival_cny', 'skiing']) {
      const { outfits } = await compose({ occasion, audience: 'men', limit: 3 });
      expect(outfits.length).toBeGreaterThanOrEqual(2);
      for (const { garments } of outfits) {
        const out = garments.filter(({ seasons }) => !seasons.includes('winter') && !seasons.includes('all_season'));
        expect(named(out)).toBe('');
      }
    }
    // Unless one says otherwise, or the piece to be dressed round is of another season.
    const { outfits } = await compose({ occasion: 'festival_cny', audience: 'men', season: 'spring', limit: 1 });
    expect(
      outfits[0]?.garments.every(({ seasons }) => seasons.includes('spring') || seasons.includes('all_season')),
    ).toBe(true);
  });

  it.each(['banquet', 'wedding_guest', 'wedding', 'formal'])(
    'nobody carries a tote or a laptop to %s',
    async (occasion) => {
      for (const who of ['women', 'men']) {
        for (const season of SEASONS) {
          for (const garments of await proposed(occasion, who, season)) {
            const bag = garments.find((garment) => slotOf(garment) === 'bag');
            expect(['tote', 'laptop_bag', 'backpack', 'belt_bag'], named(garments)).not.toContain(bag?.category);
          }
        }
      }
    },
  );

  it('nobody is interviewed in red from neck to waist', async () => {
    for (const who of ['women', 'men']) {
      for (const season of SEASONS) {
        for (const garments of await proposed('interview', who, season)) {
          const large = garments.filter((garment) => ['onepiece', 'outer', 'mid'].includes(slotOf(garment) ?? ''));
          expect(
            large.map(({ colours }) => colours[0]),
            named(garments),
          ).not.toContain('red');
        }
      }
    }
  });

  it('over a suit goes a coat and no second jacket', async () => {
    for (const suit of DEMO_SHOP.filter(
      ({ category, sizes }) => category === 'suit' && sizes.some(({ stock }) => stock),
    )) {
      for (const season of ['autumn', 'winter']) {
        const { outfits } = await compose({ garmentId: suit.id, season, limit: 3 });
        for (const { garments } of outfits) {
          const over = garments.find((garment) => slotOf(garment) === 'outer');
          if (over)
            expect(['coat', 'trench_coat', 'down_jacket', 'padded_jacket', 'parka'], named(garments)).toContain(
              over.category,
            );
        }
      }
    }
  });

  it('mourners wear dark and white, and no argyle', async () => {
    for (const who of ['women', 'men']) {
      for (const garments of await proposed('funeral', who, 'autumn')) {
        expect(
          garments.map(({ pattern }) => pattern),
          named(garments),
        ).not.toContain('argyle');
        expect(garments.map(({ colours }) => colours[0])).not.toContain('burgundy');
      }
    }
  });

  it.each(['running', 'gym', 'yoga', 'home', 'daily', 'festival_cny', 'travel'])(
    'nobody wears ski trousers for %s',
    async (occasion) => {
      for (const audience of ['women', 'men']) {
        for (const garments of await proposed(occasion, audience, 'winter'))
          expect(named(garments)).not.toMatch(/ski trousers/i);
      }
    },
  );

  it.each(['boys', 'girls'])('%s wear no ski trousers to school', async (who) => {
    for (const garments of await proposed('school', who, 'winter')) {
      expect(named(garments)).not.toMatch(/ski trousers/i);
    }
  });

  it.each(['women', 'men'])('%s train indoors in winter without a coat or a scarf', async (who) => {
    for (const occasion of ['gym', 'yoga', 'dance']) {
      const { outfits, relaxed } = await dressed(occasion, who, 'winter');
      // That the winter named is left outside is said.
      expect([relaxed.map(({ message }) => message.id), outfits.length > 0], occasion).toEqual([
        ['style.aside.indoors'],
        true,
      ]);
      for (const { garments } of outfits) {
        const slots = garments.map(slotOf);
        for (const slot of ['outer', 'scarf', 'gloves']) expect(slots, named(garments)).not.toContain(slot);
      }
    }
  });

  it.each(['wedding', 'wedding_guest', 'banquet', 'formal', 'interview', 'funeral'])(
    'the cheapest bag for %s is of no denim or canvas',
    async (occasion) => {
      const cheapest = { audience: 'women', slots: ['onepiece', 'bag'] as const, thrifty: true, limit: 3 };
      for (const season of SEASONS) {
        const { outfits, relaxed } = await compose({ ...cheapest, occasion, season });
        if (relaxed.some(({ facet }) => facet === 'occasions')) continue;
        for (const { garments } of outfits) {
          const cloth = garments.filter((garment) => slotOf(garment) === 'bag').map(({ material }) => material);
          for (const plain of ['denim', 'canvas']) expect(cloth, named(garments)).not.toContain(plain);
        }
      }
    },
  );

  it('wears ski trousers for skiing', async () => {
    const skiers = await proposed('skiing', 'men', 'winter');
    expect(skiers.map(named).join()).toMatch(/ski trousers/i);
  });

  it.each(['women', 'men'])('dresses %s for the sea as in summer, whenever it is asked', async (audience) => {
    const { outfits, relaxed } = await compose({ occasion: 'beach', audience, limit: 3 });
    expect([relaxed, outfits.length > 0]).toEqual([[], true]);
    for (const { garments } of outfits) expect(named(garments)).not.toMatch(/sweater|coat|parka|boots|down/i);
  });

  it.each(['interview', 'funeral'])(
    'keeps the shine of an evening away from an %s, shoes and all',
    async (occasion) => {
      for (const audience of ['women', 'men']) {
        for (const garments of await proposed(occasion, audience, 'winter'))
          expect(named(garments)).not.toMatch(/satin|velvet|sequin/i);
      }
    },
  );

  it.each(['women', 'men'])('%s are interviewed with something light near the face', async (audience) => {
    for (const season of SEASONS) {
      const [best] = await proposed('interview', audience, season);
      const light = ['white', 'off_white', 'cream', 'light_blue', 'beige', 'light_grey'];
      const seen = best?.filter((garment) => !['footwear', 'bag'].includes(slotOf(garment) ?? ''));
      expect(
        seen?.some(({ colours }) => light.includes(colours[0] ?? '')),
        named(best ?? []),
      ).toBe(true);
    }
  });

  it.each(['women', 'men'])('%s carry no clutch and wear no corduroy to an interview', async (audience) => {
    for (const season of SEASONS) {
      for (const garments of await proposed('interview', audience, season))
        expect(named(garments)).not.toMatch(/clutch|corduroy/i);
    }
  });

  it.each(['women', 'men'])('%s hike in winter in kit, with legs and midriff covered', async (audience) => {
    const { outfits, relaxed } = await dressed('hiking', audience, 'winter');
    expect([relaxed, outfits.length > 0]).toEqual([[], true]);
    for (const { garments } of outfits)
      expect(named(garments)).not.toMatch(/shorts|sports bra|jeans|corduroy|snow boots/i);
  });

  it.each(['festival_cny', 'graduation', 'interview', 'funeral'])('nothing punk is worn to %s', async (occasion) => {
    for (const season of ['autumn', 'winter']) {
      for (const garments of await proposed(occasion, 'women', season))
        expect(garments.filter(({ styles }) => styles.length === 1 && styles[0] === 'punk')).toEqual([]);
    }
  });

  it.each(['wedding_guest', 'funeral', 'work', 'interview'])(
    'no trousers are stuffed into tall boots for %s',
    async (occasion) => {
      for (const garments of await proposed(occasion, 'women', 'winter'))
        expect(named(garments)).not.toMatch(/trousers.*knee-high boots/i);
    },
  );

  it.each(['concert', 'date', 'festival_cny', 'party'])('nobody stamps through the snow at a %s', async (occasion) => {
    for (const audience of ['women', 'men']) {
      for (const garments of await proposed(occasion, audience, 'winter'))
        expect(named(garments)).not.toMatch(/snow boots/i);
    }
  });

  it('in the rain at five degrees the way to work is walked in a coat or under an umbrella, not in a blazer', async () => {
    for (const audience of ['women', 'men', 'boys']) {
      const occasion = audience === 'boys' ? 'school' : 'work';
      const { outfits } = await compose({ occasion, audience, celsius: 5, rain: true, limit: 3 });
      for (const { garments } of outfits) expect(garments.map(({ category }) => category)).not.toContain('blazer');
    }
  });

  it.each(['women', 'men'])('every outfit shown to %s for an occasion may be called right for it', async (audience) => {
    for (const occasion of ['work', 'interview', 'date', 'hiking', 'graduation']) {
      const { outfits } = await dressed(occasion, audience, 'winter');
      for (const { garments, reasons } of outfits) {
        const said = JSON.stringify(reasons.map(({ message }) => message));
        expect(said, `${occasion}: ${named(garments)}`).toContain(`style.for.${occasion}`);
      }
    }
  });

  it('calls a summer dress no winter outfit, and says what season it is made for', async () => {
    const sundress = DEMO_SHOP.find(
      ({ category, seasons }) => category === 'dress' && seasons.length === 1 && seasons[0] === 'summer',
    );
    const { outfits, relaxed } = await compose({ garmentId: sundress?.id ?? '', season: 'winter', limit: 3 });
    expect(relaxed.map(({ message }) => message.id)).toContain('style.aside.season');
    const said = JSON.stringify(outfits.map(({ reasons }) => reasons));
    for (const claim of ['style.for-season', 'style.season.layers']) expect(said).not.toContain(claim);
  });

  it('swims in winter as one swims', async () => {
    const { outfits, relaxed } = await dressed('swimming', 'women', 'winter');
    expect(relaxed.map(({ message }) => message.id)).toEqual(['style.aside.indoors']);
    for (const { garments } of outfits) expect(named(garments)).toMatch(/swimsuit|bikini/i);
  });

  it('names only the limit that gave way', async () => {
    const chinos = DEMO_SHOP.filter(({ category, audience }) => category === 'chinos' && audience === 'men');
    const among = { bottom: chinos.map(({ id }) => id) };
    const { relaxed } = await compose({
      occasion: 'daily',
      audience: 'men',
      season: 'winter',
      among,
      limit: 1,
      slots: ['bottom', 'top'],
    });
    expect(relaxed.map(({ facet }) => facet)).toEqual(['seasons']);
  });

  it('calls no blazer warm enough for a winter outdoors', async () => {
    const { outfits } = await dressed('work', 'women', 'winter');
    for (const { garments, reasons } of outfits) {
      const outer = garments.find((garment) => slotOf(garment) === 'outer');
      if (outer?.category === 'blazer')
        expect(reasons.map(({ message }) => message.id)).not.toContain('style.season.layers');
    }
  });
});
