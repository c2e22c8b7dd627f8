import { isUnconstrained, statedIds } from '../domain/constraints.js';
import { isOwn } from '../domain/own-piece-id.js';
import type { Intent } from '../domain/turn.js';
import { isForSelf } from '../language/about-me.js';
import { namesPriceBelowZero } from '../language/budget.js';
import { asksToPick, leavesItToUs, takesIt } from '../language/choice-talk.js';
import { comparedBy } from '../language/compared-by.js';
import { readCounterTalk } from '../language/counter-talk.js';
import { type NoticeTalk, pointedAt, readNoticeTalk } from '../language/notice-talk.js';
import { type OtherLanguage, otherLanguage } from '../language/other-language.js';
import { qualityAsked } from '../language/quality-questions.js';
import {
  asksAboutIt,
  asksForColours,
  asksToBuy,
  browses,
  namesAPlaceAlone,
  speaksOfDistress,
} from '../language/questions.js';
import { readShortlistTalk } from '../language/shortlist-talk.js';
import { readWardrobeTalk } from '../language/wardrobe-talk.js';
import { readWeather } from '../language/weather-talk.js';
import { readYesNo } from '../language/yes-no.js';
import type { Move, TurnInHand } from './answer.js';
import { hasRequest } from './hear/hear.js';
import { answerBuy } from './moves/answer-buy.js';
import { answerPick, answerTaken } from './moves/answer-choice.js';
import { answerColours } from './moves/answer-colours.js';
import { answerCompare } from './moves/answer-compare.js';
import { answerCounterTalk } from './moves/answer-counter-talk.js';
import { answerExplain, answerQuality } from './moves/answer-explain.js';
import { answerFeedback } from './moves/answer-feedback.js';
import { answerNotice } from './moves/answer-notice.js';
import { answerOutfit } from './moves/answer-outfit.js';
import { answerOutfitChange } from './moves/answer-outfit-change.js';
import { answerBrowse, answerStanding } from './moves/answer-plan.js';
import { answerErase, answerPrivacy } from './moves/answer-privacy.js';
import { answerKeep, answerProfile } from './moves/answer-profile.js';
import { answerRequest, answerSimilar } from './moves/answer-request.js';
import { answerReturn } from './moves/answer-return.js';
import { answerShortlist } from './moves/answer-shortlist.js';
import { answerHandover, answerStoreInfo } from './moves/answer-store.js';
import { answerSurprise } from './moves/answer-surprise.js';
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
import { toBegin } from './say/suggest.js';
import { resizeNotice } from './track/meant-size.js';
import { readOutfitChange } from './track/outfit-change.js';
import { requestReturnedTo } from './track/return-to.js';

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
  const foreign = turn.heard.photo ? undefined : otherLanguage(turn.heard.text);
  if (foreign) return answerOtherLanguage(foreign);
  if (turn.resized?.kind === 'unknown' && !wasAsked(turn.session, 'size')) return askSize;
  if (turn.chartUnknown !== undefined && !wasAsked(turn.session, 'shoe-chart')) return askShoeChart;
  if (namesPriceBelowZero(turn.heard.text) && !statesWish(turn) && !readWeather(turn.heard.text))
    return answerNoSuchPrice;
  return takesNoStep(turn) ? answerNoStep : undefined;
}

/** What is done with a turn: one move, by what was said and what was waited for. */
export function decide(turn: TurnInHand): Move {
  const { heard } = turn;
  if (heard.action) return pressButton;
  const settled = answersYesNo(turn);
  if (settled) return settled;
  if (!heard.text && !heard.photo) return answerSilence;
  // A photo that could not be used takes the words about it along; words that stand alone are answered.
  if (heard.photoFailed && needsPhoto(turn)) return waitForAnother;
  return beforeAll(turn) ?? ofWardrobe(turn) ?? (heard.photo ? undefined : inPassing(turn)) ?? byIntent(turn);
}

function ofWardrobe({ heard, scope }: TurnInHand): Move | undefined {
  const wardrobe = readWardrobeTalk(heard.text);
  return wardrobe && (wardrobe !== 'wear' || scope.user?.wardrobe?.length) ? answerWardrobe(wardrobe) : undefined;
}

/** What words without a photo mean in this talk, whatever they would mean elsewhere. */
function inPassing(turn: TurnInHand): Move | undefined {
  const { heard } = turn;
  const notice = readNoticeTalk(heard.text) ?? answersWhichToWatch(turn);
  if (notice) return answerNotice(notice);
  const wishes = statesWish(turn);
  const beside = wishes ? undefined : readCounterTalk(heard.text);
  if (beside) return answerCounterTalk(beside);
  const shortlist = wishes ? undefined : readShortlistTalk(heard.text);
  if (shortlist) return answerShortlist(shortlist);
  const quality = aboutQuality(turn);
  if (quality) return quality;
  if (requestReturnedTo(turn)) return answerReturn;
  const colours = wishes || resolvedAny(turn) ? undefined : aboutColours(turn);
  if (colours) return colours;
  if (STILL_THERE.test(heard.text) && turn.session.shown.length > 0) return answerStillThere;
  if (readOutfitChange(turn)) return answerOutfitChange;
  if (wishes) return undefined;
  const open = openQuestion(turn.session)?.id;
  const free = open === undefined || open === 'what';
  return choice(turn) ?? (free && leavesItToUs(heard.text) ? answerSurprise : undefined);
}

