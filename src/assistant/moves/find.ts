import { type Constraints, isUnconstrained, statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import type { Degradation, Item, Message } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import { facetEvidence } from '../../ranking/facet-evidence.js';
import { keepsHardLimits } from '../../ranking/hard-limits.js';
import type { Answer, TurnInHand } from '../answer.js';
import { replyLimit } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { recallEmbedding, recallTags } from '../hear/remembered-photo.js';
import { chooseVariant, type VariedId } from '../say/choose-variant.js';
import { afterList, afterNearest } from '../say/suggest.js';
import type { Scope } from '../scope.js';
import type { SearchOutcome, SearchQuery } from '../search.js';
import { relaxationsFor } from '../search-relaxations.js';
import { photoOf } from '../track/running-request.js';
import { festiveFirst, inFestiveColours } from './festive-colours.js';
import { grownUpsFirst, searchForAge } from './for-grown-ups.js';
import { hasOneOf } from './words-found.js';

/** Near misses shown after what fits, and cards shown by resemblance alone: a long tail is noise. */
const NEAR_MISSES = 3;
const RESEMBLANCES = 6;
/** So many times the list are looked through where anything may come. */
const WIDER = 3;
/** Looks for others in the place of those whose rows have what is refused. */
const LOOKS = 3;
/** The history the attention ranker reads. */
const HISTORY = 8;
/** A skipped rung that says most about the answer, first. */
const WORST_FIRST: readonly Degradation[] = ['catalogue', 'lexical', 'vector', 'photo', 'attention'];

/**
 * Searches for what `session` is looking for. Whatever searched, no card leaves here that breaks a limit of the
 * request, unless the search says that the limit gave way.
 */
export async function find(
  turn: TurnInHand,
  session: SessionState,
  without: readonly string[] = [],
): Promise<SearchOutcome> {
  const { avoided } = session;
  let outcome = await findFestive(turn, session, without);
  if (avoided === undefined) return outcome;
  const left = [...without];
  for (let look = 0; look < LOOKS; look++) {
    const refused = outcome.items.filter(({ garment }) => hasOneOf(avoided, garment));
    if (refused.length === 0) return outcome;
    left.push(...refused.map(({ garment }) => garment.id));
    outcome = await findOnce(turn, session, left);
  }
  return { ...outcome, items: outcome.items.filter(({ garment }) => !hasOneOf(avoided, garment)) };
}

/** "Something festive" where no row is marked for a feast: its colours come first. */
async function findFestive(
  turn: TurnInHand,
  session: SessionState,
  without: readonly string[],
): Promise<SearchOutcome> {
  const outcome = await findOnce(turn, session, without);
  const constraints = session.sort === undefined ? inFestiveColours(session.constraints, outcome) : undefined;
  return constraints ? festiveFirst(outcome, await findOnce(turn, { ...session, constraints }, without)) : outcome;
}

async function findOnce(turn: TurnInHand, session: SessionState, without: readonly string[]): Promise<SearchOutcome> {
  const { scope } = turn;
  const { constraints } = session;
  const hidden = [...new Set([...session.disliked, ...without])];
  const family = familyOfPhoto(session, scope);
  const gift = asGift(session, scope);
  const query: SearchQuery = {
    locale: session.locale,
    ...(session.words === undefined ? {} : { text: session.words }),
    keywords: session.keywords,
    constraints: { ...family, ...gift, ...constraints },
    ...photoOfQuery(turn, session),
    ...(session.similarTo === undefined ? {} : { similarTo: session.similarTo }),
    liked: session.liked.slice(0, HISTORY),
    without: hidden,
    ...(session.sort === undefined ? {} : { sort: session.sort }),
    limit: replyLimit(scope) * (namesNoThing(session) && gift.category === undefined ? WIDER : 1),
  };
  const among = await searchForAge(turn, session, query);
  // Nothing of what makes a present: anything that suits.
  const found =
    gift.category !== undefined && among.relaxed.length > 0
      ? await searchForAge(turn, session, { ...query, constraints })
      : among;
  // The family was the photo's word, not the shopper's: no card says "as you asked" of it.
  const photoKind = (family.category ?? gift.category) !== undefined && constraints.category === undefined;
  const outcome = photoKind ? withoutKindReasons(found) : found;
  const gaveWay = new Set(outcome.relaxed.map(({ facet }) => facet));
  const { price, size, ...others } = constraints;
  const holding = {
    ...others,
    ...(price && !gaveWay.has('price') ? { price } : {}),
    ...(size !== undefined && !gaveWay.has('size') ? { size } : {}),
  };
  const ordered =
    namesNoThing(session) && gift.category === undefined ? clothesFirst(outcome.items, scope) : outcome.items;
  const items = ordered.filter(
    ({ garment }) => !hidden.includes(garment.id) && keepsHardLimits(garment, holding, scope.rates, scope.vocabulary),
  );
  const fitting = fittingFirst(withoutTail(items, session, scope), session, scope, outcome.relaxed.length > 0);
  const kept = grownUpsFirst(namedColourFirst(fitting, session), turn, session);
  if (kept.length === ordered.length) return { ...outcome, items: kept };
  // What is given instead is read from the cards that are left.
  const shown = kept.map(({ garment }) => garment);
  return { ...outcome, items: kept, relaxed: relaxationsFor([...gaveWay], constraints, shown, scope) };
}

/** "Something for work": no kind, photo or garment says what, so any wearable may come. */
function namesNoThing(session: SessionState): boolean {
  const { constraints, keywords, photoTurn, similarTo, sort } = session;
  const named = statedIds(constraints, 'category').length > 0 || statedIds(constraints, 'brand').length > 0;
  return !named && keywords.length === 0 && photoTurn === undefined && similarTo === undefined && sort === undefined;
}

/** Who wants something to wear wants clothes and shoes before belts and brooches. */
function clothesFirst(items: readonly Item[], scope: Scope): Item[] {
  const isClothing = ({ garment }: Item): boolean =>
    !SMALL_THINGS.has(scope.vocabulary.lineage('category', garment.category ?? '').at(-1) ?? '');
  const clothes = items.filter(isClothing);
  return [...clothes, ...items.filter((item) => !clothes.includes(item))].slice(0, replyLimit(scope));
}

/** What makes a present whatever the size: soft, worn at the neck, carried, or of gold. */
const PRESENTS = ['scarf', 'shawl', 'bag', 'jewellery', 'cardigan', 'sweater', 'gloves', 'hat', 'tie', 'belt', 'watch'];

function asGift(session: SessionState, { vocabulary }: Scope): Pick<Constraints, 'category'> {
  const child = statedIds(session.constraints, 'audience').some((id) => vocabulary.isKindOf('audience', id, 'kids'));
  return session.gift && namesNoThing(session) && !child ? { category: PRESENTS } : {};
}

const SMALL_THINGS: ReadonlySet<string> = new Set([
  'accessory',
  'jewellery',
  'beauty',
  'bag',
  'underwear',
  'sleepwear',
  'swimwear',
  'other',
  '',
]);

/** What keeps every wish stands before what nearly does, unless an order was asked for. */
function fittingFirst(items: Item[], session: SessionState, scope: Scope, relaxed: boolean): Item[] {
  if (!relaxed || session.sort !== undefined) return items;
  const fits = items.filter(({ garment }) => keepsAll(garment, session, scope));
  return [...fits, ...items.filter((item) => !fits.includes(item))];
}

/** Asked for white, white comes before cream, and a white shirt before a cream one with a check. */
function namedColourFirst(items: Item[], { constraints, sort, photoTurn, similarTo }: SessionState): Item[] {
  const asked = statedIds(constraints, 'colours');
  if (asked.length === 0 || sort !== undefined || photoTurn !== undefined || similarTo !== undefined) return items;
  const named = items.filter(({ garment, match }) => match === 'exact' && asked.includes(garment.colours[0] ?? ''));
  return named.length === 0 ? items : [...named, ...items.filter((item) => !named.includes(item))];
}

function withoutKindReasons(outcome: SearchOutcome): SearchOutcome {
  const items = outcome.items.map((item) => ({
    ...item,
    reasons: item.reasons.filter(({ facet }) => facet !== 'category'),
  }));
  return { ...outcome, items };
}

/** What fits with a few near misses, or what resembles, without the long tail of either. */
function withoutTail(items: readonly Item[], session: SessionState, scope: Scope): Item[] {
  const fitting = items.filter(({ garment }) => keepsAll(garment, session, scope)).length;
  return items.filter(({ garment, match }, place) => {
    if (match === 'loose') return place < RESEMBLANCES;
    return fitting === 0 || place < fitting + NEAR_MISSES || keepsAll(garment, session, scope);
  });
}

/** True where the search found something that keeps every wish. */
export function meets(turn: TurnInHand, session: SessionState, { items, relaxed }: SearchOutcome): boolean {
  if (relaxed.length === 0) return items.length > 0;
  return items.some(({ garment }) => keepsAll(garment, session, turn.scope));
}

/** True where the row answers every stated wish and keeps every limit; a photo's likeness is another matter. */
function keepsAll(garment: Garment, { constraints }: SessionState, scope: Scope): boolean {
  return keepsEvery(garment, constraints, scope);
}

/** True where the row answers each of these wishes and keeps each of these limits. */
export function keepsEvery(garment: Garment, constraints: Constraints, scope: Scope): boolean {
  return (
    keepsHardLimits(garment, constraints, scope.rates, scope.vocabulary) &&
    facetEvidence(garment, constraints, scope.vocabulary).every(({ answer }) => answer === 'holds' || answer === 'kin')
  );
}

/** How a list is introduced. */
export interface Lead {
  readonly move: string;
  readonly id: VariedId;
  /** Said before the list: what was kept, what was noted. */
  readonly before?: readonly Message[];
  /** Said after it: a question. */
  readonly after?: readonly Message[];
  /** Said instead of the introduction. */
  readonly instead?: Message;
  /** Near misses are left out where something keeps every wish. */
  readonly fittingOnly?: boolean;
}

/** The answer that shows what a search found, and says what it is: all that was asked, nearly, or nothing. */
export function presentList(turn: TurnInHand, session: SessionState, outcome: SearchOutcome, lead: Lead): Answer {
  const { items, relaxed, degraded } = outcome;
  const garments = items.map(({ garment }) => garment);
  const after = items.length > 0 ? showing(session, items) : session;
  return {
    move: lead.move,
    session: after,
    messages: [
      ...(lead.before ?? []),
      ...introduction(turn, session, outcome, lead),
      ...gaveWay(turn, session, outcome),
      ...degradedNote(degraded),
      ...(lead.after ?? []),
    ],
    items,
    suggestions: meets(turn, session, outcome) ? afterList(after, garments) : afterNearest(after, garments),
    attention: outcome.attention,
    relaxed,
    degraded,
  };
}

/** What gave way, said of the whole list, or of the rest of it where its head keeps every wish. */
function gaveWay(turn: TurnInHand, session: SessionState, { items, relaxed }: SearchOutcome): Message[] {
  const some = items.some(({ garment }) => keepsAll(garment, session, turn.scope));
  return relaxed.map(({ facet, message }) => (some ? { ...message, id: `rest.${facet}` } : message));
}

/** What did not run, in one sentence; nothing where everything ran. */
export function degradedNote(degraded: readonly Degradation[]): Message[] {
  const worst = WORST_FIRST.find((rung) => degraded.includes(rung));
  return worst ? [{ id: `degraded.${worst}` }] : [];
}

/** The session with `items` on the screen, and why each is there. */
export function showing(session: SessionState, items: readonly Item[]): SessionState {
  const shown = items.map(({ garment }) => garment.id);
  const { dressing: _over, compared: _before, ...rest } = session;
  return {
    ...rest,
    shown,
    why: items.map(({ reasons }) => reasons.map(({ message }) => message)),
    seen: [...new Set([...(session.seen ?? []), ...shown])],
    focus: null,
    outfits: [],
  };
}

/** A varied sentence of this turn. */
export function varied(turn: TurnInHand, id: VariedId): string {
  return chooseVariant(id, turn.session.conversationId, turn.session.turn, turn.scope.seed);
}

/** What the list is; where it is not all that was asked for, that is said after whatever led to it. */
function introduction(turn: TurnInHand, session: SessionState, outcome: SearchOutcome, lead: Lead): Message[] {
  const { items } = outcome;
  const said = lead.instead ? [lead.instead] : [];
  if (items.length === 0) {
    return [...said, { id: session.disliked.length > 0 ? 'reply.nothing-left' : 'reply.nothing' }];
  }
  const near = nearness(turn, session, outcome);
  if (near) return [...said, near];
  if (said.length > 0) return said;
  if (lead.id === 'reply.refined' && isUnchanged(turn, items))
    return [{ id: 'reply.unchanged', values: { count: items.length } }];
  return [{ id: varied(turn, lead.id), values: { count: items.length } }];
}

/** The very garments that were on the screen already. */
function isUnchanged({ session }: TurnInHand, items: readonly Item[]): boolean {
  const ids = new Set(items.map(({ garment }) => garment.id));
  return ids.size === session.shown.length && session.shown.every((id) => ids.has(id));
}

/** "Nothing matches, the nearest is …", "two fit, the rest nearly", or nothing where all was met. */
function nearness(turn: TurnInHand, session: SessionState, { items, relaxed }: SearchOutcome): Message | undefined {
  if (relaxed.length > 0) {
    const fitting = items.filter(({ garment }) => keepsAll(garment, session, turn.scope)).length;
    if (fitting > 0) return { id: 'reply.few', values: { count: fitting } };
    return { id: varied(turn, 'reply.nearest') };
  }
  // What merely sells was never described.
  const loose = hasRequest(session) && items.every(({ match }) => match === 'loose');
  return loose ? { id: 'reply.nearest-loose', values: { count: items.length } } : undefined;
}

/**
 * "This but in red" stays with its kind: beside words, the photo's family (dresses, bottoms) is part of the wish,
 * unless the words name a kind. The family and not the kind, since the model may take a blouse for a shirt.
 */
function familyOfPhoto(session: SessionState, scope: Scope): Pick<Constraints, 'category'> {
  const category = photoOf(session, session.photoTurn)?.category;
  const { price: _price, size: _size, ...wishes } = session.constraints;
  if (!category || isUnconstrained(wishes)) return {};
  return { category: scope.vocabulary.lineage('category', category).at(-1) ?? category };
}

function photoOfQuery(turn: TurnInHand, session: SessionState): Pick<SearchQuery, 'photo'> {
  const fresh = turn.heard.photo;
  if (fresh && fresh.remembered.turn === session.photoTurn) return { photo: fresh.encoding };
  const remembered = photoOf(session, session.photoTurn);
  return remembered ? { photo: { embedding: recallEmbedding(remembered), tags: recallTags(remembered) } } : {};
}
