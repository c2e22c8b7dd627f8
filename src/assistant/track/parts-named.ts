import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { SessionState } from '../../domain/session.js';
import type { Intent } from '../../domain/turn.js';
import type { TurnInHand } from '../answer.js';
import { isAnotherKind } from './carry-over.js';
import { lookFor, requestOf } from './running-request.js';

/** Intents in which a kind named is what shall change, and no garment pointed at. */
const CHANGES: ReadonlySet<Intent> = new Set<Intent>(['search', 'refine', 'similar']);
const PLACE =
  /\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) ((?!one\b)[a-z-]+(?: [a-z-]+)?)|第\s?[一二三四\d]\s?[件条双个款顶]的?(\p{Script=Han}{1,4})/iu;
const ONLY =
  /^(?:ok(?:ay)?,? |actually,? |no,? |let'?s (?:do |see )?)*(?:only|just)(?: show me| look at| need| want)? (?:the |a )?[a-z -]+?(?:,? (?:please|then|thanks|for now))*[\s.!]*$|^[a-z -]+ only(?:,? (?:please|then|thanks|for now))*[\s.!]*$|^(?:那|算了|先)*(?:只|就)(?:要|看|买|留)?\p{Script=Han}{1,6}(?:吧|就行|就好|就够了?|好了|了)?[\s。.!！]*$|^\p{Script=Han}{1,6}(?:就行|就好|就够)了?[\s。.!！]*$/iu;

/**
 * "The jeans in black" while several kinds are looked for names one of them, and "the second shirt" the second of the
 * shirts on the screen. Anything else passes through unchanged.
 */
export function withPartNamed(turn: TurnInHand): TurnInHand {
  const { heard, session } = turn;
  if (!session.parts || heard.photo || heard.action) return turn;
  return kindNamed(turn, session.parts) ?? placeAmongKind(turn) ?? turn;
}

function kindNamed(turn: TurnInHand, parts: readonly Constraints[]): TurnInHand | undefined {
  const { heard, scope } = turn;
  const { understood } = heard;
  const [reference, ...others] = understood.references;
  if (!CHANGES.has(understood.intent) || !reference || others.length > 0) return undefined;
  const { kind, facet, id } = reference;
  if (kind !== 'attribute' || facet !== 'category' || id === undefined) return undefined;
  const { constraints, critiques } = understood;
  const says = Object.keys(constraints).length > 0 || critiques.length > 0;
  const known = parts.some((part) => !isAnotherKind(statedIds(part, 'category'), [id], scope.vocabulary));
  if (!says || !known || statedIds(constraints, 'category').length > 0) return undefined;
  return {
    ...turn,
    heard: {
      ...heard,
      understood: { ...understood, intent: 'refine', constraints: { ...constraints, category: id }, references: [] },
    },
    resolved: { garments: [], references: [], photo: false },
  };
}

function placeAmongKind(turn: TurnInHand): TurnInHand | undefined {
  const { heard, session, scope, shown } = turn;
  const [reference, ...others] = heard.understood.references;
  const noun = PLACE.exec(heard.text);
  if (!noun || !reference || others.length > 0 || reference.kind !== 'ordinal') return undefined;
  const kinds = kindsIn(turn, noun[1] ?? noun[2] ?? '');
  if (kinds.length === 0) return undefined;
  const ofKind = session.shown
    .flatMap((id) => shown.find((garment) => garment.id === id) ?? [])
    .filter(({ category }) => category !== null && !isAnotherKind(kinds, [category], scope.vocabulary));
  const index = reference.index ?? 1;
  const garment = ofKind.at(index < 0 ? index : index - 1);
  if (!garment) return undefined;
  const pointed = { kind: 'ordinal' as const, index: session.shown.indexOf(garment.id) + 1, garmentId: garment.id };
  const { category: _kind, ...constraints } = heard.understood.constraints;
  return {
    ...turn,
    heard: { ...heard, understood: { ...heard.understood, constraints, references: [pointed] } },
    resolved: { garments: [garment], references: [pointed], photo: false },
  };
}

function kindsIn({ session, scope }: TurnInHand, words: string): string[] {
  const context = { locale: session.locale, currency: scope.currency, brands: scope.brands };
  const read = scope.understand(words, { ...context, hasShown: false, hasPhoto: false, hasRequest: false });
  return statedIds(read.constraints, 'category');
}

/** "Only the jeans", 只要衬衫: of several garments looked for, the session looking for that one alone. */
export function onlyPart(turn: TurnInHand): SessionState | undefined {
  const { heard, session, scope } = turn;
  if (!session.parts || heard.photo || !ONLY.test(heard.text)) return undefined;
  const kinds = kindsIn(turn, heard.text);
  const named = session.parts.filter(
    (part) => kinds.length > 0 && !isAnotherKind(statedIds(part, 'category'), kinds, scope.vocabulary),
  );
  const [part] = named;
  if (!part || named.length > 1) return undefined;
  const { parts: _parts, total, words: _words, ...request } = requestOf(session);
  const constraints = total && !part.price ? { ...part, price: { max: total } } : part;
  return { ...lookFor(session, { ...request, constraints }), pending: null };
}
