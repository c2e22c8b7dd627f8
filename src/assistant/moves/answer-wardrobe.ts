import { statedIds } from '../../domain/constraints.js';
import type { Effect } from '../../domain/effect.js';
import type { OwnPiece } from '../../domain/own-piece.js';
import type { Message, MessageValue, Outfit } from '../../domain/reply.js';
import type { OutfitBrief, RememberedPhoto } from '../../domain/session.js';
import { pointedAt } from '../../language/notice-talk.js';
import type { WardrobeTalk } from '../../language/wardrobe-talk.js';
import { type Answer, type Move, plainItem, type TurnInHand, titleOf } from '../answer.js';
import { garmentOf, ownPieceOf, wardrobeOf } from '../own-pieces.js';
import { atMost, outfitChanges, press, say } from '../say/suggest.js';
import { requestFor } from '../track/outfit-request.js';
import { slotOf, slotsOf } from '../track/outfit-slots.js';
import { withPhoto } from '../track/running-request.js';
import { aside } from './answer-talk.js';
import { ask } from './ask.js';
import { briefFor } from './outfit-brief.js';

const OUTFITS = 3;
/** Pieces read out at once. */
const LISTED = 30;

/**
 * One's own wardrobe: pieces are added from a photo, with consent, listed, removed, worn in outfits with new ones; and
 * what is missing is the one purchase that adds most outfits.
 */
export const answerWardrobe =
  (talk: WardrobeTalk): Move =>
  async (turn) => {
    if (turn.scope.user === undefined) return aside(turn, 'wardrobe', 'wardrobe.nobody');
    switch (talk) {
      case 'add':
        return addPiece(turn);
      case 'list':
        return list(turn);
      case 'remove':
        return remove(turn);
      case 'empty':
        return forget(turn, turn.scope.user.wardrobe ?? []);
      case 'missing':
        return missing(turn);
      case 'wear':
        return wear(turn);
    }
  };

/** The answer to "may I keep it?". */
export const answerKeepPiece =
  (yes: boolean): Move =>
  async (turn) => {
    const { session } = turn;
    const settled = { ...session, pending: null };
    if (!yes || session.photo === null) {
      const refused = { ...settled, consent: session.consent ?? ('refused' as const) };
      return { ...aside(turn, 'not-kept', 'wardrobe.not-kept'), session: refused, aside: false };
    }
    const kept = keptAnswer({ ...turn, session: { ...settled, consent: 'given' } }, session.photo);
    const profile: Effect = { kind: 'keep-profile', told: session.told ?? {} };
    return { ...kept, effects: [profile, ...(kept.effects ?? [])] };
  };

async function addPiece(turn: TurnInHand): Promise<Answer> {
  const { heard } = turn;
  const photographed = heard.photo ? withPhoto(turn.session, heard.photo.remembered) : turn.session;
  const seen = photographed.photo;
  const photo = seen && asCalled(turn, seen);
  const session = { ...photographed, photo };
  if (photo === null) return ask(session, 'photo', { ...heard.understood, tokens: [] });
  if (ownPieceOf(photo) === undefined) return { ...aside(turn, 'wardrobe', 'wardrobe.not-seen'), session };
  if (session.consent !== 'given') {
    return ask(session, 'wardrobe', heard.understood, { suggestions: [say('keep-yes'), say('keep-no')] });
  }
  return keptAnswer({ ...turn, session }, photo);
}

/** Whoever owns it knows what it is: the kind and the colours that are named stand, whatever the photo looks like. */
function asCalled(turn: TurnInHand, photo: RememberedPhoto): RememberedPhoto {
  const { vocabulary } = turn.scope;
  const named = kindNamed(turn);
  // "These trousers" are the jeans that the photo shows.
  const seenCloser =
    named !== undefined && photo.category !== null && vocabulary.isKindOf('category', photo.category, named);
  const stated = statedIds(turn.heard.understood.constraints, 'colours');
  const colours = stated.length > 0 ? stated : [nameIn(turn, 'colours', () => true)].flatMap((id) => id ?? []);
  return {
    ...photo,
    ...(named === undefined || seenCloser ? {} : { category: named }),
    ...(colours.length > 0 ? { colours } : {}),
  };
}

