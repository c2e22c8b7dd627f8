import type { Intent, Reference } from '../domain/turn.js';
import { setsPrices } from './budget.js';
import { ELSEWHERE, TO_THE_SHOP, TRAVELLING, WEATHER } from './elsewhere-talk.js';
import type { IntentClassifier } from './intent-classifier.js';
import { REFINE_WORDS, SEARCH_WORDS } from './intent-cues.js';
import type { Mention } from './match-facets.js';
import type { Reading } from './read-sentence.js';
import type { UnderstandContext } from './understand.js';
import { isUrgent } from './urgency.js';

export interface Decision {
  readonly intent: Intent;
  /** 0 to 1: how often a decision made on these grounds is right. */
  readonly confidence: number;
}

/** What the rules look at. */
interface Evidence {
  readonly text: string;
  readonly context: UnderstandContext;
  readonly cued: ReadonlyMap<Intent, number>;
  readonly references: readonly Reference[];
  readonly critiques: number;
  /** Others are asked for. */
  readonly variety: boolean;
  /** A size up or down is asked for. */
  readonly resizes: boolean;
  readonly relaxed: number;
  readonly sorted: boolean;
  /** Facets, budgets and sizes wished for or refused. */
  readonly wishes: number;
  readonly hasCategory: boolean;
  /** A kind of garment is refused, and none wished for. */
  readonly refusesKind: boolean;
  /** The only kind named is a kind of heel. */
  readonly heel: boolean;
  readonly ownSize: boolean;
  readonly measured: boolean;
  readonly keywords: number;
  /** Things refused that no facet names. */
  readonly refused: number;
}

const UNDECIDED = 0.3;
/** Characters of a message that only points. */
const SHORT = 24;
/** Words that name no facet, after words of asking: a search if nothing speaks against it. */
const KEYWORDS_ALONE = 0.6;
/** Intents that garment words speak for as such: between these the conversation decides, not the classifier. */
const ABOUT_GARMENTS: ReadonlySet<Intent> = new Set<Intent>(['search', 'refine', 'photo-search', 'unknown']);
/** Below this the classifier's word is not taken where the rules are silent. */
const CLASSIFIER_FLOOR = 0.4;
/** From here on the rules are not outvoted. */
const CERTAIN = 0.999;
/** What the rules' odds count beside the classifier's; on lists that neither had seen .5 to 1 did best. */
const RULES_WEIGHT = 0.75;
/** The least the classifier says of any intent, so that it cannot forbid one. */
const LEAST = 1e-6;

/**
 * The intent of a sentence. Rules and classifier are two witnesses: the rules' word counts as evidence by how often
 * they are right on such grounds, not all of it, since both look at the same words (a product of experts, Hinton 2002).
 * Between looking, refining and photo search the conversation decides, which the rules know.
 */
export function decideIntent(
  reading: Reading,
  context: UnderstandContext,
  classifier: IntentClassifier | undefined,
): Decision {
  const evidence = evidenceOf(reading, context);
  const ruled = decideByCues(evidence) ?? decideByContent(evidence);
  // Where something is wished for, and nothing told or asked of the speaker, no profile is meant.
  const ofSelf = evidence.ownSize || evidence.measured || evidence.cued.has('profile');
  const guesses = (classifier?.(reading.features) ?? []).filter(
    ({ intent }) => intent !== 'profile' || ofSelf || evidence.wishes === 0,
  );
  const [guess] = guesses;
  if (ruled && ruled.confidence >= CERTAIN) return ruled;
  if (!guess) return ruled ?? { intent: 'unknown', confidence: UNDECIDED };
  if (!ruled)
    return guess.probability >= CLASSIFIER_FLOOR
      ? { intent: guess.intent, confidence: guess.probability }
      : { intent: 'unknown', confidence: UNDECIDED };
  const odds = (ruled.confidence / (1 - ruled.confidence)) ** RULES_WEIGHT;
  const beliefs = guesses
    .map(({ intent, probability }) => ({
      intent,
      belief: Math.max(probability, LEAST) * (intent === ruled.intent ? odds : 1),
    }))
    .sort((a, b) => b.belief - a.belief);
  const total = beliefs.reduce((sum, { belief }) => sum + belief, 0);
  const [first] = beliefs;
  if (!first) return ruled;
  const confidence = first.belief / total;
  // Words that name no facet are weak grounds: there the classifier may say that no garment is meant.
  return ruled.confidence > KEYWORDS_ALONE && ABOUT_GARMENTS.has(ruled.intent) && ABOUT_GARMENTS.has(first.intent)
    ? { intent: ruled.intent, confidence: Math.max(confidence, ruled.confidence * 0.9) }
    : { intent: first.intent, confidence };
}

