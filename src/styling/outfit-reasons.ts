import type { Money } from '../domain/money.js';
import type { Message, MessageValue, Reason } from '../domain/reply.js';
import { colourGround } from './colour-reason.js';
import { areaOf, ensembleClo, meanFormality } from './ensemble-terms.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import { facet, type Ground } from './ground.js';
import type { KindsTogether } from './kinds-together.js';
import { LAYER_ORDER } from './knowledge/categories.js';
import { OCCASIONS } from './knowledge/occasions.js';
import { SEASONS } from './knowledge/seasons.js';
import { pairTerms } from './pair-affinity.js';
import type { Piece } from './piece.js';
import { type Brief, occasionFit, rightForOccasion } from './piece-suitability.js';
import { wearableIn } from './season-now.js';

export interface ReasonContext {
  readonly brief: Brief;
  readonly knowledge: FashionKnowledge;
  readonly kinds: KindsTogether;
  /** What is to be paid, and what it might cost, in one currency. */
  readonly total: Money;
  readonly budget: Money | undefined;
}

/** One line of why, then as many further grounds. */
const FURTHER = 2;

/**
 * Why these pieces: first one line of the colours and the purpose together, then the further terms that
 * decided, strongest first. Every reason names facts of the pieces at hand.
 */
export function outfitReasons(pieces: readonly Piece[], context: ReasonContext): Reason[] {
  const colour = colourGround(pieces, context.brief);
  const purpose = purposeGround(pieces, context);
  const further = [
    patternGround(pieces),
    layersGround(pieces, context.brief),
    formalityGround(pieces, context.brief),
    styleGround(pieces),
    kindsGround(pieces, context.kinds),
    occasionColourGround(pieces, context.brief),
    priceGround(context),
  ].flatMap((ground) => ground ?? []);
  const line = colour && purpose ? joined(colour, purpose) : (colour ?? purpose);
  // Nothing stands out, and that is what can be said: it came first as a whole.
  if (line === undefined && further.length === 0)
    return [{ facet: 'harmony', id: 'whole', message: { id: 'style.whole' } }];
  const chosen = further.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  return [...(line ? [line] : []), ...chosen.slice(0, line ? FURTHER : FURTHER + 1)].map(({ facet, id, message }) => ({
    facet,
    id,
    message,
  }));
}

function joined(first: Ground, second: Ground): Ground {
  const values = { first: asValue(first.message), second: asValue(second.message) };
  return { ...first, message: { id: 'style.line', values } };
}

const asValue = (message: Message): MessageValue => ({ kind: 'message', message });

/** The occasion asked for, else one that every piece is made for, else the season. */
function purposeGround(pieces: readonly Piece[], { brief, knowledge }: ReasonContext): Ground | undefined {
  const occasion = brief.occasion ?? sharedOccasion(pieces);
  if (occasion !== undefined && isRightFor(pieces, occasion, brief, knowledge)) {
    const id = OCCASIONS[occasion] === undefined ? 'style.for.named' : `style.for.${occasion}`;
    const message = { id, values: { occasion: facet('occasions', occasion) } };
    return { facet: 'occasions', id: occasion, strength: 0.9, message };
  }
  if (brief.season === undefined || !isWarmEnough(pieces, brief.season)) return undefined;
  const message = { id: 'style.for-season', values: { season: facet('seasons', brief.season) } };
  return { facet: 'season', id: brief.season, strength: 0.6, message };
}

/** Half of what the season asks is enough indoors, and nothing to claim that it is right for the season. */
function isWarmEnough(pieces: readonly Piece[], season: string): boolean {
  if (!isOfSeason(pieces, season)) return false;
  const [least, most] = SEASONS[season]?.clo ?? [0, Number.POSITIVE_INFINITY];
  const clo = ensembleClo(pieces);
  return clo >= least && clo <= most;
}

/** A sundress under a coat is no winter outfit, however warm the coat. */
function isOfSeason(pieces: readonly Piece[], season: string): boolean {
  return pieces.every(({ kind, seasons }) => areaOf(kind.slot) < WORN_AREA || wearableIn(seasons, season));
}

const WORN_AREA = 0.45;

/** Occasions one dresses for; the others (a trip, a day at school) are no reason where nobody named them. */
const DRESSED_FOR = ['work', 'interview', 'formal', 'banquet', 'party', 'date', 'wedding_guest', 'sports', 'beach'];

function sharedOccasion(pieces: readonly Piece[]): string | undefined {
  const telling = pieces.filter((piece) => piece.occasions.length > 0);
  if (telling.length < 2) return undefined;
  const shared = (telling[0]?.occasions ?? []).filter((id) => telling.every((piece) => piece.occasions.includes(id)));
  return shared.find((id) => DRESSED_FOR.includes(id)) ?? shared.find((id) => id === 'daily');
}

