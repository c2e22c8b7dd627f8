import type { Garment } from '../../domain/garment.js';
import { isOwn } from '../../domain/own-piece-id.js';
import type { Outfit } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import type { Reference } from '../../domain/turn.js';
import { pointedAt } from '../../language/notice-talk.js';
import { meansAll, type ShortlistTalk } from '../../language/shortlist-talk.js';
import { type Answer, type Move, plainItem, type TurnInHand, titleOf } from '../answer.js';
import { wardrobeOf } from '../own-pieces.js';
import { atMost, outfitChanges, press, say, toBegin } from '../say/suggest.js';
import { piecesOf } from '../track/outfit-change.js';
import { slotsOf } from '../track/outfit-slots.js';
import { resolveReferences } from '../track/resolve-reference.js';
import { aside } from './answer-talk.js';
import { showing } from './find.js';
import { asItIs } from './outfit-change/present-outfits.js';

/** "Save this for later", "show what I saved": kept in this conversation, and nowhere else. */
export const answerShortlist =
  (talk: ShortlistTalk): Move =>
  async (turn) =>
    talk === 'save' ? save(turn) : show(turn);

function save(turn: TurnInHand): Answer {
  const { session, shown, heard, scope } = turn;
  const places = pointedAt(heard.text).filter(({ kind }) => kind !== 'last');
  const whole = WHOLE.test(heard.text) ? outfitAt(places, session) : undefined;
  const at = whole ?? session.dressing?.at ?? 0;
  const worn = session.dressing ? piecesOf(turn, at) : [];
  const pointed = whole === undefined ? resolveReferences(places, session, shown, scope.vocabulary).garments : [];
  if (worn.length > 0 && pointed.length === 0) {
    const answer = aside(turn, 'save', 'reply.saved-outfit');
    const values = { position: at + 1 };
    return {
      ...answer,
      session: withSaved(session, [worn.map(({ id }) => id)]),
      messages: [{ id: 'reply.saved-outfit', values }],
      suggestions: [...outfitChanges(slotsOf(worn, scope.vocabulary)), say('saved')],
    };
  }
  const onScreen = session.shown.flatMap((id) => shown.find((garment) => garment.id === id) ?? []);
  const [focused] = [...onScreen, ...shown].filter(({ id }) => id === session.focus);
  const garments =
    pointed.length > 0
      ? pointed
      : meansAll(heard.text) && !focused
        ? onScreen
        : [focused ?? onScreen[0]].flatMap((one) => one ?? []);
  if (garments.length === 0) return aside(turn, 'save', 'reply.nothing-shown');
  return {
    ...aside(turn, 'save', 'reply.saved'),
    session: withSaved(
      session,
      garments.map(({ id }) => [id]),
    ),
    messages: [{ id: 'reply.saved', values: { titles: { kind: 'list', items: garments.map(titleOf), join: 'and' } } }],
    suggestions: atMost([
      say('saved'),
      ...garments.slice(0, 1).map((garment) => press('outfit', garment)),
      say('more'),
    ]),
  };
}

/** 第二套, "the second outfit": a place among the outfits, and not among the garments shown before them. */
const WHOLE = /套|\b(?:outfit|look)s?\b/i;

function outfitAt(places: readonly Reference[], { outfits }: SessionState): number | undefined {
  const index = places.find(({ kind }) => kind === 'ordinal')?.index;
  if (index === undefined || outfits.length === 0) return undefined;
  const at = index < 0 ? outfits.length + index : index - 1;
  return at >= 0 && at < outfits.length ? at : undefined;
}

function withSaved(session: SessionState, more: readonly string[][]): SessionState {
  const key = (ids: readonly string[]): string => [...ids].sort().join(' ');
  const added = new Set(more.map(key));
  return { ...session, saved: [...more, ...(session.saved ?? []).filter((ids) => !added.has(key(ids)))] };
}

async function show(turn: TurnInHand): Promise<Answer> {
  const { session, scope } = turn;
  const saved = session.saved ?? [];
  if (saved.length === 0) {
    const answer = aside(turn, 'saved', 'reply.saved-none');
    return session.shown.length > 0 ? answer : { ...answer, suggestions: toBegin() };
  }
  const rows = await scope.garments.getMany([...new Set(saved.flat())]);
  const known = (ids: readonly string[]): Garment[] =>
    ids.flatMap((id) => [...rows, ...turn.shown, ...wardrobeOf(scope)].find((garment) => garment.id === id) ?? []);
  const items = saved.filter((ids) => ids.length === 1).flatMap((ids) => known(ids).map(plainItem));
  const outfits: Outfit[] = [];
  // What they were put together for is not kept: their total is told, and no reasons.
  for (const ids of saved.filter((some) => some.length > 1)) {
    const pieces = known(ids);
    const found = await asItIs(turn, pieces.some(isOwn) ? { wardrobe: true } : {}, pieces);
    outfits.push(...found.map((outfit) => ({ ...outfit, reasons: [] })));
  }
  const next = items.length > 0 ? showing(session, items) : session;
  return {
    move: 'saved',
    session:
      outfits.length === 0
        ? next
        : {
            ...next,
            outfits: outfits.map(({ garments }) => garments.map(({ id }) => id)),
            dressing: {
              ...(outfits.some(({ garments }) => garments.some(isOwn)) ? { wardrobe: true } : {}),
              at: 0,
              without: [],
              earlier: [],
            },
          },
    messages: [{ id: items.length + outfits.length > 0 ? 'reply.saved-list' : 'reply.garment-gone' }],
    items,
    outfits,
    suggestions: atMost([
      ...items.slice(0, 1).map(({ garment }) => press('outfit', garment, 1)),
      ...(items.length > 1 ? [say('compare')] : []),
      ...(outfits.length > 0 ? outfitChanges(slotsOf(outfits[0]?.garments ?? [], scope.vocabulary)) : []),
    ]),
    aside: true,
  };
}
