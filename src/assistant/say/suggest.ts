import { statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import type { Message, MessageValue, Suggestion } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';

/** Quick replies at most in a reply: more is a menu. */
const MOST = 4;

/** What can be said at the press of a button: `suggest.<what>` on it, `say.<what>` when pressed. */
export type Sayable =
  | 'cheaper'
  | 'more'
  | 'undo'
  | 'any-colour'
  | 'any-price'
  | 'any-size'
  | 'restart'
  | 'compare'
  | 'explain'
  | 'help'
  | 'outfit-work'
  | 'outfit-date'
  | 'outfit-casual'
  | 'swap-footwear'
  | 'swap-bag'
  | 'swap-outer'
  | 'outfit-cheaper'
  | 'dress'
  | 'jacket'
  | 'keep-yes'
  | 'keep-no'
  | 'erase-yes'
  | 'erase-no'
  | 'notify'
  | 'notify-stop'
  | 'wardrobe'
  | 'wardrobe-wear'
  | 'wardrobe-missing'
  | 'profile'
  | 'person'
  | 'saved'
  | 'women'
  | 'men'
  | 'export'
  | 'erase';

export function say(what: Sayable): Suggestion {
  return { title: { id: `suggest.${what}` }, action: { verb: 'say' }, say: { id: `say.${what}` } };
}

/** What outfits wearing pieces in `slots` let be changed at the press of a button. */
export function outfitChanges(slots: readonly (string | undefined)[]): Suggestion[] {
  const swappable = (['footwear', 'outer', 'bag'] as const).filter((slot) => slots.includes(slot));
  return [...swappable.slice(0, 2).map((slot) => say(`swap-${slot}`)), say('outfit-cheaper')];
}

/** "In red": a colour as a wish. */
export function sayColour(id: string): Suggestion {
  const values: Message['values'] = { colour: { kind: 'facet', value: { facet: 'colours', id } } };
  return { title: { id: 'suggest.colour', values }, action: { verb: 'say' }, say: { id: 'say.colour', values } };
}

/** "The second one": the first places of the list as answers to "which one?". */
export function places(count: number): Suggestion[] {
  return Array.from({ length: Math.min(count, 3) }, (_, at) => {
    const values = { position: at + 1 };
    return { title: { id: 'suggest.place', values }, action: { verb: 'say' }, say: { id: 'say.place', values } };
  });
}

/** The turn's own words again, after something failed. */
export function sayAgain(text: string): Suggestion {
  return { title: { id: 'suggest.retry' }, action: { verb: 'say', text } };
}

export function press(verb: 'similar' | 'outfit', garment: Garment, position?: number): Suggestion {
  const values: Record<string, MessageValue> = position === undefined ? {} : { position };
  return {
    title: position === undefined ? { id: `suggest.${verb}-this` } : { id: `suggest.${verb}`, values },
    action: { verb, garmentId: garment.id },
  };
}

/** What helps where the list is only near: let a limit go, or go back. */
export function afterNearest(session: SessionState, garments: readonly Garment[]): Suggestion[] {
  const [first] = garments;
  return atMost([...afterNothing(session).slice(0, 3), ...(first ? [press('outfit', first, 1)] : [])]);
}

/** What helps after a list of garments: narrow it, vary it, dress the first, or go back. */
export function afterList(session: SessionState, garments: readonly Garment[]): Suggestion[] {
  const [first] = garments;
  if (!first) return afterNothing(session);
  const colour = anotherColour(session, garments);
  const priced = garments.filter((garment) => garment.price !== null).length;
  return atMost([
    press('outfit', first, 1),
    ...(priced >= 3 ? [say('cheaper')] : []),
    ...(colour === undefined ? [] : [sayColour(colour)]),
    say(garments.length > 2 ? 'more' : 'undo'),
  ]);
}

/** What helps where nothing was found: let a limit go, go back, or start over. */
export function afterNothing(session: SessionState): Suggestion[] {
  const { constraints } = session;
  return atMost([
    ...(constraints.price ? [say('any-price')] : []),
    ...(statedIds(constraints, 'colours').length > 0 ? [say('any-colour')] : []),
    ...(constraints.size === undefined ? [] : [say('any-size')]),
    ...(session.past.length > 0 ? [say('undo')] : []),
    say('restart'),
  ]);
}

/** Where to begin. */
export function toBegin(): Suggestion[] {
  return [say('dress'), say('jacket'), say('outfit-work'), say('help')];
}

export function atMost(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.slice(0, MOST);
}

/** The commonest colour on screen that was not asked for: offering one that is not there would be a promise. */
function anotherColour(session: SessionState, garments: readonly Garment[]): string | undefined {
  const asked = new Set([
    ...statedIds(session.constraints, 'colours'),
    ...statedIds(session.constraints.exclude, 'colours'),
    ...(session.photoTurn === undefined ? [] : (session.photo?.colours ?? [])),
  ]);
  const counts = new Map<string, number>();
  for (const garment of garments) {
    const [main] = garment.colours;
    if (main !== undefined && !asked.has(main)) counts.set(main, (counts.get(main) ?? 0) + 1);
  }
  if (statedIds(session.constraints, 'colours').length > 0 || counts.size < 2) return undefined;
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
