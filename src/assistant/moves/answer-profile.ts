import { isUnconstrained } from '../../domain/constraints.js';
import type { Effect } from '../../domain/effect.js';
import type { Told } from '../../domain/profile.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import { asksForSize, asksToRemember } from '../../language/about-me.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { say } from '../say/suggest.js';
import { tell, withoutDisliked } from '../track/carry-over.js';
import { mergeConstraints } from '../track/merge-constraints.js';
import { lasting, mayKeep, noteFacts, withoutFacts } from '../track/note-facts.js';
import { answerRequest } from './answer-request.js';
import { aside } from './answer-talk.js';
import { waitingFor } from './ask.js';

/**
 * Facts the shopper tells are noted and used at once, and kept beyond the conversation once they agree; asked for,
 * what is known is said openly; asked to, it is forgotten.
 */
export const answerProfile: Move = async (turn) => {
  const { session, heard, scope } = turn;
  const { constraints, profile } = heard.understood;
  if (profile?.forget?.length) return forgetFacts(turn, profile.forget);
  const noted = noteFacts(session, profile);
  const tastes = profile?.likedColours?.length || profile?.dislikedColours?.length;
  // A taste is no wish for now, but what is never worn leaves the list that runs.
  const { colours: _liked, exclude: _disliked, price: _usual, ...others } = constraints;
  const wished = tastes || profile?.usualPrice ? others : constraints;
  const stated = !isUnconstrained(wished);
  if ((stated || profile?.dislikedColours) && hasWish(session)) {
    const avoiding = { ...noted, constraints: withoutDisliked(noted.constraints, noted.told) };
    // What tells of the speaker says nothing of the garment.
    const understood = { ...heard.understood, constraints: wished, keywords: [] };
    const answer = await answerRequest({ ...turn, heard: { ...heard, understood }, session: avoiding });
    return keeping(turn, { ...answer, messages: [{ id: 'profile.noted' }, ...answer.messages] });
  }
  const said = mergeConstraints(session.constraints, wished);
  const told = tell(noted.told, wished, said, scope.vocabulary);
  // Sizes of several kinds at once tell of the speaker, and look for none of them.
  const holding = Array.isArray(wished.size) ? session.constraints : said;
  const facts = factsOf(told, session.liked.length);
  const news = stated || profile !== undefined;
  const kept = session.consent === 'given' ? 'profile.kept-with-consent' : 'profile.kept';
  const lead = news ? 'profile.noted' : 'profile.lead';
  const remembering = !news && asksToRemember(heard.text);
  const none = remembering ? [{ id: 'profile.will-note' }, { id: kept }] : [{ id: 'profile.empty' }];
  const answer: Answer = {
    ...aside(turn, 'profile', lead),
    session: { ...noted, constraints: holding, told },
    messages: [
      ...(facts.length > 0 ? [{ id: lead }, ...facts, { id: kept }] : none),
      ...(asksForSize(heard.text) ? sizeAdvice(turn) : []),
    ],
  };
  return news || remembering ? keeping(turn, answer, remembering) : answer;
};

/** Which size fits: in the shop's own words where its FAQ has them; no feed says it, so it is not guessed. */
function sizeAdvice({ scope, heard }: TurnInHand): Message[] {
  const answers = scope.faq?.(heard.text) ?? [];
  if (answers.length === 0) return [{ id: 'profile.size-unknown' }];
  return answers.map((text) => ({ id: 'reply.store-info', values: { answer: { kind: 'text', text } } }));
}

/**
 * Keeps what is told where that was agreed to; asks, once in a conversation, where it was not asked yet. Who asks to be
 * `remembered` is asked whatever was asked or refused before: the wish is not yet the consent to keep it.
 */
function keeping({ scope, session }: TurnInHand, answer: Answer, remembered = false): Answer {
  const told = lasting(answer.session);
  if (!mayKeep(scope) || (session.consent === 'refused' && !remembered)) return answer;
  if (session.consent === 'given') return { ...answer, effects: [{ kind: 'keep-profile', told }] };
  if (answer.session.pending || (session.asked?.includes('keep') && !remembered)) return answer;
  const messages = answer.messages.filter(({ id }) => id !== 'profile.kept');
  return {
    ...answer,
    session: waitingFor(answer.session, 'keep'),
    messages: [...messages, { id: 'question.keep' }],
    suggestions: [say('keep-yes'), say('keep-no'), ...(answer.suggestions ?? []).slice(0, 2)],
    aside: false,
  };
}

/** The answer to "shall I remember that?". */
export const answerKeep =
  (yes: boolean): Move =>
  async (turn) => {
    const { session } = turn;
    const effects: Effect[] = yes ? [{ kind: 'keep-profile', told: lasting(session) }] : [];
    return {
      ...aside(turn, yes ? 'keep-profile' : 'not-kept', yes ? 'profile.saved' : 'profile.not-saved'),
      session: { ...session, pending: null, consent: yes ? 'given' : 'refused' },
      effects,
      aside: false,
    };
  };

function forgetFacts(turn: TurnInHand, facts: readonly string[]): Answer {
  const { session } = turn;
  const forgetful = withoutFacts(session, facts);
  const named = facts.flatMap((fact): MessageValue[] =>
    session.told?.[fact as keyof Told] === undefined ? [] : [{ kind: 'message', message: { id: `fact.${fact}` } }],
  );
  const answer = aside(turn, 'forget', named.length > 0 ? 'profile.forgotten' : 'profile.not-known');
  return {
    ...answer,
    session: forgetful,
    messages:
      named.length > 0
        ? [{ id: 'profile.forgotten', values: { facts: { kind: 'list', items: named, join: 'and' } } }]
        : answer.messages,
    ...(session.consent === 'given' ? { effects: [{ kind: 'keep-profile', told: lasting(forgetful) }] } : {}),
  };
}

/** True where something is being looked for, a size alone not counting. */
function hasWish(session: SessionState): boolean {
  const { size: _size, ...constraints } = session.constraints;
  return hasRequest({ ...session, constraints });
}

function factsOf(told: Told, liked: number): Message[] {
  const price = told.price ?? told.usualPrice;
  const budget = price?.max ?? price?.min;
  return [
    ...(told.size === undefined ? [] : [{ id: 'profile.size', values: { size: told.size } }]),
    ...(told.bottomSize === undefined ? [] : [{ id: 'profile.bottom-size', values: { size: told.bottomSize } }]),
    ...(told.shoeSize === undefined ? [] : [{ id: 'profile.shoe-size', values: { size: told.shoeSize } }]),
    ...(told.heightCm === undefined ? [] : [{ id: 'profile.height', values: { height: told.heightCm } }]),
    ...(told.weightKg === undefined ? [] : [{ id: 'profile.weight', values: { weight: told.weightKg } }]),
    ...(budget ? [{ id: 'profile.budget', values: { price: { kind: 'money' as const, money: budget } } }] : []),
    ...colourFact('profile.liked-colours', told.likedColours),
    ...colourFact('profile.disliked-colours', told.dislikedColours),
    ...(liked > 0 ? [{ id: 'profile.liked', values: { count: liked } }] : []),
  ];
}

function colourFact(id: string, colours: readonly string[] | undefined): Message[] {
  if (!colours?.length) return [];
  const items = colours.map((colour) => ({
    kind: 'facet' as const,
    value: { facet: 'colours' as const, id: colour },
  }));
  return [{ id, values: { colours: { kind: 'list', items, join: 'and' } } }];
}