/** 还是第一件吧, "make that the first": a choice is made. */
const TAKES =
  /^(?:嗯|好|那|那就|就|还是|我)*(?:要|选|拿|定|买)?第\s?[一二三四五六七八九十\d]{1,3}\s?[件个条双款套只顶身]?(?:的|就行|就好)?(?:吧|了|好了)[\s.!]*$|^(?:ok(?:ay)?,? |actually,? |no,? |then )*(?:make (?:it|that)|i'?ll (?:take|have|go with|go for)|let'?s (?:take|go with|go for)|go with) (?:the |number )?[a-z0-9]+(?: one)?[\s.!]*$/;

/** Something to go with one garment: 给第三件配双鞋, "shoes for number three". */
const FOR_ONE =
  /(?:给|为|跟|和|与|替)[^,.?!]{0,6}(?:配|搭)|(?:配|搭)(?:一?[双个件条顶只])?[^,.?!]{0,8}(?:给|到)|\b(?:for|(?:that|which|to) (?:suits?|match(?:es)?|compliments?|complements?)) (?:the |number |item |no\.? ?|option )?(?:first|second|third|fourth|fifth|last|one|two|three|four|five|\d|this|that|it|these|those)\b(?! (?:occasion|season|year|time|summer|winter|weather|price))/;
/** 前两件差很多吗. */
const ASKS = /[?吗么呢]\s*[?]?$|怎么样|\b(?:is|are|do|does|how)\b/;
/** A name and a question mark: what about these? */
const ASKS_ON = /呢[\s?!.]*$|^(?:and|what about|how about)\b/;

function evidenceOf(reading: Reading, context: UnderstandContext): Evidence {
  const { wanted, excluded, budget, sizes, measures } = reading;
  return {
    text: reading.text.text,
    context,
    cued: reading.cued,
    references: reading.references.map(({ reference }) => reference),
    critiques: reading.critiques.length,
    variety: reading.critiques.some(({ critique }) => critique.facet === 'variety'),
    resizes: reading.critiques.some(({ critique }) => critique.facet === 'size'),
    relaxed: reading.relaxed.length,
    sorted: reading.sort !== undefined,
    wishes: wanted.length + excluded.length + (budget.price ? 1 : 0) + sizes.length + measures.ages.length,
    hasCategory: [...wanted, ...excluded].some(namesKind),
    refusesKind: excluded.some(namesKind) && !wanted.some(namesKind),
    heel: wanted.filter(namesKind).every(({ key }) => /跟$|heels?$/.test(key)),
    ownSize: sizes.some(({ own }) => own),
    measured: measures.heightCm !== undefined || measures.weightKg !== undefined,
    keywords: reading.keywords.length,
    refused: reading.refused.length,
  };
}

function namesKind({ values }: Mention): boolean {
  return values.some(({ facet }) => facet === 'category');
}

/** Beyond the cue itself: what else must hold for it to decide. Earlier entries go first. */
const CUED: readonly (readonly [Intent, ((evidence: Evidence) => boolean)?])[] = [
  ['privacy'],
  ['handover'],
  ['change-language'],
  ['store-info', (evidence) => !asksForGarments(evidence)],
  ['help', ({ wishes }) => wishes === 0],
  ['restart'],
  ['undo'],
  ['profile', ({ cued, hasCategory, measured }) => !cued.has('outfit') && (!hasCategory || measured)],
  ['explain', ({ references, text }) => references.length < 2 || !/差(?:多少|几)|[贵便宜]+(?:多少|几)/.test(text)],
  [
    'compare',
    ({ cued, references, context }) =>
      (references.length > 0 || context.hasShown) && !(cued.has('outfit') && references.length < 2),
  ],
];
const CUED_LATER: typeof CUED = [
  // "Saw someone in a red dress, want something like that": what it shall be like was described.
  [
    'similar',
    ({ references, context, wishes }) =>
      context.hasShown || wishes === 0 || (references.length > 0 && (context.hasPhoto || !points(references))),
  ],
  ['cancel', ({ wishes, references }) => wishes === 0 && references.every(({ kind }) => kind !== 'attribute')],
  // Limits that shall hold on (还是刚才那个预算，要衬衫) leave no doubt, whatever else is wished for.
  [
    'refine',
    ({ context, wishes, cued }) => context.hasRequest && (wishes === 0 || (cued.get('refine') ?? 0) >= CERTAIN),
  ],
  ['greeting', ({ wishes }) => wishes === 0],
  ['feedback', ({ wishes, critiques }) => wishes === 0 && critiques === 0],
];

