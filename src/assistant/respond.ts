import { YidaFault } from '../domain/fault.js';
import type { Garment } from '../domain/garment.js';
import { isOwn } from '../domain/own-piece-id.js';
import type { Message, Reply } from '../domain/reply.js';
import type { SessionState } from '../domain/session.js';
import type { ShopperTurn } from '../domain/turn.js';
import type { Answer, TurnInHand } from './answer.js';
import { decide } from './decide-move.js';
import { type Heard, hear } from './hear/hear.js';
import { openQuestion } from './moves/ask.js';
import { wardrobeOf } from './own-pieces.js';
import { inVariant } from './say/choose-variant.js';
import { atMost, sayAgain, toBegin } from './say/suggest.js';
import type { Respond, Scope, TurnResult } from './scope.js';
import { answerPending } from './track/answer-pending.js';
import { withBareCorrection } from './track/bare-correction.js';
import { boundSession } from './track/bound-session.js';
import { withMeantSize } from './track/meant-size.js';
import { mergeConstraints } from './track/merge-constraints.js';
import { withFactsInPassing } from './track/note-facts.js';
import { withPartNamed } from './track/parts-named.js';
import { pieceTold } from './track/piece-in-words.js';
import { withRatedBudget } from './track/rated-budget.js';
import { resolveReferences } from './track/resolve-reference.js';
import { photoJustSeen } from './track/running-request.js';
import { withShopShoeSize } from './track/shop-shoe-size.js';
import { withBodyWish } from './track/with-body-wish.js';
import { withGift } from './track/with-gift.js';
import { withInstead } from './track/with-instead.js';
import { withNeighbour } from './track/with-neighbour.js';
import { withOwnSizes } from './track/with-own-sizes.js';
import { withPriceComplaint } from './track/with-price-complaint.js';
import { withWeather } from './track/with-weather.js';

/** What the words of a turn mean in this talk, one reading after the other; each leaves what it knows nothing of. */
const READINGS: readonly ((turn: TurnInHand) => TurnInHand)[] = [
  withBareCorrection,
  withOwnSizes,
  withNeighbour,
  withPartNamed,
  withInstead,
  withWeather,
  withBodyWish,
  withGift,
  withPriceComplaint,
  answerPending,
  withMeantSize,
  withRatedBudget,
];

/**
 * One turn of the conversation: hears it, decides the move, makes it, and returns the reply with the session
 * after it. Never throws: what fails inside is answered with an apology that keeps the session as it was.
 */
export const respond: Respond = async (turn, session, scope) => {
  const started = scope.now();
  const locale = session.turn === 0 ? (turn.locale ?? session.locale) : session.locale;
  let heard: Heard | undefined;
  let hand: TurnInHand | undefined;
  let answer: Answer;
  try {
    heard = await hear(turn, session, scope);
    const taken = await takeInHand(heard, session, scope);
    hand = await withShopShoeSize(READINGS.reduce((turn, read) => read(turn), taken));
    answer = withFactsInPassing(await decide(hand)(hand), hand);
  } catch (error) {
    answer = apologise({ ...session, turn: session.turn + 1, locale: heard?.locale ?? locale }, turn, error);
  }
  return finish(answer, heard ?? unheard(locale), hand, scope, started);
};

async function takeInHand(heard: Heard, session: SessionState, scope: Scope): Promise<TurnInHand> {
  const listening = remembering({ ...session, turn: session.turn + 1, locale: heard.locale }, scope);
  const ids = [...session.shown, session.focus ?? [], session.outfits].flat(2);
  const sold = ids.length > 0 ? await scope.garments.getMany([...new Set(ids)]) : [];
  // Own pieces are worn in outfits, and no catalogue has them.
  const shown = ids.some((id) => isOwn({ id })) ? [...sold, ...ownAmong(ids, scope)] : sold;
  // "This" said beside a photo, or right after one, is the photo.
  const pointed =
    heard.photo || (photoJustSeen(listening) && session.focus === null)
      ? heard.understood.references.map((one) => (one.kind === 'last' ? { kind: 'photo' as const } : one))
      : heard.understood.references;
  const resolved = resolveReferences(pointed, session, shown, scope.vocabulary);
  return { heard, session: listening, scope, shown, resolved };
}

