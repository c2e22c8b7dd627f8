import { isChild, type Wearer } from './audience-consistency.js';
import { MATERIALS } from './knowledge/materials.js';
import type { OccasionKnowledge } from './knowledge/occasion-knowledge.js';
import { OCCASIONS } from './knowledge/occasions.js';
import { SEASONS } from './knowledge/seasons.js';
import { SPORT_OCCASIONS } from './knowledge/sport-occasions.js';
import type { Piece } from './piece.js';
import { wearableIn } from './season-now.js';

/** What every piece of an outfit must keep, apart from money and stock. */
export interface Brief {
  readonly wearer: Wearer;
  /** Undefined once the season has been given up. */
  readonly season: string | undefined;
  readonly occasion: string | undefined;
  readonly occasionKnowledge: OccasionKnowledge | undefined;
  /** The occasion and what it belongs to (interview, work). */
  readonly occasionLine: readonly string[];
  /** True while what the occasion avoids is out of the question. */
  readonly strictOccasion: boolean;
  readonly rain: boolean;
  /** The weather was named: what is worn on the way there counts, and not the heating where one arrives. */
  readonly weatherTold?: boolean;
}

function isKit({ category, styles }: Piece, { asKit, kitStyles }: OccasionKnowledge): boolean {
  const kind = asKit?.includes(category) === true || category === 'sports_shoes';
  return kind && styles.some((style) => kitStyles?.includes(style));
}

const LARGE = new Set(['onepiece', 'outer', 'mid']);

/** What leaves legs or midriff bare: a row that says "all year" means indoors, and the cold has to be named. */
const BARE_IN_THE_COLD: Readonly<Record<string, readonly string[]>> = {
  shorts: ['winter'],
  capris: ['winter'],
  romper: ['winter'],
  sports_bra: ['winter', 'autumn', 'spring'],
};

/**
 * Its own list of seasons, its kind and its material have a say. Who moves out of doors stays warm: kit for autumn is
 * kit for winter under a coat, where the occasion asks for kit at all and is none of the snow's own.
 */
export function rightForSeason(piece: Piece, season: string, known?: OccasionKnowledge): boolean {
  if (BARE_IN_THE_COLD[piece.category]?.includes(season) && !piece.seasons.includes(season)) return false;
  const kit = season === 'winter' && known?.season !== 'winter' && known?.asKit !== undefined && isKit(piece, known);
  if (!wearableIn(piece.seasons, season) && !(kit && wearableIn(piece.seasons, 'autumn'))) return false;
  const material = piece.material === null ? undefined : MATERIALS[piece.material];
  const body = piece.kind.covers.includes('torso') || piece.kind.covers.includes('legs');
  return !(body && piece.seasons.length === 0 && material?.not?.includes(season));
}

/** True where nothing about the piece keeps it for other occasions, and the occasion does not avoid it. */
export function rightForOccasion(piece: Piece, brief: Brief): boolean {
  if (!keptForItsOccasion(piece, brief)) return false;
  if (!brief.strictOccasion) return true;
  return (
    !(outOfPlace(piece, brief.occasionKnowledge) || tooPlain(piece, brief) || noKit(piece, brief)) &&
    !(brief.rain && soaks(piece))
  );
}

const OPEN_TOED = new Set(['sandals', 'flip_flops', 'slippers']);
const SPOILT_BY_RAIN = new Set([
  'suede',
  'canvas',
  'satin',
  'silk',
  'velvet',
  'tweed',
  'corduroy',
  'denim',
  'fur',
  'faux_fur',
  'sherpa',
  'fleece',
]);

/** Wet feet, and what a shower spoils or goes through, worn outermost. */
function soaks({ category, kind, material }: Piece): boolean {
  if (OPEN_TOED.has(category) || category === 'denim_jacket') return true;
  return (kind.slot === 'footwear' || kind.slot === 'outer') && material !== null && SPOILT_BY_RAIN.has(material);
}

/** Padded trousers for the slopes, which no row calls everyday: nobody jogs or goes to school in them. */
function isSnowKit({ kind, occasions }: Piece): boolean {
  const bottom = kind.slot === 'bottom' || kind.slot === 'onepiece';
  return bottom && occasions.includes('skiing') && !occasions.some((id) => EVERY_DAY.has(id));
}

const EVERY_DAY: ReadonlySet<string> = new Set(['daily', 'travel', 'work']);

/** Lined boots for the snow, by their row: of soft leather, for winter alone, and for out of doors. */
function isSnowBoot({ category, material, seasons, occasions }: Piece): boolean {
  return (
    category === 'boots' &&
    (material === 'suede' || material === 'sherpa' || material === 'nylon') &&
    seasons.length === 1 &&
    seasons[0] === 'winter' &&
    occasions.includes('outdoor')
  );
}

/** Where one stands in the snow, or only gets through it. */
const SNOW_BOOTS_GO: ReadonlySet<string> = new Set(['daily', 'travel', 'school', 'skiing', 'outdoor', 'camping']);

function keptForItsOccasion(piece: Piece, brief: Brief): boolean {
  if (isSnowKit(piece) && brief.occasion !== 'skiing') return false;
  if (brief.occasion !== undefined && !SNOW_BOOTS_GO.has(brief.occasion) && isSnowBoot(piece)) return false;
  const boots = piece.category === 'boots' || piece.category === 'ankle_boots';
  const onlyFor =
    piece.kind.onlyFor ??
    piece.kind.proposedFor ??
    (boots && piece.material !== null ? MATERIALS[piece.material]?.bootsFor : undefined);
  if (onlyFor === undefined) return true;
  if (brief.rain && onlyFor.includes('rainy_day')) return true;
  return brief.occasion !== undefined && onlyFor.includes(brief.occasion);
}