/** A choice made, and what is no matter of clothes. */
function plainly(evidence: Evidence): Decision | undefined {
  if (evidence.references.length === 1 && evidence.context.hasShown && TAKES.test(evidence.text))
    return { intent: 'feedback', confidence: 0.98 };
  // "I'm usually a UK 8, do these come in that?" asks for what is on the screen.
  if (
    evidence.ownSize &&
    evidence.context.hasShown &&
    evidence.references.length > 0 &&
    ASKS_FOR_IT.test(evidence.text)
  )
    return { intent: 'refine', confidence: CERTAIN };
  if (WEATHER.test(evidence.text) && !evidence.hasCategory && !evidence.cued.has('outfit'))
    return { intent: 'unknown', confidence: 0.9 };
  if (evidence.wishes === 0 && (ELSEWHERE.test(evidence.text) || setsPrices(evidence.text)))
    return { intent: 'unknown', confidence: 0.9 };
  if (!evidence.hasCategory && TRAVELLING.test(evidence.text) && !TO_THE_SHOP.test(evidence.text))
    return { intent: 'unknown', confidence: 0.98 };
  return undefined;
}

/** The intent by words that speak for themselves; undefined where there are none. */
function decideByCues(evidence: Evidence): Decision | undefined {
  const first = plainly(evidence) ?? firstCued(CUED, evidence);
  if (first) return first;
  const { cued, context, references, text } = evidence;
  const ordinals = references.filter(({ kind }) => kind === 'ordinal').length;
  if (
    ordinals > 1 &&
    /哪|谁|还是|比|差(?:多少|几)|[贵便宜]+(?:多少|几)|纠结|犹豫|参谋|[怎咋]么?(?:选|挑|拿)|选谁|which|better|or\b|vs/.test(
      text,
    )
  )
    return { intent: 'compare', confidence: 0.85 };
  // Two are pointed at, and something is asked of both.
  if (ordinals > 1 && evidence.wishes === 0 && evidence.critiques === 0 && ASKS.test(text) && !cued.has('outfit'))
    return { intent: 'compare', confidence: 0.8 };
  if (cued.has('outfit') && !isWholeSet(evidence) && !seeksMatch(evidence))
    return { intent: 'outfit', confidence: cued.get('outfit') ?? 0 };
  if (references.length === 1 && evidence.hasCategory && context.hasShown && FOR_ONE.test(text))
    return { intent: 'outfit', confidence: 0.88 };
  const photo = references.some(({ kind }) => kind === 'photo');
  if (photo || cued.has('photo-search') || (cued.has('similar') && context.hasPhoto && !context.hasShown))
    return { intent: 'photo-search', confidence: 0.93 };
  const idle = evidence.wishes === 0 && evidence.critiques === 0;
  if (references.length > 0 && idle && LIKING.test(text) && !cued.has('similar'))
    return { intent: 'feedback', confidence: 0.88 };
  const change = changesList(evidence);
  if (change) return change;
  // 那第二件呢, "and the second?": what about it?
  if (references.length > 0 && idle && ASKS_ON.test(text)) return { intent: 'explain', confidence: 0.8 };
  if (context.hasRequest && evidence.wishes === 0 && evidence.resizes) return { intent: 'refine', confidence: 0.93 };
  return firstCued(CUED_LATER, evidence) ?? tellsBody(evidence);
}