/** Neither named for an occasion nor far from it. */
const SERVES = 0.5;

/** Whether a whole outfit may be called right for the occasion asked for; true where none is. */
export function servesOccasion(pieces: readonly Piece[], brief: Brief, knowledge: FashionKnowledge): boolean {
  return brief.occasion === undefined || isRightFor(pieces, brief.occasion, brief, knowledge);
}

/** Claimed only where two thirds of what is seen serve the occasion, at its level of formality. */
function isRightFor(pieces: readonly Piece[], occasion: string, brief: Brief, knowledge: FashionKnowledge): boolean {
  if (knowledge.occasion(occasion) === undefined || !fitsLevel(pieces, occasion, knowledge)) return false;
  const known = knowledge.occasion(occasion);
  const line = brief.occasion === occasion ? [occasion, ...brief.occasionLine] : [occasion];
  const told = pieces.filter(({ kind, occasions }) => areaOf(kind.slot) > 0.4 && occasions.length > 0);
  // In the rain one thing that keeps it off is what matters.
  if (occasion === 'rainy_day') return pieces.some(({ occasions }) => occasions.includes(occasion));
  const strict = { ...brief, occasion, occasionKnowledge: known, occasionLine: line, strictOccasion: true };
  const serve = told.filter((piece) => {
    if (!rightForOccasion(piece, strict)) return false;
    if (piece.occasions.some((id) => line.includes(id))) return true;
    return occasionFit(piece, { occasion, occasionKnowledge: known, occasionLine: line }) >= SERVES;
  });
  return 3 * serve.length >= 2 * told.length;
}

function fitsLevel(pieces: readonly Piece[], occasion: string, knowledge: FashionKnowledge): boolean {
  const range = knowledge.occasion(occasion)?.formality;
  const mean = meanFormality(pieces);
  return range === undefined || (mean >= range[0] - 0.15 && mean <= range[1] + 0.15);
}

/** Loud, and no print or weave: holes, trims and blocks of colour. */
const NO_PATTERN = new Set(['ripped', 'colour_block', 'cutout', 'fringe', 'patchwork', 'beaded', 'sequin', 'gradient']);
/** Up to here a cloth reads as plain. */
const PLAIN = 0.2;

/** One loud piece among plain ones. */
function patternGround(pieces: readonly Piece[]): Ground | undefined {
  const loud = pieces.filter((piece) => piece.loud);
  const [only] = loud;
  if (loud.length !== 1 || !only || only.patternId === null || NO_PATTERN.has(only.patternId)) return undefined;
  if (pieces.some((piece) => piece !== only && piece.pattern.loudness > PLAIN)) return undefined;
  const values = { pattern: facet('pattern', only.patternId), category: facet('category', only.category) };
  return { facet: 'pattern', id: only.patternId, strength: 0.85, message: { id: 'style.pattern.one', values } };
}

/** Insulation from which a layer keeps the winter out, in clo. */
const A_COAT = 0.42;

/** A blazer is open at the neck, however thick its wool. */
export function isCoat({ category, clo }: Piece): boolean {
  return category !== 'blazer' && clo >= A_COAT;
}

/** Layers in the cold, light pieces in the heat. */
function layersGround(pieces: readonly Piece[], { season }: Brief): Ground | undefined {
  const target = season === undefined ? undefined : SEASONS[season];
  if (season === undefined || target === undefined) return undefined;
  const clo = ensembleClo(pieces);
  if (clo < target.clo[0] || clo > target.clo[1] || !isOfSeason(pieces, season)) return undefined;
  const value = facet('seasons', season);
  const layers = pieces
    .filter((piece) => piece.kind.covers.includes('torso'))
    .sort((a, b) => layerOf(b.kind.slot) - layerOf(a.kind.slot));
  const outermost = layers.find(({ kind }) => kind.slot === 'outer' || kind.slot === 'mid');
  const under = layers.find((piece) => piece !== outermost);
  if (target.outer === 'wanted' && !(outermost && isCoat(outermost))) return undefined;
  if (target.outer !== 'none' && outermost && under) {
    const values = {
      season: value,
      outer: facet('category', outermost.category),
      inner: facet('category', under.category),
    };
    return {
      facet: 'season',
      id: season,
      strength: target.outer === 'wanted' ? 0.8 : 0.6,
      message: { id: 'style.season.layers', values },
    };
  }
  const light = pieces.find(
    (piece) =>
      piece.material !== null &&
      ['linen', 'cotton_linen', 'chiffon', 'silk', 'ice_silk', 'cotton'].includes(piece.material),
  );
  if (target.outer !== 'none' || !light || light.material === null) return undefined;
  const values = {
    season: value,
    material: facet('material', light.material),
    category: facet('category', light.category),
  };
  return { facet: 'season', id: season, strength: 0.55, message: { id: 'style.season.light', values } };
}