/** The wearable kind in the words: "this" before it makes it a reference and no constraint. */
function kindNamed(turn: TurnInHand): string | undefined {
  return nameIn(turn, 'category', (id) => slotOf(id, turn.scope.vocabulary) !== undefined);
}

/** The id of a facet whose name stands in the words; of several the longest name. */
function nameIn(
  { heard, scope }: TurnInHand,
  facet: 'category' | 'colours',
  counts: (id: string) => boolean,
): string | undefined {
  const text = heard.text.toLowerCase();
  const named = scope.vocabulary
    .entries(facet)
    .filter(({ id }) => counts(id))
    .map(({ id, synonyms }) => ({ id, name: longestIn(text, [...synonyms['zh-CN'], ...synonyms.en]) }))
    .filter(({ name }) => name > 0)
    .sort((a, b) => b.name - a.name);
  return named[0]?.id;
}

function longestIn(text: string, names: readonly string[]): number {
  return Math.max(0, ...names.filter((name) => isIn(text, name)).map(({ length }) => length));
}

function isIn(text: string, name: string): boolean {
  // T恤 is found like 裙子: no word ends where a Chinese one begins.
  if (/[^\x20-\x7e]/.test(name)) return text.includes(name.toLowerCase());
  return new RegExp(`\\b${name.replace(/[^\w ]/g, '.')}s?\\b`, 'i').test(text);
}

function keptAnswer(turn: TurnInHand, photo: RememberedPhoto): Answer {
  const { session, scope } = turn;
  const piece = ownPieceOf(photo);
  if (piece === undefined) return aside(turn, 'wardrobe', 'wardrobe.not-seen');
  const garment = garmentOf(piece, turn.scope.vocabulary);
  const count = (scope.user?.wardrobe?.length ?? 0) + 1;
  return {
    move: 'wardrobe-add',
    session: { ...session, pending: null },
    messages: [{ id: 'wardrobe.added', values: { title: titleOf(garment), count } }],
    suggestions: [say('wardrobe-wear'), say('wardrobe-missing'), say('wardrobe')],
    effects: [{ kind: 'own-add', modelId: scope.encoder.modelId, piece }],
  };
}

async function list(turn: TurnInHand): Promise<Answer> {
  const own = wardrobeOf(turn.scope);
  if (own.length === 0) return { ...aside(turn, 'wardrobe', 'wardrobe.empty'), suggestions: [say('profile')] };
  return {
    ...aside(turn, 'wardrobe', 'wardrobe.lead'),
    messages: [
      { id: 'wardrobe.lead', values: { count: own.length } },
      ...own
        .slice(0, LISTED)
        .map(
          (garment, at): Message => ({ id: 'wardrobe.piece', values: { position: at + 1, title: titleOf(garment) } }),
        ),
      ...(own.length > LISTED ? [{ id: 'wardrobe.rest', values: { count: own.length - LISTED } }] : []),
    ],
    suggestions: [say('wardrobe-wear'), say('wardrobe-missing')],
  };
}

async function remove(turn: TurnInHand): Promise<Answer> {
  const own = turn.scope.user?.wardrobe ?? [];
  const chosen = choose(turn, own);
  if (own.length === 0) return aside(turn, 'wardrobe', 'wardrobe.empty');
  if (chosen.length === 0) {
    return { ...(await list(turn)), messages: [{ id: 'wardrobe.which' }, ...(await list(turn)).messages.slice(1)] };
  }
  return forget(turn, chosen);
}

function forget(turn: TurnInHand, pieces: readonly OwnPiece[]): Answer {
  if (pieces.length === 0) return aside(turn, 'wardrobe', 'wardrobe.empty');
  const items = pieces.map((piece): MessageValue => titleOf(garmentOf(piece, turn.scope.vocabulary)));
  return {
    ...aside(turn, 'wardrobe-remove', 'wardrobe.removed'),
    messages: [{ id: 'wardrobe.removed', values: { titles: { kind: 'list', items, join: 'and' } } }],
    effects: [{ kind: 'own-remove', ids: pieces.map(({ id }) => id) }],
  };
}

/** The pieces that words point at: by their place in the wardrobe, else by their kind and colour. */
function choose(turn: TurnInHand, own: readonly OwnPiece[]): OwnPiece[] {
  const places = pointedAt(turn.heard.text).flatMap(({ kind, index }) => (kind === 'ordinal' ? (index ?? []) : []));
  if (places.length > 0) return places.flatMap((place) => own.at(place > 0 ? place - 1 : place) ?? []);
  const named = own.filter((piece) => names(turn, 'category', piece.category));
  const coloured = named.filter((piece) => piece.colours.some((id) => names(turn, 'colours', id)));
  return coloured.length > 0 ? coloured : named;
}

