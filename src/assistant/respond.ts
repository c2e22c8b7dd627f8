import { isUnconstrained } from '../domain/constraints.js';
import { YidaFault } from '../domain/fault.js';
import { isOwn } from '../domain/own-piece-id.js';
import type { Message, Reply } from '../domain/reply.js';
import type { SessionState } from '../domain/session.js';
import type { Intent, ShopperTurn } from '../domain/turn.js';
import { namesPriceBelowZero } from '../language/budget.js';
import { type NoticeTalk, pointedAt, readNoticeTalk } from '../language/notice-talk.js';
import { asksAboutIt, asksToBuy, browses, namesAPlaceAlone, speaksOfDistress } from '../language/questions.js';
import { readWardrobeTalk } from '../language/wardrobe-talk.js';
import { readYesNo } from '../language/yes-no.js';
import type { Answer, Move, TurnInHand } from './answer.js';
import { type Heard, hear } from './hear/hear.js';
import { answerBuy } from './moves/answer-buy.js';
import { answerCompare } from './moves/answer-compare.js';
import { answerExplain } from './moves/answer-explain.js';
import { answerFeedback } from './moves/answer-feedback.js';
import { answerNotice } from './moves/answer-notice.js';
import { answerOutfit } from './moves/answer-outfit.js';
import { answerOutfitChange } from './moves/answer-outfit-change.js';
import { answerBrowse, answerStanding } from './moves/answer-plan.js';
import { answerErase, answerPrivacy } from './moves/answer-privacy.js';
import { answerKeep, answerProfile } from './moves/answer-profile.js';
import { answerRequest, answerSimilar } from './moves/answer-request.js';
import { answerReturn } from './moves/answer-return.js';
import { answerHandover, answerStoreInfo } from './moves/answer-store.js';
import {
  answerCancel,
  answerGreeting,
  answerHelp,
  answerLanguage,
  answerRestart,
  answerUndo,
} from './moves/answer-talk.js';
import { answerSilence, answerUnclear } from './moves/answer-unclear.js';
import { answerKeepPiece, answerWardrobe } from './moves/answer-wardrobe.js';
import { ask, openQuestion, wasAsked } from './moves/ask.js';
import { pressButton } from './moves/press-button.js';
import { wardrobeOf } from './own-pieces.js';
import { inVariant } from './say/choose-variant.js';
import { atMost, sayAgain, toBegin } from './say/suggest.js';
import type { Respond, Scope, TurnResult } from './scope.js';
import { answerPending } from './track/answer-pending.js';
import { withBareCorrection } from './track/bare-correction.js';
import { boundSession } from './track/bound-session.js';
import { resizeNotice, withMeantSize } from './track/meant-size.js';
import { mergeConstraints } from './track/merge-constraints.js';
import { withFactsInPassing } from './track/note-facts.js';
import { readOutfitChange } from './track/outfit-change.js';
import { withRatedBudget } from './track/rated-budget.js';
import { resolveReferences } from './track/resolve-reference.js';
import { requestReturnedTo } from './track/return-to.js';
import { photoJustSeen } from './track/running-request.js';
import { withShopShoeSize } from './track/shop-shoe-size.js';

const MOVES: Readonly<Record<Intent, Move>> = {
  search: answerRequest,
  refine: answerRequest,
  'photo-search': answerRequest,
  similar: answerSimilar,
  outfit: answerOutfit,
  compare: answerCompare,
  explain: answerExplain,
  feedback: answerFeedback,
  greeting: answerGreeting,
  help: answerHelp,
  cancel: answerCancel,
  restart: answerRestart,
  undo: answerUndo,
  'change-language': answerLanguage,
  profile: answerProfile,
  privacy: answerPrivacy,
  handover: answerHandover,
  'store-info': answerStoreInfo,
  unknown: answerUnclear,
};