/** Those of the wardrobe, and those told of in words. */
function ownAmong(ids: readonly string[], scope: Scope): Garment[] {
  const told = [...new Set(ids)].flatMap((id) => pieceTold(id, scope.vocabulary) ?? []);
  return [...wardrobeOf(scope).filter(({ id }) => ids.includes(id)), ...told];
}

/** What was kept of the shopper with consent is known from the first turn on. */
function remembering(session: SessionState, { user }: Scope): SessionState {
  if (session.turn !== 1 || !user?.profile) return session;
  const liked = [...new Set([...session.liked, ...(user.liked ?? [])])];
  return { ...session, told: { ...user.profile.told, ...session.told }, liked, consent: 'given' };
}

/** The last rung: nothing worked, the shopper's words are kept for another try, and nothing else changes. */
function apologise(session: SessionState, turn: ShopperTurn, error: unknown): Answer {
  const words = (turn.action?.text ?? turn.text ?? '').trim().slice(0, 200);
  return {
    move: 'apology',
    session,
    messages: [{ id: 'reply.apology' }],
    suggestions: atMost([...(words ? [sayAgain(words)] : []), ...toBegin()]),
    degraded: ['catalogue'],
    fault: error instanceof YidaFault ? error.code : error instanceof Error ? error.name : 'unknown',
  };
}

function finish(answer: Answer, heard: Heard, hand: TurnInHand | undefined, scope: Scope, started: number): TurnResult {
  const { understood } = hand?.heard ?? heard;
  const { session, resumed } = settle(answer, hand);
  const holding = answer.stated ? mergeConstraints(session.constraints, answer.stated) : session.constraints;
  const reply: Reply = {
    locale: session.locale,
    messages: [...heard.notices, ...(hand?.notices ?? []), ...answer.messages, ...resumed].map((message) =>
      inVariant(message, session.conversationId, session.turn, scope.seed),
    ),
    items: answer.items ?? [],
    outfits: answer.outfits ?? [],
    suggestions: answer.suggestions ?? [],
    // What holds after this turn, so that a client sees the whole request and not only its last change.
    understood: { ...understood, constraints: holding, references: [...(hand?.resolved.references ?? [])] },
    attention: answer.attention ?? null,
    relaxed: answer.relaxed ?? [],
    degraded: answer.degraded ?? [],
  };
  return {
    reply,
    session: boundSession({ ...session, intent: understood.intent }),
    effects: answer.effects ?? [],
    trace: {
      intent: understood.intent,
      move: answer.move,
      heard: heard.understood,
      ...((answer.fault ?? heard.fault) === undefined ? {} : { fault: answer.fault ?? heard.fault ?? '' }),
      tookMs: scope.now() - started,
    },
  };
}

/** A question asked in this turn waits; one that an aside interrupted is taken up again; others are over. */
function settle(answer: Answer, hand: TurnInHand | undefined): { session: SessionState; resumed: Message[] } {
  const { session } = answer;
  if (!session.pending || session.pending.turn === session.turn || !hand) return { session, resumed: [] };
  const open = openQuestion(session);
  if (!open || !answer.aside) return { session: { ...session, pending: null }, resumed: [] };
  // "What are you looking for?" hangs in the air of any help or greeting: no need to say it again.
  return { session, resumed: open.id === 'what' ? [] : [{ id: `resume.${open.id}` }] };
}

function unheard(locale: Heard['locale']): Heard {
  return {
    locale,
    text: '',
    photoFailed: false,
    notices: [],
    understood: {
      locale,
      intent: 'unknown',
      confidence: 0,
      tokens: [],
      constraints: {},
      references: [],
      critiques: [],
      relaxed: [],
      keywords: [],
    },
  };
}
