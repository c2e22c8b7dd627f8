import { type Constraints, isUnconstrained, statedIds } from '../../../domain/constraints.js';
import type { Garment } from '../../../domain/garment.js';
import { convert, type Money } from '../../../domain/money.js';
import type { Message, Outfit, Reason } from '../../../domain/reply.js';
import type { Dressing, OutfitBrief, SessionState } from '../../../domain/session.js';
import type { OutfitRequest } from '../../../styling/outfit-composer.js';
import { isNote } from '../../../styling/relaxation-ladder.js';
import type { Answer, TurnInHand } from '../../answer.js';
import { formalitySteps } from '../../track/critique-facets.js';
import { FORMALITY_ASKED, FORMALITY_LEVELS } from '../../track/facet-ladders.js';
import { type OutfitChange, piecesOf } from '../../track/outfit-change.js';
import { requestFor } from '../../track/outfit-request.js';
import { slotOf } from '../../track/outfit-slots.js';
import { occasionAndRain } from '../../track/outfit-weather.js';
import { withoutUndefined } from '../../track/without-undefined.js';
import { traitOfOutfit } from '../compare-traits.js';
import { varied } from '../find.js';
import { wishedAmong } from './choose-pieces.js';
import { briefOf, distinct, inOrder, OUTFITS, present, unchanged } from './present-outfits.js';

/** The everyday: below it come nightwear and sport, which nobody means by "more casual". */
const LEAST_FORMAL = 1;

/** "Cheaper" is to be felt; where nothing is that much cheaper, any saving counts. */
const SAVINGS = [0.85, 0.999];

export async function changeWhole(
  turn: TurnInHand,
  dressing: Dressing,
  change: Extract<OutfitChange, { kind: 'whole' }>,
): Promise<Answer> {
  const { scope, session } = turn;
  const price = change.critiques.find(({ facet }) => facet === 'price');
  const others = change.critiques.filter(({ facet }) => facet !== 'price');
  const briefs = briefsFor(turn, dressing, change, others.length > 0);
  if (briefs.length === 0) return unchanged(turn, change.at, { id: 'outfit.furthest' });
  if (price) return changePrice(turn, dressing, briefs[0] ?? briefOf(dressing), price.direction, change.at);
  const within = await sameOccasion(turn, dressing, change);
  if (within) return within;
  for (const brief of briefs) {
    const among = await wishedAmong(turn, brief);
    const request = requestFor(turn, session, brief);
    const outcome = await scope.composeOutfits({ ...request, among: { ...request.among, ...among }, limit: OUTFITS });
    const last = brief === briefs.at(-1);
    if (outcome.outfits.length === 0 || (!last && !outcome.relaxed.every(isNote))) continue;
    const values = { count: outcome.outfits.length };
    const same = outcome.outfits.every((outfit) => isShown(outfit, session));
    return present(turn, { ...brief, without: dressing.without }, outcome.outfits, {
      said: [same ? { id: 'outfit.already', values } : { id: varied(turn, 'outfit.changed'), values }],
      relaxed: outcome.relaxed,
    });
  }
  return unchanged(turn, change.at, { id: 'outfit.no-change' });
}

/** So many outfits are looked through for plainer or dressier ones, and so much is felt, of 0 to 1. */
const WIDER = 6;
const FELT = 0.04;

