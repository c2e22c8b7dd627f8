import type { Constraints } from '../../domain/constraints.js';
import type { Money } from '../../domain/money.js';
import type { RememberedPhoto, SessionState } from '../../domain/session.js';
import type { UnderstoodTurn } from '../../domain/turn.js';

/** What is being looked for: the part of the tracker that a new topic replaces and undo restores. */
export interface RunningRequest {
  readonly constraints: Constraints;
  /** Where several garments are looked for at once, what is asked of each. */
  readonly parts?: readonly Constraints[];
  /** Of several garments, what all of them may cost together. */
  readonly total?: Money;
  readonly keywords: readonly string[];
  /** Words that no row shown may have. */
  readonly avoided?: readonly string[];
  readonly sort?: UnderstoodTurn['sort'];
  /** The shopper's own sentence while the request is still the one it stated. */
  readonly words?: string;
  /** Something to give away is looked for. */
  readonly gift?: boolean;
  readonly similarTo?: string;
  /** The turn of the photo the request goes by. */
  readonly photoTurn?: number;
}

/** Requests that can be undone, one after the other. */
const UNDO_DEPTH = 10;
const EARLIER_PHOTOS = 2;

export const NO_REQUEST: RunningRequest = { constraints: {}, keywords: [] };

export function requestOf(session: SessionState): RunningRequest {
  return pickRequest(session);
}

/**
 * The session looking for `request` from now on; what was looked for before can be undone. Asking for the
 * same again changes nothing, so a repeated turn leaves no step to undo.
 */
export function lookFor(session: SessionState, request: RunningRequest): SessionState {
  const before = requestOf(session);
  if (sameRequest(before, request)) return session;
  const started = !sameRequest(before, NO_REQUEST) || session.shown.length > 0;
  return {
    ...withoutRequest(session),
    ...pickRequest(request),
    past: started
      ? [...session.past, { ...pickRequest(before), shown: session.shown }].slice(-UNDO_DEPTH)
      : session.past,
    seen: [],
    // A rate that is missing is missing for every request.
    asked: (session.asked ?? []).filter((id) => id === 'currency'),
  };
}

/** The session with the request before the last change restored, or undefined where there is none. */
export function undo(session: SessionState): SessionState | undefined {
  const last = session.past.at(-1);
  if (!last) return undefined;
  const photoKnown = last.photoTurn === undefined || photoOf(session, last.photoTurn) !== undefined;
  const { photoTurn, ...rest } = pickRequest(last);
  return {
    ...withoutRequest(session),
    ...rest,
    ...(photoKnown && photoTurn !== undefined ? { photoTurn } : {}),
    past: session.past.slice(0, -1),
    shown: [...last.shown],
    why: [],
    seen: [],
    asked: [],
    focus: null,
    pending: null,
  };
}

/** The session remembering `photo`; the ones before it stay while an undo may need them. */
export function withPhoto(session: SessionState, photo: RememberedPhoto): SessionState {
  const earlier = session.photo ? [...(session.earlierPhotos ?? []), session.photo] : (session.earlierPhotos ?? []);
  return { ...session, photo, earlierPhotos: earlier.slice(-EARLIER_PHOTOS) };
}

/** The photo received in `turn`, if it is still remembered. */
export function photoOf(session: SessionState, turn: number | undefined): RememberedPhoto | undefined {
  if (turn === undefined) return undefined;
  return [session.photo, ...(session.earlierPhotos ?? [])].find((photo) => photo?.turn === turn) ?? undefined;
}

/** True where the turn before this one brought a photo: "find the same" is about it. */
export function photoJustSeen(session: SessionState): boolean {
  return session.photo !== null && session.photo.turn === session.turn - 1;
}

function withoutRequest(session: SessionState): SessionState {
  const {
    sort: _sort,
    words: _words,
    similarTo: _similarTo,
    photoTurn: _photoTurn,
    parts: _parts,
    total: _total,
    gift: _gift,
    avoided: _avoided,
    ...rest
  } = session;
  return rest;
}

function pickRequest(from: RunningRequest): {
  constraints: Constraints;
  parts?: Constraints[];
  total?: Money;
  keywords: string[];
  avoided?: string[];
  sort?: UnderstoodTurn['sort'];
  words?: string;
  gift?: boolean;
  similarTo?: string;
  photoTurn?: number;
} {
  return {
    constraints: from.constraints,
    keywords: [...from.keywords],
    ...(from.parts === undefined ? {} : { parts: [...from.parts] }),
    ...(from.total === undefined ? {} : { total: from.total }),
    ...(from.avoided === undefined ? {} : { avoided: [...from.avoided] }),
    ...(from.sort === undefined ? {} : { sort: from.sort }),
    ...(from.words === undefined ? {} : { words: from.words }),
    ...(from.gift === undefined ? {} : { gift: from.gift }),
    ...(from.similarTo === undefined ? {} : { similarTo: from.similarTo }),
    ...(from.photoTurn === undefined ? {} : { photoTurn: from.photoTurn }),
  };
}

function sameRequest(a: RunningRequest, b: RunningRequest): boolean {
  const key = ({ words: _words, ...request }: ReturnType<typeof pickRequest>): string => JSON.stringify(request);
  return key(pickRequest(a)) === key(pickRequest(b));
}
