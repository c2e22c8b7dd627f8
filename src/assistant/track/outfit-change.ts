import { type Constraints, isUnconstrained, statedIds } from '../../domain/constraints.js';
import { FACETS, type FacetValue } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { SessionState } from '../../domain/session.js';
import type { Critique, Intent, UnderstoodTurn } from '../../domain/turn.js';
import { isForSelf } from '../../language/about-me.js';
import { type OutfitTalk, readOutfitTalk } from '../../language/outfit-talk.js';
import { asksForFacts, asksWhetherItIs, isQuestion } from '../../language/questions.js';
import type { TurnInHand } from '../answer.js';
import { type OutfitQuestion, readOutfitQuestion } from './outfit-questions.js';
import { isNeeded, pieceNamed, slotOf } from './outfit-slots.js';

/** What a turn wants done with the outfits on the screen; `at` says with which of them. */
export type OutfitChange = { readonly at: number } & (
  | PieceChange
  | { readonly kind: 'whole'; readonly critiques: readonly Critique[]; readonly stated: Constraints }
  | OutfitQuestion
  | { readonly kind: 'another' | 'choose' | 'why' | 'back' }
  | { readonly kind: 'describe'; readonly piece: Garment; readonly whether?: FacetValue }
);

export type PieceChange =
  | {
      readonly kind: 'piece';
      readonly slot: string;
      /** The piece to be swapped; absent where one joins. */
      readonly from?: Garment;
      /** How the piece is called in the answer: a kind of the vocabulary. */
      readonly name: string;
      readonly wish: Constraints;
      /** Slots swapped along with it ("the shoes and the bag"), and how their pieces are called. */
      readonly also?: readonly string[];
      readonly alsoNamed?: readonly string[];
      readonly critiques: readonly Critique[];
    }
  | { readonly kind: 'drop'; readonly slot: string; readonly name: string };

/** Talk that has nothing to do with what is worn. */
const BESIDE: ReadonlySet<Intent> = new Set<Intent>([
  'greeting',
  'help',
  'cancel',
  'restart',
  'change-language',
  'profile',
  'privacy',
  'handover',
  'store-info',
  'photo-search',
  'compare',
]);
const SURE = 0.8;

/** Reads a turn as a change to the outfits shown last; undefined where it is about something else. Pure. */
export function readOutfitChange(turn: TurnInHand): OutfitChange | undefined {
  const { session, heard, resolved } = turn;
  const { understood } = heard;
  if (session.outfits.length === 0 || !session.dressing || heard.photo || heard.action || !heard.text) return undefined;
  if (isForAnother(turn)) return undefined;
  const talk = readOutfitTalk(heard.text);
  if (isForElsewhere(turn, talk)) return undefined;
  const asked = readOutfitQuestion(turn, talk, piecesOf(turn, session.dressing.at));
  if (asked)
    return {
      ...asked,
      at: asked.kind === 'total' && talk.place !== undefined ? placeIn(talk.place, session) : session.dressing.at,
    };
  if (understood.intent === 'undo') {
    return session.dressing.earlier.length > 0 ? { kind: 'back', at: session.dressing.at } : undefined;
  }
  const named = talk.kinds.length > 0 && (talk.swaps || talk.drops || talk.adds);
  if (BESIDE.has(understood.intent) && understood.confidence >= SURE && !(named && understood.intent === 'store-info'))
    return undefined;
  if (resolved.photo) return undefined;
  // "The second one" is a garment of the list, 第二套 an outfit.
  const ordinal = talk.place;
  if (ordinal !== undefined && (talk.ofList || session.outfits.at(placeOf(ordinal)) === undefined)) return undefined;
  const at = ordinal === undefined ? session.dressing.at : placeIn(ordinal, session);
  const pieces = piecesOf(turn, at);
  return (
    asksOfPiece(turn, talk, pieces, at) ??
    why(understood, at) ??
    freshOutfit(understood, talk, at) ??
    changesPiece(turn, talk, pieces, at) ??
    changesWhole(turn, talk, at, ordinal !== undefined)
  );
}