/** "Not too formal", of an interview: what is plainer and still right for the interview, where there is such. */
async function sameOccasion(
  turn: TurnInHand,
  dressing: Dressing,
  { critiques, stated, at }: Extract<OutfitChange, { kind: 'whole' }>,
): Promise<Answer | undefined> {
  const { scope, session } = turn;
  const [critique, ...more] = critiques;
  if (critique?.facet !== 'formality' || more.length > 0 || dressing.occasion === undefined) return undefined;
  if (!isUnconstrained(stated)) return undefined;
  const brief = briefOf(dressing);
  const request = requestFor(turn, session, brief);
  const among = { ...request.among, ...(await wishedAmong(turn, brief)) };
  const { outfits, relaxed } = await scope.composeOutfits({ ...request, among, limit: OUTFITS * WIDER });
  const by = { facet: 'formality', direction: critique.direction } as const;
  const level = (garments: readonly Garment[]): number =>
    traitOfOutfit(by, garments, scope.vocabulary)?.value ?? Number.NEGATIVE_INFINITY;
  const now = level(piecesOf(turn, at));
  const further = outfits.filter(({ garments }) => level(garments) > now + FELT).slice(0, OUTFITS);
  if (!relaxed.every(isNote) || further.length === 0) return undefined;
  return present(turn, { ...brief, without: dressing.without }, further, {
    said: [{ id: varied(turn, 'outfit.changed'), values: { count: further.length } }],
    relaxed: [],
  });
}

function isShown({ garments }: Outfit, { outfits }: SessionState): boolean {
  const ids = garments.map(({ id }) => id);
  return outfits.some((shown) => shown.length === ids.length && shown.every((id) => ids.includes(id)));
}

/** The brief with what was said of the whole, and further steps of "more formal" where the first finds nothing. */
function briefsFor(
  turn: TurnInHand,
  dressing: Dressing,
  { critiques, stated, at }: Extract<OutfitChange, { kind: 'whole' }>,
  critiqued: boolean,
): OutfitBrief[] {
  const { scope } = turn;
  const weather = occasionAndRain(occasionsOf(stated, dressing), dressing.occasion);
  const [season] = statedIds(stated, 'seasons');
  const [audience] = statedIds(stated, 'audience');
  const budget = stated.price?.max && convert(stated.price.max, scope.currency, scope.rates);
  const avoid = [...(dressing.avoidColours ?? []), ...statedIds(stated.exclude, 'colours')];
  const { budget: before, ...kept } = briefOf(dressing);
  const freed = turn.heard.understood.relaxed.includes('price');
  const brief: OutfitBrief = withoutUndefined({
    ...kept,
    ...weather,
    ...(season === undefined ? {} : { season }),
    ...(audience === undefined ? {} : { audience }),
    ...(typeof stated.size === 'string' ? { size: stated.size } : {}),
    ...(budget ? { budget } : before && !freed ? { budget: before } : {}),
    ...(avoid.length > 0 ? { avoidColours: [...new Set(avoid)] } : {}),
  });
  if (!critiqued) return [brief];
  const warmth = critiques.find(({ facet }) => facet === 'warmth');
  const formality = critiques.find(({ facet }) => facet === 'formality');
  const seasoned = warmth ? { ...brief, season: warmth.direction === 'more' ? 'winter' : 'summer' } : brief;
  if (!formality) return warmth ? [seasoned] : [brief];
  const level = formalityOf(turn, dressing, at);
  const everyday = FORMALITY_ASKED.slice(0, LEAST_FORMAL);
  const steps = formalitySteps(level, formality.direction).filter((asked) => !everyday.includes(asked));
  return steps.flatMap(([first]) => (first === undefined ? [] : [{ ...seasoned, occasion: first }]));
}

/** "More festive", of a wedding or the New Year, means that feast and no other. */
function occasionsOf(stated: Constraints, { occasion }: Dressing): string[] {
  const asked = statedIds(stated, 'occasions');
  return FEASTS.has(occasion ?? '') ? asked.filter((id) => id !== 'festival') : [...asked];
}

const FEASTS: ReadonlySet<string> = new Set(['festival_cny', 'wedding', 'wedding_guest', 'party', 'banquet']);

function formalityOf(turn: TurnInHand, dressing: Dressing, at: number): number {
  const asked = FORMALITY_LEVELS.findIndex((ids) => ids.includes(dressing.occasion ?? ''));
  if (asked >= 0) return asked;
  const levels = piecesOf(turn, at)
    .flatMap(({ occasions }) => occasions.map((id) => FORMALITY_LEVELS.findIndex((ids) => ids.includes(id))))
    .filter((level) => level >= 0)
    .sort((a, b) => a - b);
  return levels[Math.floor((levels.length - 1) / 2)] ?? 1;
}

