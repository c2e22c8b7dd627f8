/** Ids with several wordings, and how many: `reply.found` is said as `reply.found.1` … `.3`. */
export const VARIANTS = {
  'reply.found': 3,
  'reply.refined': 3,
  'reply.photo': 2,
  'reply.similar': 2,
  'reply.nearest': 2,
  'reply.more': 2,
  'reply.popular': 2,
  'reply.outfits': 3,
  'parts.lead': 2,
  'outfit.swapped': 3,
  'outfit.changed': 2,
  'outfit.refused': 2,
  'reply.greeting': 3,
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

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