/** The garments of one of the outfits, in its order, as their rows are now. */
export function piecesOf(
  { session, shown }: { session: SessionState; shown: readonly Garment[] },
  at: number,
): Garment[] {
  return (session.outfits[at] ?? []).flatMap((id) => shown.find((garment) => garment.id === id) ?? []);
}

function placeOf(index: number): number {
  return index < 0 ? index : index - 1;
}

function placeIn(index: number, { outfits }: SessionState): number {
  return (placeOf(index) + outfits.length) % outfits.length;
}

/** "And a coat for me", 再给我自己买条裙子, of an outfit for somebody else: that is a wish of its own. */
function isForAnother({ heard, session, scope }: TurnInHand): boolean {
  const { constraints } = heard.understood;
  if (statedIds(constraints, 'category').length === 0) return false;
  const worn = session.dressing?.audience;
  const others = statedIds(constraints, 'audience');
  if (worn === undefined) return false;
  // Of an outfit for a grown-up, "for me" may be for the one it was put together for.
  if (isForSelf(heard.text))
    return statedIds(session.constraints, 'audience').length > 0 || scope.vocabulary.isKindOf('audience', worn, 'kids');
  return (
    others.length > 0 &&
    !others.some(
      (id) => scope.vocabulary.isKindOf('audience', id, worn) || scope.vocabulary.isKindOf('audience', worn, id),
    )
  );
}

/** "A floral dress for the beach" of outfits for a wedding: a garment for another day, and no piece of theirs. */
function isForElsewhere({ heard, session, scope }: TurnInHand, talk: OutfitTalk): boolean {
  const { constraints } = heard.understood;
  const asked = statedIds(constraints, 'occasions');
  const dressed = session.dressing?.occasion;
  if (asked.length === 0 || dressed === undefined || statedIds(constraints, 'category').length === 0) return false;
  // "Swap the dress for one for the beach" says itself what is to happen to the outfit.
  if (talk.swaps || talk.drops || talk.adds || talk.place !== undefined) return false;
  const { vocabulary } = scope;
  return !asked.some(
    (id) => vocabulary.isKindOf('occasions', id, dressed) || vocabulary.isKindOf('occasions', dressed, id),
  );
}

function why({ intent }: UnderstoodTurn, at: number): OutfitChange | undefined {
  return intent === 'explain' ? { kind: 'why', at } : undefined;
}

/** Marks a fresh request ("an outfit for work") as none of ours by leaving it; another of the same is ours. */
function freshOutfit(understood: UnderstoodTurn, talk: OutfitTalk, at: number): OutfitChange | undefined {
  if (!talk.another || talk.kinds.length > 0) return undefined;
  return isUnconstrained(understood.constraints) && understood.critiques.every(({ facet }) => facet === 'variety')
    ? { kind: 'another', at }
    : undefined;
}

/** "Does the top come in M?", "what do the shoes cost?", "are the jeans cotton?": asks, and wants nothing changed. */
function asksOfPiece(
  { heard, scope }: TurnInHand,
  talk: OutfitTalk,
  pieces: readonly Garment[],
  at: number,
): OutfitChange | undefined {
  const { constraints, critiques } = heard.understood;
  if (talk.swaps || talk.drops || talk.adds || talk.seeks || critiques.length > 0) return undefined;
  const { size, category: _category, ...others } = constraints;
  const [kind] = [...statedIds(constraints, 'category'), ...referredKinds(heard.understood), ...talk.kinds];
  const piece = kind === undefined ? undefined : pieceNamed(kind, pieces, scope.vocabulary);
  if (!piece) return undefined;
  const whether = size === undefined && asksWhetherItIs(heard.text) ? traitAlone(heard.understood) : undefined;
  if (whether) return { kind: 'describe', piece, whether, at };
  if (!isUnconstrained(others)) return undefined;
  const asks = asksForFacts(heard.text) || (size !== undefined && isQuestion(heard.text));
  return asks ? { kind: 'describe', piece, at } : undefined;
}

