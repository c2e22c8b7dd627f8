import type { Critique } from '../domain/turn.js';
import { findCritiques } from './critiques.js';
import { normalise } from './normalise.js';

/** What garments are compared by, and which end of it is asked for. */
export interface ComparedBy {
  readonly facet: Extract<Critique['facet'], 'formality' | 'warmth'> | 'airiness';
  readonly direction: Critique['direction'];
}

/** How air goes through: cool and thin are another matter. */
const AIRY = /透气|闷(?=热|汗|$|[\s?吗呢不])|\b(?:breath(?:e|es|able|ability)|airy|airier|sweaty)\b/;
const STUFFY = /(?:更|最|比较|会)?闷|不透气|\b(?:less breathable|least breathable|sweat(?:y|ier|iest))\b/;

const SUPERLATIVES: readonly (readonly [RegExp, string])[] = [
  [/最/g, '更'],
  [/\bmost\b/g, 'more'],
  [/\bleast\b/g, 'less'],
  [/\b([a-z]+)iest\b/g, '$1ier'],
  [/\b([a-z]{3,})est\b/g, '$1er'],
];
/** 哪个正式: an adjective alone, asked of two. */
const PLAIN = /(哪(?:一)?[个件条双款套]?|谁)(?:比较|会|要|看着|穿着|显得)*(?=[^更\s])/g;

/** "Which is dressier?", 哪个最保暖: the trait asked of garments side by side; undefined where there is none. */
export function comparedBy(said: string): ComparedBy | undefined {
  let text = normalise(said.slice(0, 500)).text;
  if (AIRY.test(text)) return { facet: 'airiness', direction: STUFFY.test(text) ? 'less' : 'more' };
  for (const [find, comparative] of SUPERLATIVES) text = text.replace(find, comparative);
  const found = [text, text.replace(PLAIN, '$1更')].flatMap((each) => findCritiques(each));
  for (const { critique } of found) {
    const { facet, direction } = critique;
    if (facet === 'formality' || facet === 'warmth') return { facet, direction };
  }
  return undefined;
}
