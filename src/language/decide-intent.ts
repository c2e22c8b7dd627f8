import type { Intent, UnderstoodTurn } from '../domain/turn.js';
import { NEGATIVE_EMOJI, POSITIVE_EMOJI } from './emoji.js';
import { REFINE_WORDS, SEARCH_WORDS } from './intent-cues.js';
import type { UnderstandContext } from './understand.js';

/** What is known of a sentence when its intent is decided. */
export interface Evidence {
  readonly text: string;
  readonly context: UnderstandContext;
  readonly cued: ReadonlyMap<Intent, number>;
  readonly references: UnderstoodTurn['references'];
  readonly critiques: number;
  readonly relaxed: number;
  readonly sorted: boolean;
  /** Facets, budgets and sizes wished for or refused. */
  readonly wishes: number;
  readonly hasCategory: boolean;
  readonly ownSize: boolean;
  readonly measured: boolean;
  readonly keywords: number;
}

export interface Decision {
  readonly intent: Intent;
  /** 0 to 1, before calibration. */
  readonly confidence: number;
}

/**
 * The intent by rules: words that speak for themselves first, then what the sentence holds. Undefined where the
 * rules have nothing to go by.
 */
export function decideByRules(evidence: Evidence): Decision | undefined {
  const { cued, context, references } = evidence;
  const strength = (intent: Intent) => cued.get(intent) ?? 0;
  const yes = (intent: Intent, confidence = strength(intent)): Decision => ({ intent, confidence });
  const photo = references.some(({ kind }) => kind === 'photo');

  for (const intent of ['privacy', 'handover', 'change-language'] as const)
    if (strength(intent) > 0) return yes(intent);
  if (strength('store-info') > 0 && !asksForGarments(evidence)) return yes('store-info');
  if (strength('help') > 0 && evidence.wishes === 0) return yes('help');
  for (const intent of ['restart', 'undo'] as const) if (strength(intent) > 0) return yes(intent);
  if (strength('profile') > 0 && strength('outfit') === 0 && !evidence.hasCategory) return yes('profile');
  if (strength('explain') > 0) return yes('explain');
  if (
    strength('compare') > 0 &&
    (references.length > 0 || context.hasShown) &&
    !(strength('outfit') > 0 && references.length < 2)
  )
    return yes('compare');
  if (
    references.filter(({ kind }) => kind === 'ordinal').length > 1 &&
    /哪|还是|比|which|better|or\b|vs/.test(evidence.text)
  )
    return yes('compare', 0.85);
  if (strength('outfit') > 0) return yes('outfit');
  if (photo) return yes('photo-search', 0.93);
  if (strength('similar') > 0) {
    if (context.hasPhoto && !context.hasShown) return yes('photo-search', 0.9);
    if (references.length > 0 || context.hasShown || evidence.wishes === 0) return yes('similar');
  }
  if (strength('cancel') > 0 && evidence.wishes === 0) return yes('cancel');
  if (strength('greeting') > 0 && evidence.wishes === 0) return yes('greeting');
  if (references.length > 0 && LIKING.test(evidence.text) && evidence.wishes === 0 && evidence.critiques === 0)
    return yes('feedback', 0.88);
  if (strength('feedback') > 0 && evidence.wishes === 0 && evidence.critiques === 0) return yes('feedback');
  if (
    (evidence.ownSize || evidence.measured) &&
    !evidence.hasCategory &&
    !SEARCH_WORDS.test(evidence.text) &&
    evidence.wishes <= 1
  )
    return yes('profile', 0.85);
  return byContent(evidence);
}

/** Search or refine, by what is stated and whether something was asked for before. */
function byContent(evidence: Evidence): Decision | undefined {
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
  if (evidence.wishes > 0 || evidence.sorted) {
    const refines =
      context.hasRequest &&
      (!evidence.hasCategory || /换成|改成|换为|改为|\b(?:instead|change|make|switch)\b/.test(text));
    return refines
      ? { intent: 'refine', confidence: REFINE_WORDS.test(text) ? 0.93 : 0.88 }
      : { intent: 'search', confidence: 0.93 };
  }
  if (evidence.keywords > 0 && SEARCH_WORDS.test(text))
    return { intent: context.hasRequest ? 'refine' : 'search', confidence: 0.6 };
  return undefined;
}

/** A garment asked for in so many words outweighs a discount in the same sentence (有没有打折的裙子). */
function asksForGarments({ hasCategory, text }: Evidence): boolean {
  return hasCategory && /打折|特价|折扣|促销|discounted|on sale|\bsale\b/.test(text) && SEARCH_WORDS.test(text);
}

/** Words of liking and disliking, beside something pointed at. */
const LIKING = /喜欢|爱了|讨厌|好看|难看|丑|不错|漂亮|中意|满意|\b(?:like|love|adore|hate|dislike|prefer)\b(?! to)/;

const NEGATIVE =
  /不(?:太|怎么|是很)?(?:喜欢|好看|行|满意|适合|合适|爱|感冒|是我)|丑|难看|一般|没感觉|土|老气|俗|讨厌|显胖|不是我的|\b(?:hate|dislike|don'?t|do not|not (?!bad)|isn't|aren't|ugly|awful|terrible|horrible|hideous|boring|meh|(?<!not )bad|yuck|ew|nope|tacky|disappointing|bland|none|neither|disgusting|frumpy|dated|doesn't)\b/;

/** True where a feedback likes, false where it does not. */
export function isPositive(text: string): boolean {
  if (NEGATIVE_EMOJI.test(text)) return false;
  if (POSITIVE_EMOJI.test(text)) return true;
  return !NEGATIVE.test(text);
}