/** Children may be dressed so much plainer, and where little is asked of adults nothing is asked of them. */
const CHILDS_EASE = 0.09;
const ASKED_OF_CHILDREN = 0.4;

function tooPlain(piece: Piece, { wearer, occasion, occasionKnowledge, occasionLine }: Brief): boolean {
  const plainest = occasionKnowledge?.plainest;
  if (plainest === undefined || !piece.kind.covers.some((part) => WORN.has(part))) return false;
  // Named for work is not named for an interview, which has a level of its own.
  const named = occasion !== undefined && OCCASIONS[occasion] !== undefined ? [occasion] : occasionLine;
  if (piece.occasions.some((id) => named.includes(id))) return false;
  if (!isChild(wearer)) return piece.formality < plainest;
  return plainest >= ASKED_OF_CHILDREN && piece.formality < plainest - CHILDS_EASE;
}

const WORN: ReadonlySet<string> = new Set(['torso', 'legs', 'feet']);
const ON_FEET = ({ kind }: Piece) => kind.covers.includes('feet');

/** At sport: nothing about it says that it is for moving in. Children move in anything. */
function noKit(piece: Piece, { wearer, occasionKnowledge: known, occasionLine }: Brief): boolean {
  if (known?.asKit === undefined || !known.asKit.includes(piece.category) || isChild(wearer)) return false;
  if (piece.occasions.length === 0 && piece.styles.length === 0) return false;
  // A sporty look makes no running shoe, and a basketball boot none either.
  if (piece.category === 'sneakers') return !piece.occasions.some((id) => occasionLine.includes(id));
  if (piece.occasions.some((id) => SPORT_OCCASIONS[id] !== undefined || SPORTS.has(id))) return false;
  return !piece.styles.some((style) => known.kitStyles?.includes(style));
}

/** Those that take their knowledge from a wider one. */
const SPORTS: ReadonlySet<string> = new Set(['running', 'gym', 'yoga', 'cycling', 'ball_games', 'camping']);

const SHINES: ReadonlySet<string> = new Set(['satin', 'velvet', 'sequin']);

function outOfPlace(piece: Piece, occasion: OccasionKnowledge | undefined): boolean {
  const avoids = occasion?.avoids;
  if (avoids === undefined) return false;
  if (avoids.categories?.includes(piece.category)) return true;
  if (piece.patternId !== null && avoids.patterns?.includes(piece.patternId)) return true;
  if (piece.material !== null && avoids.materials?.includes(piece.material)) {
    // Leather and suede are what shoes are made of; velvet on the feet is as much of the evening as anywhere.
    if (!ON_FEET(piece) || SHINES.has(piece.material)) return true;
  }
  const { styles } = piece;
  if (styles.length > 0 && styles.every((style) => avoids.styles?.includes(style))) return true;
  const main = piece.colours[0];
  if (main === undefined) return false;
  if (avoids.colours?.includes(main)) return true;
  return LARGE.has(piece.kind.slot) && (avoids.largeColours?.includes(main) ?? false);
}

/** How well one piece serves occasion, season and weather by itself, 0 to 1. */
export function suitability(piece: Piece, brief: Brief): number {
  const occasion = brief.occasion === undefined ? undefined : occasionFit(piece, brief);
  return suitabilityOf(seasonFit(piece, brief.season), occasion);
}

/** Both fits as one; `occasion` undefined where none is asked for. */
export function suitabilityOf(season: number, occasion: number | undefined): number {
  return occasion === undefined ? 0.4 + 0.6 * season : 0.35 * season + 0.65 * occasion;
}

/** 0 to 1: made for the season, and no warmer than it asks. */
export function seasonFit(piece: Piece, season: string | undefined): number {
  if (season === undefined) return 0.6;
  const told = piece.seasons.includes(season) ? 1 : 0.7;
  const target = SEASONS[season];
  if (target === undefined || !piece.kind.covers.includes('torso')) return told;
  // One layer should carry no more than the season asks of all of them.
  return piece.clo > target.clo[1] ? told * Math.max(0.3, 1 - (piece.clo - target.clo[1])) : told;
}

const COLOUR_COUNTS = 0.12;

/** 0 to 1: named for the occasion, or of a kind, colour and style it favours, at its level of formality. */
export function occasionFit(
  piece: Piece,
  brief: Pick<Brief, 'occasion' | 'occasionKnowledge' | 'occasionLine'>,
): number {
  const { occasion, occasionKnowledge: known, occasionLine } = brief;
  if (occasion === undefined) return 0.4;
  const named = piece.occasions.includes(occasion)
    ? 1
    : piece.occasions.some((id) => occasionLine.includes(id))
      ? 0.8
      : 0;
  if (known === undefined) return named || 0.4;
  const { favours, formality } = known;
  const gap = Math.max(0, formality[0] - piece.formality, piece.formality - formality[1]);
  let fit = 0.35 * named + 0.35 * Math.max(0, 1 - gap / 0.3);
  if (favours?.categories?.includes(piece.category)) fit += 0.15;
  if (favours?.styles?.some((style) => piece.styles.includes(style))) fit += 0.08;
  if (piece.colours[0] !== undefined && favours?.colours?.includes(piece.colours[0])) {
    fit += known.colourCounts ?? COLOUR_COUNTS;
  }
  if (piece.patternId !== null && favours?.patterns?.includes(piece.patternId)) fit += 0.07;
  return Math.min(1, fit);
}
