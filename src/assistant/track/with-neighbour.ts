import type { TurnInHand } from '../answer.js';

/** The garment before the one talked about, or behind it. */
const BEFORE =
  /^(?:ok(?:ay)?,? |hm+,? |and |what about |how about |show me |i meant? |no,? )*the (?:one|item) (?:just |right )?(?:before|above|to the left of) (?:that|it|this)(?: one)?[\s?.!]*$|^(?:那|我说的?是|看看?|嗯)*(?:它|这[件条双个款]|那[件条双个款])(?:的)?(?:前面|前|上面|上)(?:的)?(?:那|一)*[件条双个款](?:呢|怎么样|吧)?[\s?.!]*$|^(?:那|我说的?是|看看?|嗯)*(?:前|上)(?:面)?(?:的)?(?:那一?|一)[件条双款](?:呢|怎么样|吧)?[\s?.!]*$/iu;
const BEHIND =
  /^(?:ok(?:ay)?,? |hm+,? |and |what about |how about |show me |i meant? |no,? )*the (?:one|item) (?:just |right )?(?:after|below|behind|to the right of) (?:that|it|this)(?: one)?[\s?.!]*$|^(?:那|我说的?是|看看?|嗯)*(?:它|这[件条双个款]|那[件条双个款])(?:的)?(?:后面|后|下面|下)(?:的)?(?:那|一)*[件条双个款](?:呢|怎么样|吧)?[\s?.!]*$|^(?:那|我说的?是|看看?|嗯)*(?:后|下)(?:面)?(?:的)?(?:那一?|一)[件条双款](?:呢|怎么样|吧)?[\s?.!]*$/iu;

/**
 * "The one before that", 后面那件呢: of the list on the screen, the garment beside the one talked about. Where none is
 * talked about, or none stands there, the turn passes through unchanged: it then goes back a step.
 */
export function withNeighbour(turn: TurnInHand): TurnInHand {
  const { heard, session, shown } = turn;
  if (heard.photo || heard.action || session.focus === null) return turn;
  const step = BEFORE.test(heard.text) ? -1 : BEHIND.test(heard.text) ? 1 : 0;
  const at = session.shown.indexOf(session.focus);
  const id = step === 0 || at < 0 || at + step < 0 ? undefined : session.shown[at + step];
  const garment = shown.find((one) => one.id === id);
  if (!garment) return turn;
  const reference = { kind: 'ordinal' as const, index: at + step + 1, garmentId: garment.id };
  const understood = {
    ...heard.understood,
    intent: 'explain' as const,
    confidence: 0.9,
    constraints: {},
    critiques: [],
    keywords: [],
    references: [reference],
  };
  return {
    ...turn,
    heard: { ...heard, understood },
    resolved: { garments: [garment], references: [reference], photo: false },
  };
}