function layerOf(slot: string): number {
  return (LAYER_ORDER as readonly string[]).indexOf(slot);
}

/** Two telling pieces of one level, said only of levels that are noticed. */
function formalityGround(pieces: readonly Piece[], { occasionKnowledge }: Brief): Ground | undefined {
  const worn = pieces.filter((piece) => areaOf(piece.kind.slot) >= 0.4);
  const levels = worn.map((piece) => piece.formality);
  const spread = Math.max(...levels) - Math.min(...levels);
  const mean = levels.reduce((total, level) => total + level, 0) / levels.length;
  const [first, second] = worn;
  if (!first || !second || spread > 0.3) return undefined;
  const level = mean >= 0.6 ? 'dressy' : mean <= 0.28 ? 'relaxed' : undefined;
  // That sportswear is relaxed goes without saying.
  if (level === undefined || (level === 'relaxed' && (occasionKnowledge?.formality[1] ?? 1) <= 0.4)) return undefined;
  const values = { first: facet('category', first.category), second: facet('category', second.category) };
  return {
    facet: 'formality',
    id: level,
    strength: (level === 'dressy' ? 0.75 : 0.5) - spread,
    message: { id: `style.formality.${level}`, values },
  };
}

/** Says nothing of an outfit: most of a shop is. */
const NO_STYLE = 'casual';

/** A style that most pieces share. */
function styleGround(pieces: readonly Piece[]): Ground | undefined {
  const having = new Map<string, Piece[]>();
  for (const piece of pieces) {
    for (const style of piece.styles) if (style !== NO_STYLE) having.set(style, [...(having.get(style) ?? []), piece]);
  }
  const [top] = [...having].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  if (!top) return undefined;
  const [style, [first, second, ...others]] = top;
  const count = others.length + 2;
  if (!first || !second || count < pieces.length - 1) return undefined;
  const named = { first: facet('category', first.category), second: facet('category', second.category) };
  const values = { style: facet('styles', style), ...(count === 2 ? named : { count }) };
  const id = count === 2 ? 'style.shared-style.pair' : 'style.shared-style';
  return { facet: 'styles', id: style, strength: 0.5 + 0.2 * (count / pieces.length), message: { id, values } };
}

/** Two kinds that real outfits put together often; silent where nothing was learned. */
function kindsGround(pieces: readonly Piece[], kinds: KindsTogether): Ground | undefined {
  let best: { first: Piece; second: Piece; score: number } | undefined;
  for (const [index, first] of pieces.entries()) {
    for (const second of pieces.slice(index + 1)) {
      if (!kinds.often(first.category, second.category)) continue;
      const score = kinds.score([first.category, second.category]);
      if (pairTerms(first, second).formality > 0.5 && (!best || score > best.score)) best = { first, second, score };
    }
  }
  if (!best) return undefined;
  const values = { first: facet('category', best.first.category), second: facet('category', best.second.category) };
  return {
    facet: 'category',
    id: best.second.category,
    // Told where nothing more of one's own can be said.
    strength: 0.2 + 0.1 * best.score,
    message: { id: 'style.kinds', values },
  };
}

const FESTIVE = new Set(['red', 'burgundy', 'maroon', 'gold', 'rose', 'orange']);

/** Occasions of which it can be said what such a colour does there. */
const COLOUR_SAID_OF = new Set(['work', 'interview', 'wedding_guest', 'wedding', 'graduation', 'funeral']);

/** A colour the occasion calls for. */
function occasionColourGround(pieces: readonly Piece[], { occasion, occasionKnowledge }: Brief): Ground | undefined {
  const called = occasionKnowledge?.favours?.colours;
  if (occasion === undefined || !called) return undefined;
  const piece = pieces.find(
    ({ kind, colours }) =>
      areaOf(kind.slot) >= 0.7 &&
      colours[0] !== undefined &&
      called.includes(colours[0]) &&
      (occasion !== 'festival_cny' || FESTIVE.has(colours[0])),
  );
  const colour = piece?.colours[0];
  if (!piece || colour === undefined) return undefined;
  const values = {
    colour: facet('colours', colour),
    category: facet('category', piece.category),
    occasion: facet('occasions', occasion),
  };
  const festive = occasion === 'festival_cny';
  const named = COLOUR_SAID_OF.has(occasion) ? occasion : 'occasion';
  return {
    facet: 'colours',
    id: colour,
    strength: festive ? 0.95 : 0.55,
    message: { id: `style.colour-for.${festive ? 'festive' : named}`, values },
  };
}

function priceGround({ total, budget }: ReasonContext): Ground | undefined {
  if (budget === undefined || total.minorUnits > budget.minorUnits) return undefined;
  const values = { total: { kind: 'money', money: total }, budget: { kind: 'money', money: budget } } as const;
  return { facet: 'price', id: 'within', strength: 0.7, message: { id: 'style.price.within', values } };
}
