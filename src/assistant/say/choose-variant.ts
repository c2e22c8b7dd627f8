import type { Message } from '../../domain/reply.js';

/** Ids with several wordings, and how many: `reply.found` is said as `reply.found.1` … `.3`. */
export const VARIANTS = {
  'reply.found': 3,
  'reply.refined': 3,
  'reply.unchanged': 2,
  'reply.photo': 2,
  'reply.similar': 2,
  'reply.nearest': 2,
  'reply.more': 2,
  'reply.popular': 2,
  'reply.outfits': 3,
  'reply.few': 2,
  'reply.undone': 2,
  'reply.nothing': 2,
  'reply.no-cheaper': 2,
  'reply.no-dearer': 2,
  'reply.nearest-loose': 2,
  'reply.no-more': 2,
  'reply.outfits-occasion': 2,
  'reply.returned': 2,
  'explain.lead': 2,
  'compare.lead': 2,
  'notice.kept': 2,
  'notice.furthest': 2,
  'notice.resized': 2,
  'outfit.back': 2,
  'outfit.another': 2,
  'outfit.cheaper': 2,
  'outfit.no-swap': 2,
  'outfit.furthest': 2,
  'outfit.added': 2,
  'parts.lead': 2,
  'outfit.swapped': 3,
  'outfit.changed': 2,
  'outfit.refused': 2,
  'reply.greeting': 3,
  'reply.thanks': 2,
  'reply.greeting-back': 2,
  'reply.unknown': 2,
  'reply.liked': 2,
  'reply.disliked': 2,
} as const satisfies Record<string, number>;

export type VariedId = keyof typeof VARIANTS;

/**
 * One wording of `id`, chosen by conversation, turn and seed: the same turn always says the same, and two
 * turns in a row do not repeat each other.
 */
export function chooseVariant(id: VariedId, conversationId: string, turn: number, seed: string): string {
  const start = hash(`${seed}\n${conversationId}\n${id}`);
  return `${id}.${((start + turn) % VARIANTS[id]) + 1}`;
}

/** `message` in one of its wordings, where it has several. */
export function inVariant(message: Message, conversationId: string, turn: number, seed: string): Message {
  return isVaried(message.id) ? { ...message, id: chooseVariant(message.id, conversationId, turn, seed) } : message;
}

function isVaried(id: string): id is VariedId {
  return Object.hasOwn(VARIANTS, id);
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
