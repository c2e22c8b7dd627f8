import type { Facet } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { Money } from '../domain/money.js';
import type { MessageValue, Relaxation } from '../domain/reply.js';
import type { OutfitRequest } from './outfit-composer.js';

/** Which limits have given way. */
export interface Concession {
  readonly occasion: boolean;
  readonly season: boolean;
  readonly budget: boolean;
}

/**
 * The order in which limits give way: none, what the occasion avoids, the season, the budget. Stock,
 * audience, distinct slots and avoided colours never do.
 */
export function concessions(request: OutfitRequest): Concession[] {
  const none = { occasion: false, season: false, budget: false };
  const ladder: Concession[] = [none];
  if (request.occasion !== undefined) ladder.push({ ...none, occasion: true });
  ladder.push({ ...none, occasion: true, season: true });
  if (request.budget !== undefined) {
    ladder.push({ ...none, budget: true }, { occasion: true, season: true, budget: true });
  }
  return ladder;
}

/** What gave way, in words of the request. */
export function relaxationsFor(
  concession: Concession,
  request: OutfitRequest,
  setting: { readonly season: string; readonly occasion: string | undefined },
  given: {
    /** Which of the limits that might give way some piece shown really breaks. */
    readonly broken: Pick<Concession, 'occasion' | 'season'>;
    readonly season: string | undefined;
    readonly total: Money | undefined;
    /** Slots that nothing in the shop could fill. */
    readonly lacks: readonly string[];
  },
): Relaxation[] {
  const relaxed: Relaxation[] = [];
  if (concession.occasion && given.broken.occasion && setting.occasion !== undefined) {
    const asked = named('occasions', setting.occasion);
    const instead = named('occasions', 'daily');
    relaxed.push({
      facet: 'occasions',
      asked,
      given: instead,
      message: { id: 'style.relaxed.occasion', values: { asked } },
    });
  }
  if (concession.season && given.broken.season) {
    const asked = named('seasons', setting.season);
    const instead = named('seasons', given.season ?? 'all_season');
    relaxed.push({
      facet: 'seasons',
      asked,
      given: instead,
      message: { id: 'style.relaxed.season', values: { asked } },
    });
  }
  if (concession.budget && request.budget !== undefined && given.total !== undefined) {
    const asked = amount(request.budget);
    const total = amount(given.total);
    relaxed.push({
      facet: 'price',
      asked,
      given: total,
      message: { id: 'style.relaxed.price', values: { asked, given: total } },
    });
  }
  if (given.lacks.length > 0) relaxed.push(incomplete(given.lacks));
  return relaxed;
}

/** The shop has no shoes for it: what is there is shown, and that it is not all. */
function incomplete(lacks: readonly string[]): Relaxation {
  const items = lacks.map((slot): MessageValue => ({ kind: 'message', message: { id: `style.slot.${slot}` } }));
  const asked: MessageValue = { kind: 'list', items, join: 'and' };
  const given: MessageValue = { kind: 'message', message: { id: 'style.none' } };
  return { facet: 'category', asked, given, message: { id: 'style.relaxed.incomplete', values: { asked } } };
}

/** The anchor cannot be bought, so the outfit is built round it and it is not among the pieces. */
export function asidePiece(garment: Garment, why: 'sold-out' | 'no-price'): Relaxation {
  const title: MessageValue = { kind: 'text', text: garment.title };
  return {
    facet: why === 'sold-out' ? 'size' : 'price',
    asked: title,
    given: title,
    message: { id: `style.aside.${why}`, values: { title } },
  };
}

/** A summer dress asked for in winter: it is kept, and nothing is said that it is not. */
export function otherSeason(garment: Garment, own: readonly string[], asked: string): Relaxation {
  const title: MessageValue = { kind: 'text', text: garment.title };
  const given: MessageValue = { kind: 'list', items: own.map((id) => named('seasons', id)), join: 'and' };
  const season = named('seasons', asked);
  const values = { title, own: given, asked: season };
  return { facet: 'seasons', asked: season, given, message: { id: 'style.aside.season', values } };
}

/** Winter, where one trains in a heated room: what is worn there has nothing to do with it. */
export function setAside(season: string): Relaxation {
  const asked = named('seasons', season);
  return {
    facet: 'seasons',
    asked,
    given: named('seasons', 'all_season'),
    message: { id: 'style.aside.indoors', values: { asked } },
  };
}

/** Told beside outfits that keep every limit: nothing of what was asked gave way for them. */
export function isNote({ message }: Relaxation): boolean {
  return NOTES.has(message.id);
}

const NOTES: ReadonlySet<string> = new Set([
  'style.relaxed.unknown-occasion',
  'style.aside.season',
  'style.aside.indoors',
]);

export function unknownOccasion(asked: string): Relaxation {
  const given = named('occasions', 'daily');
  return { facet: 'occasions', asked, given, message: { id: 'style.relaxed.unknown-occasion', values: { asked } } };
}

export function withoutRate(budget: Money, currency: string): Relaxation {
  const asked = amount(budget);
  return {
    facet: 'price',
    asked,
    given: currency,
    message: { id: 'style.relaxed.no-rate', values: { asked, currency } },
  };
}

const named = (facet: Facet, id: string): MessageValue => ({ kind: 'facet', value: { facet, id } });
const amount = (money: Money): MessageValue => ({ kind: 'money', money });