/** The one trait that is asked about, stated or pointed with ("the blue jeans"), where it is one. */
function traitAlone({ constraints, references }: UnderstoodTurn): FacetValue | undefined {
  if (constraints.price !== undefined || constraints.exclude !== undefined) return undefined;
  const traits = [
    ...FACETS.flatMap((facet) => statedIds(constraints, facet).map((id) => ({ facet, id }))),
    ...references.flatMap(({ facet, id }) => (facet !== undefined && id !== undefined ? [{ facet, id }] : [])),
  ].filter(({ facet }) => facet !== 'category');
  return traits.length === 1 ? traits[0] : undefined;
}

function referredKinds({ references }: UnderstoodTurn): string[] {
  return references.flatMap(({ facet, id }) => (facet === 'category' && id !== undefined ? [id] : []));
}

function changesPiece(
  turn: TurnInHand,
  talk: OutfitTalk,
  pieces: readonly Garment[],
  at: number,
): OutfitChange | undefined {
  const { heard, scope, session } = turn;
  const { constraints, critiques, intent, positive } = heard.understood;
  const wanted = statedIds(constraints, 'category').map((id) => (id === 'dress' && turnsToSkirt(turn) ? 'skirt' : id));
  const refused = statedIds(constraints.exclude, 'category');
  const [target] = [...wanted, ...refused, ...referredKinds(heard.understood), ...talk.kinds];
  if (target === undefined) return lastPiece(turn, talk, pieces, at);
  const slot = slotOf(target, scope.vocabulary);
  if (slot === undefined) return undefined;
  const from = pieceNamed(target, pieces, scope.vocabulary);
  const rejects = intent === 'feedback' && positive === false;
  const changes =
    constraints.size !== undefined ||
    talk.swaps ||
    talk.adds ||
    talk.drops ||
    critiques.length > 0 ||
    rejects ||
    refused.length > 0;
  if (talk.seeks && !talk.swaps && !talk.adds && !talk.drops) return undefined;
  if (intent === 'outfit' && !talk.swaps && !talk.adds && !talk.drops && critiques.length === 0) return undefined;
  if (!changes && !from) return undefined;
  const dropped = from ? (slotOf(from.category, scope.vocabulary) ?? slot) : slot;
  const drops = (refused.length > 0 || talk.drops) && wanted.length === 0 && !talk.swaps;
  const name = nameOf(target, turn);
  if (!from && slot === 'top' && isWrappedUp(critiques, pieces, turn)) {
    return { kind: 'piece', slot: 'outer', name: 'outerwear', at, critiques: [], wish: {} };
  }
  if (drops && !isNeeded(dropped)) return { kind: 'drop', slot: dropped, name, at };
  const { occasions: _occasions, seasons: _seasons, category: _category, ...wish } = constraints;
  // The kind worn now is no wish for the same kind again; another kind in its place is.
  const kinds = wanted.filter(
    (id) => slotOf(id, scope.vocabulary) === slot && id !== slot && (!from || !isWider(id, from, turn)),
  );
  const kept = session.dressing?.wishes?.[slot];
  return {
    kind: 'piece',
    slot,
    name,
    at,
    critiques,
    wish: withKept(kept, { ...wish, ...(kinds.length > 0 ? { category: kinds } : {}) }),
    ...(from ? { from } : {}),
    ...alsoSwapped(turn, talk, pieces, slot),
  };
}

/** "Something warmer on top", of a dress: what goes over it, and not a shirt in its place. */
function isWrappedUp(critiques: readonly Critique[], pieces: readonly Garment[], { scope }: TurnInHand): boolean {
  const warmer = critiques.some(({ facet, direction }) => facet === 'warmth' && direction === 'more');
  return warmer && pieces.some(({ category }) => slotOf(category, scope.vocabulary) === 'onepiece');
}

/** 裤子换成裙子: in the place of trousers a 裙子 is a skirt, and the top stays. */
function turnsToSkirt({ heard }: TurnInHand): boolean {
  return /(?:裤子?|下装|下身)[^,，.。?!]{0,6}(?:换|改)[^,，.。?!]{0,4}裙/u.test(heard.text);
}

