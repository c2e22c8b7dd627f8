import type { Dressing, SessionState } from '../../domain/session.js';

/** Lists of the tracker stay short, so that 200 turns are as cheap to keep as 20. */
const BOUNDS = {
  keywords: 12,
  shown: 10,
  why: 10,
  reasons: 3,
  seen: 60,
  outfits: 6,
  pieces: 8,
  liked: 20,
  disliked: 40,
  saved: 10,
};
const LONGEST_REASON = 240;
const LONGEST_WORDS = 200;

/** `session` with every list cut to its bound, newest kept. */
export function boundSession(session: SessionState): SessionState {
  return {
    ...session,
    keywords: session.keywords.slice(0, BOUNDS.keywords).map((word) => word.slice(0, 40)),
    ...(session.avoided === undefined
      ? {}
      : { avoided: session.avoided.slice(-BOUNDS.keywords).map((word) => word.slice(0, 40)) }),
    ...(session.words === undefined ? {} : { words: session.words.slice(0, LONGEST_WORDS) }),
    past: session.past.map((entry) => ({
      ...entry,
      shown: entry.shown.slice(0, BOUNDS.shown),
      ...(entry.words === undefined ? {} : { words: entry.words.slice(0, LONGEST_WORDS) }),
    })),
    shown: session.shown.slice(0, BOUNDS.shown),
    ...(session.why === undefined
      ? {}
      : {
          why: session.why
            .slice(0, BOUNDS.why)
            .map((reasons) =>
              reasons.filter((reason) => JSON.stringify(reason).length <= LONGEST_REASON).slice(0, BOUNDS.reasons),
            ),
        }),
    ...(session.seen === undefined ? {} : { seen: session.seen.slice(-BOUNDS.seen) }),
    ...(session.saved === undefined
      ? {}
      : { saved: session.saved.slice(0, BOUNDS.saved).map((ids) => ids.slice(0, BOUNDS.pieces)) }),
    outfits: session.outfits.slice(0, BOUNDS.outfits).map((pieces) => pieces.slice(0, BOUNDS.pieces)),
    ...(session.dressing ? { dressing: boundDressing(session.dressing) } : {}),
    liked: session.liked.slice(0, BOUNDS.liked),
    disliked: session.disliked.slice(0, BOUNDS.disliked),
    ...(session.asked === undefined ? {} : { asked: session.asked.slice(-8) }),
  };
}

/** A wish, a word for an occasion: as long as anyone means them. */
function boundDressing(dressing: Dressing): Dressing {
  const { occasion } = dressing;
  return { ...dressing, ...(occasion === undefined ? {} : { occasion: occasion.slice(0, 40) }) };
}
