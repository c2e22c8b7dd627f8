import { statedIds } from '../../domain/constraints.js';
import type { FacetValue } from '../../domain/facet.js';
import type { Intent } from '../../domain/turn.js';
import { type BodyWish, readBodyWish } from '../../language/body-wishes.js';
import type { TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';

/** Kinds that are cut differently for the same end; `any` where no kind is named. */
type Kind = 'onepiece' | 'bottom' | 'skirt' | 'top' | 'outerwear' | 'any';

const cut = (id: string): FacetValue => ({ facet: 'fit', id });
const LONG_SLEEVE: FacetValue = { facet: 'sleeve', id: 'long' };
const V_NECK: FacetValue = { facet: 'neckline', id: 'v_neck' };
const MIDI: FacetValue = { facet: 'length', id: 'midi' };

/** What people are usually sold for each wish. Kinds that are not listed have no cut for it. */
const CUTS: Readonly<Record<BodyWish, Readonly<Partial<Record<Kind, FacetValue>>>>> = {
  tummy: {
    onepiece: cut('a_line'),
    bottom: cut('high_waist'),
    skirt: cut('a_line'),
    top: cut('loose'),
    outerwear: cut('loose'),
    any: cut('loose'),
  },
  hips: { onepiece: cut('a_line'), bottom: cut('wide_leg'), skirt: cut('a_line'), outerwear: MIDI, any: cut('a_line') },
  legs: { onepiece: MIDI, bottom: cut('wide_leg'), skirt: MIDI, any: cut('wide_leg') },
  arms: { onepiece: LONG_SLEEVE, top: LONG_SLEEVE, outerwear: LONG_SLEEVE, any: LONG_SLEEVE },
  bust: { onepiece: V_NECK, top: V_NECK, any: V_NECK },
  taller: {
    onepiece: cut('high_waist'),
    bottom: cut('high_waist'),
    skirt: cut('high_waist'),
    top: { facet: 'length', id: 'short' },
    outerwear: { facet: 'length', id: 'short' },
    any: cut('high_waist'),
  },
  slimmer: {
    onepiece: cut('waisted'),
    bottom: cut('high_waist'),
    skirt: cut('a_line'),
    top: V_NECK,
    outerwear: cut('straight'),
    any: cut('waisted'),
  },
};

const MAY_BE: ReadonlySet<Intent> = new Set<Intent>(['search', 'refine', 'unknown', 'profile']);

/** The cut that stands for the wish of this turn; undefined where none is wished for, or a cut was named anyway. */
function cutFor({ heard, session, scope }: TurnInHand): FacetValue | undefined {
  const said = heard.action || heard.photo ? undefined : readBodyWish(heard.text);
  if (!said) return undefined;
  const { constraints } = heard.understood;
  const stated = statedIds(constraints, 'category');
  const kinds = stated.length > 0 ? stated : statedIds(session.constraints, 'category');
  const kind = kindOf(kinds, scope.vocabulary);
  const chosen = kind && CUTS[said.wish][kind];
  return chosen && statedIds(constraints, chosen.facet).length === 0 ? chosen : undefined;
}

function kindOf(kinds: readonly string[], vocabulary: TurnInHand['scope']['vocabulary']): Kind | undefined {
  const [first] = kinds;
  if (first === undefined) return 'any';
  const lineage = vocabulary.lineage('category', first);
  return (['skirt', 'onepiece', 'bottom', 'top', 'outerwear'] as const).find((kind) => lineage.includes(kind));
}

/**
 * "Something to hide my tummy", 梨形身材, 显瘦: no row says what it does for whom, so the wish becomes the cut that is
 * usually chosen for it, and its words are looked for no more.
 */
export function withBodyWish(turn: TurnInHand): TurnInHand {
  const { heard, session } = turn;
  const { understood } = heard;
  const said = readBodyWish(heard.text);
  // Who tells measures tells them, and looks for nothing yet.
  const told = understood.intent === 'profile' && understood.profile !== undefined;
  const chosen = MAY_BE.has(understood.intent) && !told ? cutFor(turn) : undefined;
  if (!said || !chosen) return turn;
  const intent: Intent =
    understood.intent === 'search' || understood.intent === 'refine'
      ? understood.intent
      : hasRequest(session)
        ? 'refine'
        : 'search';
  return {
    ...turn,
    // Said aloud: the shop's data names no such thing.
    notices: [...(turn.notices ?? []), { id: 'notice.body-wish', values: { value: { kind: 'facet', value: chosen } } }],
    heard: {
      ...heard,
      understood: {
        ...understood,
        intent,
        confidence: Math.max(understood.confidence, 0.85),
        constraints: { ...understood.constraints, [chosen.facet]: chosen.id },
        keywords: understood.keywords.filter((word) => !said.words.includes(word.toLowerCase())),
      },
    },
  };
}