/** Cheaper as a whole: the dearest piece swapped first, then dressed anew for less; never above what it cost. */
async function changePrice(
  turn: TurnInHand,
  dressing: Dressing,
  brief: OutfitBrief,
  direction: 'less' | 'more',
  at: number,
): Promise<Answer> {
  const { scope, session } = turn;
  const pieces = piecesOf(turn, at);
  const total = totalOf(pieces, turn);
  const among = await wishedAmong(turn, brief);
  const asked = requestFor(turn, session, brief);
  // What was swapped away stays away, one's own jeans among it.
  const request = { ...asked, without: [...(asked.without ?? []), ...dressing.without] };
  const ask = async (more: Partial<OutfitRequest>): Promise<readonly Outfit[]> => {
    const outcome = await scope.composeOutfits({
      ...request,
      among: { ...request.among, ...among },
      limit: OUTFITS,
      ...more,
    });
    const better = ({ total: sum }: Outfit): boolean =>
      direction === 'less' ? sum.minorUnits < total.minorUnits : sum.minorUnits > total.minorUnits;
    return outcome.relaxed.every(isNote) ? outcome.outfits.filter(better) : [];
  };
  const found: Outfit[] = [];
  if (direction === 'less') {
    for (const share of SAVINGS) {
      const budget = { ...total, minorUnits: Math.floor(total.minorUnits * share) };
      const dearest = dearestPiece(pieces, brief, turn);
      const slot = slotOf(dearest?.category ?? null, scope.vocabulary);
      if (dearest && slot !== undefined) {
        const keep = pieces.filter((piece) => piece !== dearest).map(({ id }) => id);
        found.push(
          ...(await ask({ keep, slots: [slot], budget, without: [...request.without, dearest.id], limit: 1 })),
        );
      }
      found.push(...(await ask({ budget })));
      if (found.length > 0) break;
    }
  } else found.push(...(await ask({ limit: OUTFITS * 4 })));
  const outfits = distinct(found).slice(0, OUTFITS);
  const [first] = outfits;
  if (!first) return unchanged(turn, at, { id: direction === 'less' ? 'outfit.no-cheaper' : 'outfit.no-dearer' });
  const saved = { ...total, minorUnits: Math.abs(total.minorUnits - first.total.minorUnits) };
  const said: Message = {
    id: direction === 'less' ? 'outfit.cheaper' : 'outfit.dearer',
    values: { count: outfits.length, difference: { kind: 'money', money: saved } },
  };
  const ordered = outfits.map((outfit) => ({
    ...inOrder(outfit, pieces, turn),
    reasons: outfit.reasons.flatMap((reason) => ofOwnBudget(reason, outfit, brief)),
  }));
  return present(turn, { ...brief, without: dressing.without }, ordered, { said: [said], relaxed: [] });
}

/** The ceiling that found them was ours: a card speaks of the shopper's budget, where there is one and it is kept. */
function ofOwnBudget(reason: Reason, { total }: Outfit, { budget }: OutfitBrief): Reason[] {
  if (reason.facet !== 'price') return [reason];
  if (budget === undefined || total.minorUnits > budget.minorUnits) return [];
  const values = { ...reason.message.values, budget: { kind: 'money' as const, money: budget } };
  return [{ ...reason, message: { ...reason.message, values } }];
}

function dearestPiece(pieces: readonly Garment[], brief: OutfitBrief, turn: TurnInHand): Garment | undefined {
  const cost = (garment: Garment): number => totalOf([garment], turn).minorUnits;
  return pieces.filter(({ id }) => id !== brief.garmentId).sort((a, b) => cost(b) - cost(a))[0];
}

function totalOf(garments: readonly Garment[], { scope }: TurnInHand): Money {
  const minorUnits = garments.reduce(
    (sum, { price }) => sum + ((price && convert(price, scope.currency, scope.rates)?.minorUnits) ?? 0),
    0,
  );
  return { minorUnits, currency: scope.currency };
}