/** Intents that leave a photo sent with them unanswered: the photo is then what the turn is about. */
const NOT_ABOUT_PHOTOS: ReadonlySet<Intent> = new Set<Intent>([
  'unknown',
  'greeting',
  'help',
  'cancel',
  'undo',
  'feedback',
  'compare',
  'explain',
  'change-language',
  'profile',
  'store-info',
  'restart',
]);
/** What is done with a garment pointed at, sure or not. */
const POINTED_MOVES: ReadonlySet<Intent> = new Set<Intent>(['outfit', 'compare', 'explain', 'similar']);
/** Below this confidence an intent is a guess. */
const GUESS = 0.5;
/** Talk that becomes a request where a wish is stated in the same breath ("hi, a red dress please"). */
const MAY_CARRY_A_WISH: ReadonlySet<Intent> = new Set<Intent>(['greeting', 'unknown', 'help', 'change-language']);

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
    hand = await withShopShoeSize(
      withRatedBudget(withMeantSize(answerPending(withBareCorrection(await takeInHand(heard, session, scope))))),
    );
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
  const shown = ids.some((id) => isOwn({ id }))
    ? [...sold, ...wardrobeOf(scope).filter(({ id }) => ids.includes(id))]
    : sold;
  // "This" said beside a photo, or right after one, is the photo.
  const pointed =
    heard.photo || (photoJustSeen(listening) && session.focus === null)
      ? heard.understood.references.map((one) => (one.kind === 'last' ? { kind: 'photo' as const } : one))
      : heard.understood.references;
  const resolved = resolveReferences(pointed, session, shown, scope.vocabulary);
  return { heard, session: listening, scope, shown, resolved };
}

/** What was kept of the shopper with consent is known from the first turn on. */
function remembering(session: SessionState, { user }: Scope): SessionState {
  if (session.turn !== 1 || !user?.profile) return session;
  const liked = [...new Set([...session.liked, ...(user.liked ?? [])])];
  return { ...session, told: { ...user.profile.told, ...session.told }, liked, consent: 'given' };
}

/** Whether the shopper answers yes or no to a question about their data, and which. */
function answersYesNo({ session, heard }: TurnInHand): Move | undefined {
  const open = openQuestion(session)?.id;
  if (heard.photo || (open !== 'keep' && open !== 'erase' && open !== 'wardrobe')) return undefined;
  const yes = readYesNo(heard.text);
  if (yes === undefined) return undefined;
  if (open === 'wardrobe') return answerKeepPiece(yes);
  return open === 'keep' ? answerKeep(yes) : answerErase(yes);
}

/** The piece pointed at after "which shall I watch?". */
function answersWhichToWatch({ session, resolved, heard }: TurnInHand): NoticeTalk | undefined {
  if (openQuestion(session)?.id !== 'notify') return undefined;
  const references = pointedAt(heard.text);
  return references.length + resolved.garments.length > 0 ? { wants: 'tell', references } : undefined;
}

/** What goes before anything else the words may mean. */
function beforeAll(turn: TurnInHand): Move | undefined {
  if (speaksOfDistress(turn.heard.text)) return answerDistress;
  if (turn.resized?.kind === 'unknown' && !wasAsked(turn.session, 'size')) return askSize;
  if (turn.chartUnknown !== undefined && !wasAsked(turn.session, 'shoe-chart')) return askShoeChart;
  if (namesPriceBelowZero(turn.heard.text) && !statesWish(turn)) return answerNoSuchPrice;
  return takesNoStep(turn) ? answerNoStep : undefined;
}