/** Whether the words have a name of an id, or of a kind it belongs to (jeans are trousers). */
function names({ heard, scope }: TurnInHand, facet: 'category' | 'colours', id: string): boolean {
  const text = heard.text.toLowerCase();
  const line = facet === 'category' ? scope.vocabulary.lineage(facet, id) : [id];
  return [id, ...line].some((one) => {
    const entry = scope.vocabulary.entries(facet).find((known) => known.id === one);
    const spoken = entry ? [...entry.synonyms['zh-CN'], ...entry.synonyms.en] : [];
    return spoken.some((name) => isIn(text, name));
  });
}

async function wear(turn: TurnInHand): Promise<Answer> {
  const { scope, session } = turn;
  const own = scope.user?.wardrobe ?? [];
  if (own.length === 0) return { ...aside(turn, 'wardrobe', 'wardrobe.empty') };
  const [anchor] = choose(turn, own);
  const brief: OutfitBrief = {
    ...briefFor(turn, session),
    ...(anchor === undefined ? {} : { garmentId: anchor.id }),
    wardrobe: true,
  };
  const outcome = await scope.composeOutfits({
    ...requestFor(turn, session, brief),
    ...(anchor === undefined ? { wearOwned: true } : {}),
    limit: OUTFITS,
  });
  const { outfits, relaxed } = outcome;
  if (outfits.length === 0) return aside(turn, 'wardrobe', 'wardrobe.no-outfit');
  return {
    move: 'wardrobe-outfit',
    session: {
      ...session,
      outfits: outfits.map((outfit) => outfit.garments.map(({ id }) => id)),
      dressing: { ...brief, at: 0, without: [], earlier: [] },
      pending: null,
    },
    messages: [...wornMessages(turn, anchor, outfits), ...relaxed.map(({ message }) => message)],
    outfits,
    suggestions: atMost(outfitChanges(slotsOf(outfits[0]?.garments ?? [], scope.vocabulary))),
    relaxed,
  };
}

/** What the outfits wear of one's own; that a piece named is not there, or that nothing there suits, is said. */
function wornMessages(turn: TurnInHand, anchor: OwnPiece | undefined, outfits: readonly Outfit[]): Message[] {
  const { heard, scope } = turn;
  const count = outfits.length;
  if (anchor !== undefined)
    return [{ id: 'wardrobe.outfits-with', values: { title: titleOf(garmentOf(anchor, scope.vocabulary)), count } }];
  const own = new Set(scope.user?.wardrobe?.map(({ id }) => id));
  if (!outfits.some(({ garments }) => garments.some(({ id }) => own.has(id))))
    return [{ id: 'wardrobe.none-suit', values: { count } }];
  const named = statedIds(heard.understood.constraints, 'category')[0] ?? kindNamed(turn);
  const kind: MessageValue | undefined = named && { kind: 'facet', value: { facet: 'category', id: named } };
  return [
    ...(kind === undefined ? [] : [{ id: 'wardrobe.not-owned', values: { kind } }]),
    { id: 'wardrobe.outfits', values: { count } },
  ];
}

async function missing(turn: TurnInHand): Promise<Answer> {
  const { scope } = turn;
  const wardrobe = wardrobeOf(turn.scope);
  if (wardrobe.length === 0) return aside(turn, 'wardrobe', 'wardrobe.empty');
  const { audience, budget, season } = briefFor(turn, turn.session);
  const best = await scope.bestPurchase?.({ wardrobe, audience, budget, season });
  if (best === undefined) return aside(turn, 'wardrobe', 'wardrobe.nothing-missing');
  const { garment, before, after } = best;
  return {
    move: 'wardrobe-missing',
    session: { ...turn.session, shown: [garment.id], focus: garment.id },
    messages: [{ id: 'wardrobe.missing', values: { title: titleOf(garment), added: after - before, before, after } }],
    items: [plainItem(garment)],
    suggestions: [press('similar', garment), say('wardrobe-wear'), say('wardrobe')],
    aside: true,
  };
}
