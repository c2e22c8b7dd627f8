import type { Message, MessageValue } from '../domain/reply.js';
import { type ColourRelationKind, colourRelation, isNeutral, lightnessOf, temperatureOf } from './colour-harmony.js';
import { areaOf } from './ensemble-terms.js';
import { facet, type Ground } from './ground.js';
import type { Piece } from './piece.js';
import type { Brief } from './piece-suitability.js';

/** The relation between the two pieces that are seen most and say something with it. */
export function colourGround(pieces: readonly Piece[], brief: Brief): Ground | undefined {
  let best: { ground: Ground; seen: number } | undefined;
  for (const [index, a] of pieces.entries()) {
    for (const b of pieces.slice(index + 1)) {
      const [first, second] = [a.colours[0], b.colours[0]];
      const [firstTone, secondTone] = [a.tones[0], b.tones[0]];
      if (!first || !second || !firstTone || !secondTone) continue;
      const { kind, score } = colourRelation(firstTone, secondTone);
      const spoken = first === second ? sameColour(pieces, first) : spokenOf(kind);
      if (spoken === 'unknown' || spoken === 'clash' || spoken === 'contrast') continue;
      const seen = areaOf(a.kind.slot) * areaOf(b.kind.slot) * score * (first === second ? 0.8 : 1);
      if (best && seen <= best.seen) continue;
      best = {
        seen,
        ground: { facet: 'harmony', id: spoken, strength: score, message: colourMessage(spoken, a, b, brief) },
      };
    }
  }
  return best?.ground;
}

/** Blue denim beside navy is one tone to the eye and two colours by name. */
function spokenOf(kind: ColourRelationKind): ColourRelationKind {
  return kind === 'monochrome' ? 'tonal' : kind;
}

/** One colour all over, or two pieces that take each other up. */
function sameColour(pieces: readonly Piece[], colour: string): 'monochrome' | 'echo' {
  return pieces.every(({ colours, kind }) => colours[0] === colour || areaOf(kind.slot) < 0.3) ? 'monochrome' : 'echo';
}

const METALS = new Set(['gold', 'silver', 'rose_gold', 'bronze', 'copper', 'metallic']);
const WHITES = new Set(['white', 'off_white']);

const mainOf = ({ colours }: Piece): string => colours[0] ?? '';
/** A row that says blue of jeans means denim. */
const isDenim = ({ colours, tones }: Piece): boolean => colours[0] !== tones[0];

/** Contrasts that have a name of their own, the more telling first; each of the piece named first beside the other. */
const CONTRASTS: readonly (readonly [id: string, suits: (a: Piece, b: Piece) => boolean])[] = [
  ['metal', (a, b) => METALS.has(mainOf(a)) && !METALS.has(mainOf(b))],
  ['denim', (a, b) => isDenim(a) && !isDenim(b)],
  ['black-white', (a, b) => mainOf(a) === 'black' && WHITES.has(mainOf(b))],
  ['warm-cool', (a, b) => temperatureOf(mainOf(a)) === 'warm' && temperatureOf(mainOf(b)) === 'cool'],
];

/** The relation in the words that fit these two colours best, the one that leads named first. */
function colourMessage(spoken: string, a: Piece, b: Piece, { occasion }: Brief): Message {
  const say = (id: string, x: Piece, y: Piece): Message => ({ id: `style.colour.${id}`, values: colourValues(x, y) });
  // Nothing is said to be striking where one mourns.
  if (occasion === 'funeral') return say(a.colours[0] === b.colours[0] ? 'solemn-one' : 'solemn', a, b);
  // Of an accent and its ground the accent leads.
  if (spoken === 'neutral-accent') return isNeutral(a.tones[0] ?? '') ? say(spoken, b, a) : say(spoken, a, b);
  if (spoken !== 'neutral-contrast') return say(spoken, a, b);
  for (const [id, suits] of CONTRASTS) {
    if (suits(a, b)) return say(id, a, b);
    if (suits(b, a)) return say(id, b, a);
  }
  const lighter = lightnessOf(a.tones[0] ?? '') >= lightnessOf(b.tones[0] ?? '');
  return lighter ? say(spoken, a, b) : say(spoken, b, a);
}

function colourValues(a: Piece, b: Piece): Record<string, MessageValue> {
  const [first = '', second = ''] = [a.colours[0], b.colours[0]];
  const [x, y] = first === 'multicolour' ? [second, first] : [first, second];
  return {
    first: facet('colours', x),
    second: facet('colours', y),
    firstPiece: facet('category', a.category),
    secondPiece: facet('category', b.category),
  };
}