/** "It's not for me, it's for my dad": no dislike. */
const FOR_ANOTHER =
  /(?:不是|不)(?:给|帮)?我(?:自己)?(?:穿|买|的)?的?,?(?:是|给|要给)|\bnot for me(?:self)?,? (?:it'?s|but|they'?re|that'?s)? ?for\b/;

/** Intents in which a word of more or less changes nothing. */
const ASKED_OTHERWISE: readonly Intent[] = ['similar', 'greeting', 'cancel'];

const DISLIKES = /不(?:太|怎么|是很)?喜欢|讨厌|\b(?:don'?t|do not|didn'?t) (?:really )?like\b|\bhate\b/;

/** "Lovely, but a bit expensive", "show me others, I don't like these": what is to change is what counts. */
function changesList({ context, wishes, critiques, variety, cued, references, text }: Evidence): Decision | undefined {
  if (!context.hasRequest) return undefined;
  if (wishes > 0) return FOR_ANOTHER.test(text) ? { intent: 'refine', confidence: 0.99 } : undefined;
  if (critiques === 0 || ASKED_OTHERWISE.some((one) => cued.has(one))) return undefined;
  const verdict = references.length > 0 && DISLIKES.test(text);
  return variety || !verdict ? { intent: 'refine', confidence: CERTAIN } : undefined;
}

/** A coat to go with boots, 半裙配白衬衫: looked for by name, with what it shall be worn with. */
function seeksMatch({ hasCategory, references, text }: Evidence): boolean {
  return (
    hasCategory &&
    references.length === 0 &&
    /\bto (?:wear|go|pair|match|team)(?: (?:well|nicely|up))?(?: with)? (?!this|that|it\b|these|those|them|the (?:first|second|third))/.test(
      text,
    ) &&
    !/\b(?:what|how|which|outfits?|looks?)\b|[?]$/.test(text)
  );
}

/** 汉服全套: all pieces of one kind of garment, and not an outfit around it. */
function isWholeSet({ hasCategory, references, text }: Evidence): boolean {
  return (
    hasCategory && references.length === 0 && /(?:整|全)[套身]/.test(text) && !/搭|配|穿|凑|来|给|要|想|求/.test(text)
  );
}

/** Points at what is there, and neither at a place of the list nor at a photo. */
function points(references: readonly Reference[]): boolean {
  return references.every(({ kind }) => kind === 'last');
}

function firstCued(order: typeof CUED, evidence: Evidence): Decision | undefined {
  for (const [intent, holds] of order) {
    const confidence = evidence.cued.get(intent);
    if (confidence !== undefined && (holds?.(evidence) ?? true)) return { intent, confidence };
  }
  return undefined;
}

/** A size or measures told without asking for a garment. */
function tellsBody({ ownSize, measured, hasCategory, text, wishes, keywords }: Evidence): Decision | undefined {
  const told =
    (ownSize || (measured && (keywords <= 2 || OF_ONESELF.test(text)))) &&
    (OF_ITS_KIND.test(text) || (!hasCategory && wishes <= 1)) &&
    !SEARCH_WORDS.test(text);
  return told ? { intent: 'profile', confidence: 0.85 } : undefined;
}

/** Asks whether there is one in the size just told. */
const ASKS_FOR_IT =
  /有(?:吗|没有|么)\s*[?]?$|\b(?:come|comes|available|get|have) (?:it |them |these )?in (?:that|it|my size|mine)\b/;

/** Whose measures they are; a shelf has some too. */
const OF_ONESELF = /我|本人|身高|体重|个子|净高|\b(?:i|i'm|my|she|he|she's|he's|tall|weigh|weight|height)\b/;

/** One's size of a kind: 鞋穿38, "I wear 30 in jeans". */
const OF_ITS_KIND =
  /(?:上衣|裤子?|鞋子?|裙子|外套|衬衫|内衣)(?:的话|嘛|呢)?,?我(?:是|穿|一般|的尺码)|(?:鞋|脚|裤)码|(?:鞋子?|脚|裤子?|上衣|裙子)(?:一般|平时|平常|都|是)?穿|^我(?:平时|平常|一般|通常|都)?穿[^,.?!]{1,8}的?(?:鞋|裤|裙|衣服)[\s.!]*$|\b(?:shoe|dress|shirt|trouser|jeans?|boot) size (?:is|'s)|\b(?:for|in) [a-z]+,? (?:my size is|i'?m an?|i wear|i take)\b|\bmy size (?:in|for) [a-z]+ is\b|\bi(?:'?m| am)? (?:usually |normally |always |generally |mostly )?(?:wear |take |am )?(?:an? )?(?:size )?[a-z0-9.]{1,4} in [a-z]+s\b|\band an? \d{2} in [a-z]+s\b/;

/** Words that say what was found shall become: "is a black tee", "make it a midi dress", 换成裙子. */
const CHANGES =
  /换成|改成|换为|改为|(?:^|[\s,.就那])换(?!一?[件条双个顶])[^,.?!]{2,6}(?:[裙裤衣衫鞋靴包帽恤]|外套)|我(?:是说|(?:说|要)的(?:其实)?是|其实(?:是)?(?:想)?要|的意思是)|\b(?:instead|change|make|switch|i (?:actually |really )?meant)\b|^(?:it |the [a-z]+ )?(?:is|has|are|its|it's|needs?|should)\b/;

/** Search or refine, by what is stated and whether something was asked for before. */
function decideByContent(evidence: Evidence): Decision | undefined {
  const { context, text } = evidence;
  const changes = evidence.critiques > 0 || evidence.relaxed > 0;
  if (
    context.hasPhoto &&
    !context.hasShown &&
    !context.hasRequest &&
    (evidence.wishes > 0 || changes) &&
    !evidence.hasCategory
  ) {
    return { intent: 'photo-search', confidence: 0.8 };
  }
  if (changes && (context.hasRequest || evidence.wishes === 0)) return { intent: 'refine', confidence: 0.92 };
  if (evidence.wishes > 0 || evidence.sorted) return wishes(evidence);
  // "The last pair", and nothing else: it is looked at.
  const pointsAlone = evidence.references.length === 1 && evidence.keywords === 0 && text.length <= SHORT;
  if (pointsAlone && context.hasShown && evidence.references[0]?.kind !== 'attribute')
    return { intent: 'feedback', confidence: KEYWORDS_ALONE };
  // "The red one", and nothing else.
  if (evidence.references.some(({ kind }) => kind === 'attribute'))
    return { intent: 'refine', confidence: pointsAlone ? 0.9 : 0.7 };
  return refusesAlone(evidence) ?? (evidence.keywords > 0 ? decideByKeywords(evidence) : undefined);
}

/** What is asked for anew, or changes what was. */
function wishes({ context, text, hasCategory, heel, refusesKind }: Evidence): Decision {
  const part = heel && HEELED.test(text);
  const refines = context.hasRequest && (!hasCategory || refusesKind || part || CHANGES.test(text));
  return refines
    ? { intent: 'refine', confidence: REFINE_WORDS.test(text) ? 0.93 : 0.88 }
    : { intent: 'search', confidence: 0.93 };
}

/** "No zippers", and little else. */
function refusesAlone({ refused, keywords, references, context }: Evidence): Decision | undefined {
  if (refused === 0 || keywords > 1 || references.length > 0) return undefined;
  return context.hasRequest ? { intent: 'refine', confidence: 0.85 } : { intent: 'search', confidence: 0.8 };
}

/** Words of no facet are looked for like any: "with pockets". */
function decideByKeywords({ context, text }: Evidence): Decision | undefined {
  if (context.hasRequest && HAVING.test(text)) return { intent: 'refine', confidence: KEYWORDS_ALONE };
  if (!SEARCH_WORDS.test(text)) return undefined;
  return { intent: context.hasRequest ? 'refine' : 'search', confidence: KEYWORDS_ALONE };
}

/** 要粗跟的, "with block heels": what the shoes looked for shall have. */
const HEELED = /跟的(?!鞋)|\b(?:with|having|has|have) (?:an? )?(?:[a-z]+ ){1,2}heels?\b/;

/** 带口袋的, "with buttons". */
const HAVING =
  /^(?:要|最好|得|想要)?(?:是|带|有|要有)(?!没|什么|啥|哪|人|谁)[^,.?!吗么]{1,6}的?$|^(?:(?:it |one |ones |something |that )*(?:with|has|have|having)) [a-z -]+$/;

/** A garment asked for in so many words outweighs a discount or a day in the same sentence (有没有打折的裙子). */
function asksForGarments({ hasCategory, wishes: wished, cued, text }: Evidence): boolean {
  if (isUrgent(text) && (wished > 0 || cued.has('outfit'))) return true;
  return hasCategory && /打折|特价|折扣|促销|discounted|on sale|\bsale\b/.test(text) && SEARCH_WORDS.test(text);
}

/** Words of liking and disliking, beside something pointed at. */
const LIKING = /喜欢|爱了|讨厌|好看|难看|丑|不错|漂亮|中意|满意|\b(?:like|love|adore|hate|dislike|prefer)\b(?! to)/;