function byIntent(turn: TurnInHand): Move {
  const { heard } = turn;
  const { understood } = heard;
  if (heard.photo && NOT_ABOUT_PHOTOS.has(understood.intent)) return answerRequest;
  const pointed = aboutShown(turn);
  if (pointed) return pointed;
  if (asksForEnd(turn)) return answerCompare;
  if (browses(heard.text) && !statesWish(turn)) return answerBrowse;
  if (MAY_CARRY_A_WISH.has(understood.intent) && statesWish(turn)) return answerRequest;
  if (saysNothingOfClothes(turn)) return answerUnclear;
  // "And a coat for me, I'm a size S" tells a size, and wants a coat.
  const kinds = statedIds(understood.constraints, 'category');
  if (understood.intent === 'profile' && kinds.length > 0 && isForSelf(heard.text)) return answerRequest;
  return MOVES[understood.intent];
}

/** Words that mean nothing to us, where nothing is looked for yet or outfits are on the screen: no reason to search. */
function saysNothingOfClothes({ heard, session, resolved }: TurnInHand): boolean {
  const { intent, constraints, critiques, relaxed, sort, keywords } = heard.understood;
  const empty = isUnconstrained(constraints) && critiques.length === 0 && relaxed.length === 0 && sort === undefined;
  const standing = hasRequest(session) && session.dressing === undefined;
  return (
    (intent === 'search' || intent === 'refine') &&
    empty &&
    keywords.length > 0 &&
    !standing &&
    !heard.photo &&
    resolved.garments.length === 0 &&
    !resolved.photo
  );
}

/** 最便宜的是哪件, "and the most expensive?": of what is on the screen. */
function asksForEnd({ heard, session }: TurnInHand): boolean {
  const { sort, constraints, critiques } = heard.understood;
  return (
    (sort === 'price-ascending' || sort === 'price-descending') &&
    session.shown.length > 1 &&
    isUnconstrained(constraints) &&
    critiques.length === 0 &&
    /哪(?:一)?[件条双款个顶]|呢[\s?？。]*$|\bwhich\b|\bwhat(?:'s|’s| is) the\b|^and the\b/iu.test(heard.text)
  );
}

function resolvedAny({ resolved }: TurnInHand): boolean {
  return resolved.garments.length > 0 || resolved.missed !== undefined;
}

/** 都有什么颜色, of a list: of the one talked about, or the first. */
function aboutColours({ heard, session, shown }: TurnInHand): Move | undefined {
  if (!asksForColours(heard.text) || session.dressing) return undefined;
  const garment = shown.find(({ id }) => id === (session.focus ?? session.shown[0]));
  return garment && !isOwn(garment) ? (turn) => answerColours(turn, garment) : undefined;
}

/** 刚才那几件还在吗, "are those still there?". */
const STILL_THERE =
  /(?:刚才|之前|前面|上面)(?:的|看的)?(?:那)?(?:几|些)?[件条双款个套]?(?:衣服)?(?:都)?还在(?:吗|么|不)|\b(?:are|is) (?:those|these|they|that|it|the (?:last )?ones?)(?: ones?)? still (?:there|here|around|up)\b/iu;

const answerStillThere: Move = (turn) =>
  answerStanding(turn, turn.session, { move: 'still-there', id: 'reply.unchanged', instead: { id: 'reply.returned' } });

/** "Is it warm enough?", 会不会显胖: of the garment pointed at or talked about; it wishes for no other. */
function aboutQuality({ heard, resolved, session, shown }: TurnInHand): Move | undefined {
  const asked = qualityAsked(heard.text);
  if (!asked || statedIds(heard.understood.constraints, 'category').length > 0) return undefined;
  const only = session.shown.length === 1 ? session.shown[0] : undefined;
  // Of a list, and of none of it in particular, the first is answered for.
  const first = session.dressing === undefined ? session.shown[0] : only;
  const garment = resolved.garments[0] ?? shown.find(({ id }) => id === (session.focus ?? first));
  return garment && !isOwn(garment) ? (turn) => answerQuality(turn, garment, asked) : undefined;
}

/** A choice made, or left to us, among the garments on the screen. */
function choice(turn: TurnInHand): Move | undefined {
  const { heard, session, shown, resolved } = turn;
  if (session.shown.length === 0) return undefined;
  if (asksToPick(heard.text) && comparedBy(heard.text) === undefined && !resolved.missed) return answerPick;
  if (!takesIt(heard.text)) return undefined;
  const only = session.shown.length === 1 ? session.shown[0] : undefined;
  const taken = resolved.garments[0] ?? shown.find(({ id }) => id === (session.focus ?? only));
  return taken && !isOwn(taken) ? (given) => answerTaken(given, taken) : undefined;
}

/** What is said of garments on the screen, where the words that point are surer than the guess at what for. */
function aboutShown(turn: TurnInHand): Move | undefined {
  const { heard, resolved, session } = turn;
  const { intent, confidence } = heard.understood;
  const points = resolved.garments.length > 0;
  if (asksToBuy(heard.text) && (points || session.shown.length > 0)) return answerBuy;
  // "How about the second?" is about the second alone.
  const alone = intent === 'compare' && resolved.garments.length === 1 && asksAboutIt(heard.text);
  if (alone && comparedBy(heard.text) === undefined && !statesWish(turn)) return answerExplain;
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

/** Words we cannot read are not guessed at: "robe" is a dress to whoever writes French. */
const answerOtherLanguage =
  (language: OtherLanguage): Move =>
  async ({ session }) => ({
    move: 'other-language',
    session,
    messages: [{ id: 'reply.other-language', values: { language } }],
    suggestions: toBegin(),
    aside: true,
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