function decide(turn: TurnInHand): Move {
  const { heard } = turn;
  const { understood } = heard;
  if (heard.action) return pressButton;
  const settled = answersYesNo(turn);
  if (settled) return settled;
  if (!heard.text && !heard.photo) return answerSilence;
  // A photo that could not be used takes the words about it along; words that stand alone are answered.
  if (heard.photoFailed && needsPhoto(turn)) return waitForAnother;
  const first = beforeAll(turn);
  if (first) return first;
  const wardrobe = readWardrobeTalk(heard.text);
  if (wardrobe && (wardrobe !== 'wear' || turn.scope.user?.wardrobe?.length)) return answerWardrobe(wardrobe);
  const notice = heard.photo ? undefined : (readNoticeTalk(heard.text) ?? answersWhichToWatch(turn));
  if (notice) return answerNotice(notice);
  if (!heard.photo && requestReturnedTo(turn)) return answerReturn;
  if (readOutfitChange(turn)) return answerOutfitChange;
  if (heard.photo && NOT_ABOUT_PHOTOS.has(understood.intent)) return answerRequest;
  const pointed = aboutShown(turn);
  if (pointed) return pointed;
  if (browses(heard.text) && !statesWish(turn)) return answerBrowse;
  if (MAY_CARRY_A_WISH.has(understood.intent) && statesWish(turn)) return answerRequest;
  return MOVES[understood.intent];
}

/** What is said of garments on the screen, where the words that point are surer than the guess at what for. */
function aboutShown(turn: TurnInHand): Move | undefined {
  const { heard, resolved, session } = turn;
  const { intent, confidence } = heard.understood;
  const points = resolved.garments.length > 0;
  if (asksToBuy(heard.text) && (points || session.shown.length > 0)) return answerBuy;
  if (!points || POINTED_MOVES.has(intent)) return undefined;
  // "The second one", and nothing else.
  if (confidence < GUESS || (intent === 'feedback' && namesAPlaceAlone(heard.text))) return answerRequest;
  return asksAboutIt(heard.text) && !statesWish(turn) ? answerExplain : undefined;
}

function statesWish({ heard }: TurnInHand): boolean {
  const { constraints, critiques, relaxed, sort } = heard.understood;
  return !isUnconstrained(constraints) || critiques.length > 0 || relaxed.length > 0 || sort !== undefined;
}

function takesNoStep(turn: TurnInHand): boolean {
  const { resized, heard, session, resolved } = turn;
  if (!resized || resized.kind === 'stepped' || heard.photo || session.dressing || resolved.garments.length > 0)
    return false;
  const { constraints, critiques, relaxed, sort } = heard.understood;
  const others = critiques.filter(({ facet }) => facet !== 'size');
  return isUnconstrained(constraints) && others.length === 0 && relaxed.length === 0 && sort === undefined;
}

function needsPhoto({ heard, resolved }: TurnInHand): boolean {
  const { intent, constraints } = heard.understood;
  return resolved.photo || intent === 'photo-search' || (intent !== 'outfit' && isUnconstrained(constraints));
}

/** No list and no chips: somebody is unwell. */
const answerDistress: Move = async ({ session }) => ({
  move: 'distress',
  session: { ...session, pending: null },
  messages: [{ id: 'reply.distress' }],
  suggestions: [],
});

const askSize: Move = async ({ session, heard }) => ask(session, 'size', heard.understood);

const askShoeChart: Move = async ({ session, heard, chartUnknown }) =>
  ask(session, 'shoe-chart', heard.understood, { values: { size: chartUnknown ?? '' } });

/** "-5 dollars", and nothing else. */
const answerNoSuchPrice: Move = async ({ session }) => ({
  move: 'no-such-price',
  session,
  messages: [{ id: 'notice.no-such-price' }],
  suggestions: [],
  aside: true,
});

/** No size to step from or to, and nothing else was said: the list stays, and why is said. */
const answerNoStep: Move = async (turn) =>
  answerStanding(turn, turn.session, { move: 'no-step', id: 'reply.refined', instead: resizeNotice(turn)[0] });

const waitForAnother: Move = async ({ session, heard }) => ({
  move: 'ask-photo',
  session: {
    ...session,
    pending: { id: 'photo', turn: session.turn, understood: { ...heard.understood, tokens: [] } },
  },
  messages: [],
  suggestions: [],
});

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