/** "Swap the shoes and the bag": each kind named that is worn, unless something is to stay. */
function alsoSwapped(
  { scope }: TurnInHand,
  talk: OutfitTalk,
  pieces: readonly Garment[],
  slot: string,
): { also?: readonly string[]; alsoNamed?: readonly string[] } {
  if (!talk.swaps || talk.keeps || talk.kinds.length < 2) return {};
  const others = talk.kinds.flatMap((kind) => {
    const piece = pieceNamed(kind, pieces, scope.vocabulary);
    const worn = slotOf(piece?.category ?? null, scope.vocabulary);
    return worn === undefined || worn === slot ? [] : [{ kind, worn }];
  });
  return others.length === 0 ? {} : { also: others.map(({ worn }) => worn), alsoNamed: others.map(({ kind }) => kind) };
}

/** True where the word only names what is worn ("the jacket" of a blazer). */
function isWider(id: string, from: Garment, { scope }: TurnInHand): boolean {
  return from.category !== null && scope.vocabulary.isKindOf('category', from.category, id);
}

/** "In black", "cheaper" right after a piece was swapped: that piece. */
function lastPiece(
  turn: TurnInHand,
  talk: OutfitTalk,
  pieces: readonly Garment[],
  at: number,
): OutfitChange | undefined {
  const { heard, session, scope } = turn;
  const { constraints, critiques } = heard.understood;
  const slot = session.dressing?.slot;
  if (slot === undefined || talk.whole) return undefined;
  const { exclude: _exclude, occasions: _occasions, seasons: _seasons, price: _price, ...looks } = constraints;
  const ofPrice = critiques.some(({ facet }) => facet === 'price');
  if (isUnconstrained(looks) && !ofPrice) return undefined;
  const from = pieces.find(({ category }) => slotOf(category, scope.vocabulary) === slot);
  if (!from?.category) return undefined;
  const wish = withKept(session.dressing?.wishes?.[slot], constraints);
  return { kind: 'piece', slot, from, name: nameOf(from.category, turn), at, critiques, wish };
}

function withKept(kept: Constraints | undefined, wish: Constraints): Constraints {
  const exclude = { ...kept?.exclude, ...wish.exclude };
  return { ...kept, ...wish, ...(Object.keys(exclude).length > 0 ? { exclude } : {}) };
}

/** Shoes are called shoes whatever their kind; a hat stays a hat. */
const CALLED_BY_ROOT: ReadonlySet<string> = new Set(['footwear', 'bag', 'outerwear', 'top', 'bottom']);

function nameOf(kind: string, { scope }: TurnInHand): string {
  const root = scope.vocabulary.lineage('category', kind).at(-1) ?? kind;
  return CALLED_BY_ROOT.has(root) ? root : kind;
}

function changesWhole({ heard }: TurnInHand, talk: OutfitTalk, at: number, pointed: boolean): OutfitChange | undefined {
  const { constraints, critiques, intent, positive, relaxed } = heard.understood;
  if (talk.chooses && isUnconstrained(constraints)) return { kind: 'choose', at };
  if (pointed && intent === 'outfit' && !talk.swaps && critiques.length === 0) return undefined;
  // A garment asked for that is no piece of the outfit ("show me jeans") is a request of its own.
  if (statedIds(constraints, 'category').length > 0 || talk.kinds.length > 0) return undefined;
  const matters = critiques.filter(({ facet }) => facet !== 'variety');
  if (matters.length === 0 && critiques.length > 0) return { kind: 'another', at };
  // "Perfect", of outfits: the one talked about.
  if (intent === 'feedback' && positive === true && isUnconstrained(constraints)) return { kind: 'choose', at };
  if (intent === 'feedback') return positive === false && !pointed ? { kind: 'another', at } : undefined;
  const speaks = matters.length > 0 || relaxed.length > 0 || !isUnconstrained(constraints);
  // "An outfit for a date" is a new one; "under 1000", "for the cold" change the one there is.
  if (!speaks || (intent === 'outfit' && matters.length === 0 && !(talk.whole && constraints.price))) return undefined;
  if (talk.seeks && !talk.whole && matters.length === 0) return undefined;
  return { kind: 'whole', critiques: matters, stated: constraints, at };
}
