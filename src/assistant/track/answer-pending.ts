import { isUnconstrained, type PriceRange, statedIds } from '../../domain/constraints.js';
import type { Intent, UnderstoodTurn } from '../../domain/turn.js';
import { canonicalSize } from '../../language/sizes.js';
import type { TurnInHand } from '../answer.js';
import { openQuestion } from '../moves/ask.js';
import { bareBudget } from './critique-price.js';
import { mergeConstraints } from './merge-constraints.js';
import { resolveReferences } from './resolve-reference.js';

/** Below this confidence an intent is a guess, and a question that waits is the better guess. */
const GUESS = 0.6;

/**
 * The turn as an answer to the question that waits, where it is one: what was understood then, completed by
 * what is said now, and the question closed. Anything else passes through unchanged, the question still open.
 */
export function answerPending(turn: TurnInHand): TurnInHand {
  const open = openQuestion(turn.session);
  if (!open) return turn.session.pending ? closed(turn) : turn;
  const { heard } = turn;
  const now = heard.understood;
  const asked = open.understood;
  switch (open.id) {
    case 'photo':
      return heard.photo && asked ? completed(turn, asked, now, asked.intent) : turn;
    case 'currency':
      return withBudgetTold(turn, asked) ?? turn;
    case 'which': {
      const bare = barePlace(heard.text, turn.session.shown.length);
      const references = bare === undefined ? now.references : [{ kind: 'ordinal' as const, index: bare }];
      if (references.length === 0 || !asked || changesSubject(now, asked)) return turn;
      return completed(turn, { ...asked, references: [] }, { ...now, references }, asked.intent);
    }
    case 'outfit-anchor': {
      const told = heard.photo || now.references.length > 0 || statedIds(now.constraints, 'occasions').length > 0;
      return told && asked && !changesSubject(now, asked) ? completed(turn, asked, now, 'outfit') : turn;
    }
    case 'size':
      return withSizeTold(turn, asked) ?? turn;
    case 'shoe-chart':
      return withWearerTold(turn, asked) ?? turn;
    case 'notify': {
      const bare = barePlace(heard.text, turn.session.shown.length);
      if (bare === undefined) return turn;
      const references = [{ kind: 'ordinal' as const, index: bare }];
      return { ...turn, resolved: resolveReferences(references, turn.session, turn.shown, turn.scope.vocabulary) };
    }
    default:
      return turn;
  }
}

/** The budget in the shop's currency; or the wish without one, where the talk goes on about it. */
function withBudgetTold(turn: TurnInHand, asked: UnderstoodTurn | undefined): TurnInHand | undefined {
  const { heard, scope } = turn;
  const now = heard.understood;
  const price = asCeiling(now.constraints.price, heard.text) ?? bareBudget(heard.text, scope.currency);
  if (!asked || (!price && !goesOn(now))) return undefined;
  const said = price ? { ...now, constraints: { ...now.constraints, price } } : now;
  return completed(turn, asked, said, asked.intent);
}

/** "Cheaper", "in white", "any price": no amount, and yet about what the amount was asked for. */
function goesOn({ constraints, critiques, relaxed, sort, intent, references }: UnderstoodTurn): boolean {
  if ((intent !== 'refine' && intent !== 'search') || references.length > 0) return false;
  const named = statedIds(constraints, 'category').length > 0;
  return !named && (!isUnconstrained(constraints) || critiques.length > 0 || relaxed.length > 0 || sort !== undefined);
}

/** A single amount after "what's your budget?" is all there is to spend, and not about as much. */
function asCeiling(price: PriceRange | undefined, text: string): PriceRange | undefined {
  if (!price?.min || !price.max || (text.normalize('NFKC').match(/\d+/g) ?? []).length !== 1) return price;
  return { max: { ...price.max, minorUnits: Math.round((price.min.minorUnits + price.max.minorUnits) / 2) } };
}

/** Whose shoe size it was. */
function withWearerTold(turn: TurnInHand, asked: UnderstoodTurn | undefined): TurnInHand | undefined {
  const now = turn.heard.understood;
  if (statedIds(now.constraints, 'audience').length === 0 || !asked || changesSubject(now, asked)) return undefined;
  // 男鞋 says whose they are; what kind was said before.
  const { category: _shoes, ...constraints } = now.constraints;
  return completed(turn, asked, asked.constraints.category ? { ...now, constraints } : now, asked.intent);
}

/** The size the shopper takes, after which the steps asked for are taken from it. */
function withSizeTold(turn: TurnInHand, asked: UnderstoodTurn | undefined): TurnInHand | undefined {
  const now = turn.heard.understood;
  const size = now.constraints.size ?? bareSize(turn.heard.text);
  if (typeof size !== 'string' || !asked || changesSubject(now, asked)) return undefined;
  const told = { ...now, constraints: { ...now.constraints, size }, profile: { ...now.profile, size } };
  return completed(turn, asked, told, asked.intent);
}

function completed(turn: TurnInHand, asked: UnderstoodTurn, now: UnderstoodTurn, intent: Intent): TurnInHand {
  const understood: UnderstoodTurn = {
    ...now,
    intent,
    confidence: Math.max(asked.confidence, now.confidence),
    constraints: mergeConstraints(asked.constraints, now.constraints, { relaxed: now.relaxed }),
    references: now.references.length > 0 ? now.references : asked.references,
    critiques: now.critiques.length > 0 ? now.critiques : asked.critiques,
    keywords: [...new Set([...asked.keywords, ...(intent === now.intent ? now.keywords : [])])],
  };
  return closed({
    ...turn,
    heard: { ...turn.heard, understood },
    resolved: resolveReferences(understood.references, turn.session, turn.shown, turn.scope.vocabulary),
  });
}

function closed(turn: TurnInHand): TurnInHand {
  return { ...turn, session: { ...turn.session, pending: null } };
}

/** "Why this one?" points, but asks something of its own: it is no answer to the question that waits. */
function changesSubject(now: UnderstoodTurn, asked: UnderstoodTurn): boolean {
  return now.confidence >= GUESS && !['search', 'refine', 'photo-search', 'unknown', asked.intent].includes(now.intent);
}

/** "m", "38" where a size was asked for. */
function bareSize(text: string): string | undefined {
  const said = /^\s*(x{0,4}[sml]|[2-6]xl|\d{1,3}(?:\.5)?)\s*[码号]?[\s.!。]*$/i.exec(text.normalize('NFKC'));
  return said?.[1] === undefined ? undefined : canonicalSize(said[1]);
}

/** "2" where one of the shown was asked for. */
function barePlace(text: string, count: number): number | undefined {
  const digits = /^\s*(\d{1,2})\s*$/.exec(text.normalize('NFKC'));
  const place = digits ? Number(digits[1]) : 0;
  return place >= 1 && place <= count ? place : undefined;
}
