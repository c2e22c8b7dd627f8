import { statedIds } from '../../domain/constraints.js';
import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import { convert } from '../../domain/money.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import { comparedBy } from '../../language/compared-by.js';
import { type Answer, type Move, plainItem, type TurnInHand, titleOf } from '../answer.js';
import { places, press, say, toBegin } from '../say/suggest.js';
import { ask, wasAsked } from './ask.js';
import { compareTrait } from './compare-traits.js';

/** Side by side beyond this is no comparison. */
const MOST = 3;
const COMPARED: readonly Facet[] = [
  'colours',
  'material',
  'pattern',
  'sleeve',
  'length',
  'fit',
  'seasons',
  'occasions',
];
/** What garments may be compared for. */
const PURPOSES = ['occasions', 'seasons', 'styles'] as const;
const UNSTATED: MessageValue = { kind: 'message', message: { id: 'compare.unstated' } };

/** Shown garments side by side: what differs, row by row, from their rows alone; and which fits better. */
export const answerCompare: Move = async (turn) => {
  const { session, heard } = turn;
  const extreme = cheapestOfAll(turn);
  if (extreme) return extreme;
  const garments = compared(turn);
  if (garments.length < 2) {
    if (session.shown.length > 1 && !wasAsked(session, 'which')) {
      return ask(session, 'which', heard.understood, {
        values: { count: session.shown.length },
        suggestions: places(session.shown.length),
      });
    }
    const id = session.shown.length > 0 ? 'reply.on-list' : 'reply.nothing-shown';
    return {
      move: 'compare',
      session,
      messages: [{ id, values: { count: session.shown.length } }],
      suggestions: toBegin(),
    };
  }
  // The table was read a moment ago: what is asked of it now is the verdict.
  const again = resolvedNone(turn) && isSame(garments, session.compared ?? []) && asksForVerdict(turn);
  return {
    move: 'compare',
    session: { ...session, compared: garments.map(({ id }) => id) },
    messages: [
      ...(again ? [] : [{ id: 'compare.lead', values: { count: garments.length } }, ...rows(garments)]),
      ...verdict(turn, garments),
    ],
    items: garments.map(plainItem),
    suggestions: garments.slice(0, 2).map((garment) => press('outfit', garment, session.shown.indexOf(garment.id) + 1)),
    stated: heard.understood.constraints,
  };
};

function resolvedNone({ resolved }: TurnInHand): boolean {
  return resolved.garments.length === 0;
}

function isSame(garments: readonly Garment[], ids: readonly string[]): boolean {
  return garments.length === ids.length && garments.every(({ id }) => ids.includes(id));
}

function asksForVerdict({ heard }: TurnInHand): boolean {
  const { constraints } = heard.understood;
  return comparedBy(heard.text) !== undefined || PURPOSES.some((facet) => statedIds(constraints, facet).length > 0);
}

/** "Which is the cheapest?", of nothing in particular: of everything on the screen. */
function cheapestOfAll({ session, shown, heard, scope, resolved }: TurnInHand): Answer | undefined {
  const { sort, references } = heard.understood;
  if (
    references.length > 0 ||
    resolved.garments.length > 0 ||
    (sort !== 'price-ascending' && sort !== 'price-descending')
  )
    return undefined;
  const { currency, rates } = scope;
  const priced = session.shown
    .flatMap((id) => shown.find((garment) => garment.id === id) ?? [])
    .flatMap((garment) => {
      const price = garment.price ? convert(garment.price, currency, rates) : undefined;
      return price ? [{ garment, amount: price.minorUnits }] : [];
    })
    .sort((a, b) => (sort === 'price-ascending' ? a.amount - b.amount : b.amount - a.amount));
  const [first] = priced;
  if (!first?.garment.price || priced.length < 2) return undefined;
  const ties = priced.filter(({ amount }) => amount === first.amount).map(({ garment }) => garment);
  return {
    move: 'compare',
    session: { ...session, focus: first.garment.id },
    messages: [
      {
        id: sort === 'price-ascending' ? 'compare.cheapest' : 'compare.dearest',
        values: {
          title: titleOf(first.garment),
          price: { kind: 'money', money: first.garment.price },
          count: priced.length,
          others: ties.length - 1,
        },
      },
    ],
    items: ties.slice(0, MOST).map(plainItem),
    suggestions: [press('outfit', first.garment), press('similar', first.garment), say('more')],
  };
}

/** The ones pointed at; one alone is compared with the first other; none, those compared last or the first two shown. */
function compared(turn: TurnInHand): Garment[] {
  const { resolved, session, shown } = turn;
  const pointed = resolved.garments.slice(0, MOST);
  if (pointed.length >= 2 || resolved.missed) return pointed;
  const known = (ids: readonly string[]): Garment[] =>
    ids.flatMap((id) => shown.find((garment) => garment.id === id) ?? []);
  const before = known(session.compared ?? []);
  if (pointed.length === 0 && before.length > 1) return before;
  return [...new Set([...pointed, ...known(session.shown)])].slice(0, 2);
}

function rows(garments: readonly Garment[]): Message[] {
  const table: [string, MessageValue[]][] = [
    ['title', garments.map(titleOf)],
    ['price', garments.map(({ price }) => (price ? { kind: 'money', money: price } : UNSTATED))],
    ...COMPARED.map((facet): [string, MessageValue[]] => [facet, garments.map((garment) => cell(garment, facet))]),
    ['size', garments.map(sizes)],
  ];
  return table
    .filter(([name, cells]) => name === 'title' || new Set(cells.map((cell) => JSON.stringify(cell))).size > 1)
    .map(([name, cells]): Message => {
      const facet: MessageValue = { kind: 'message', message: { id: `facet.${name}` } };
      const [first = UNSTATED, second = UNSTATED, third] = cells;
      return third === undefined
        ? { id: 'compare.two', values: { facet, first, second } }
        : { id: 'compare.three', values: { facet, first, second, third } };
    });
}

function cell(garment: Garment, facet: Facet): MessageValue {
  const ids = [garment[facet] ?? []].flat();
  if (ids.length === 0) return UNSTATED;
  return { kind: 'list', items: ids.map((id) => ({ kind: 'facet', value: { facet, id } })), join: 'and' };
}

function sizes(garment: Garment): MessageValue {
  const available = garment.sizes.filter(({ stock }) => stock === null || stock > 0).map(({ size }) => size);
  if (available.length > 0) return { kind: 'list', items: available, join: 'and' };
  return garment.sizes.length > 0 ? { kind: 'message', message: { id: 'compare.sold-out' } } : UNSTATED;
}

/**
 * Which is better for what was asked ("for work"), where the rows decide it; which is dressier or warmer, where that is
 * asked; else which costs less.
 */
function verdict(turn: TurnInHand, garments: readonly Garment[]): Message[] {
  const { constraints } = turn.heard.understood;
  for (const facet of PURPOSES) {
    const [wanted] = statedIds(constraints, facet);
    if (wanted === undefined) continue;
    const purpose: MessageValue = { kind: 'facet', value: { facet, id: wanted } };
    const fitting = garments.filter((garment) =>
      garment[facet].some((id) => turn.scope.vocabulary.isKindOf(facet, id, wanted) || id === 'all_season'),
    );
    const [only] = fitting;
    if (!only) return [{ id: 'compare.none-fits', values: { purpose } }];
    if (fitting.length > 1) return [{ id: 'compare.several-fit', values: { purpose } }];
    return [{ id: 'compare.one-fits', values: { title: titleOf(only), purpose } }];
  }
  const trait = comparedBy(turn.heard.text);
  if (trait) return compareTrait(trait, garments, turn.scope.vocabulary);
  return cheapest(turn, garments);
}

function cheapest(turn: TurnInHand, garments: readonly Garment[]): Message[] {
  const { currency, rates } = turn.scope;
  const priced = garments
    .flatMap((garment) => {
      const price = garment.price ? convert(garment.price, currency, rates) : undefined;
      return price ? [{ garment, amount: price.minorUnits }] : [];
    })
    .sort((a, b) => a.amount - b.amount);
  const [first, second] = priced;
  if (!first || !second) return [];
  if (priced.length === garments.length && priced.at(-1)?.amount === first.amount) {
    const price = { kind: 'money' as const, money: { minorUnits: first.amount, currency } };
    return [{ id: 'compare.same-price', values: { count: garments.length, price } }];
  }
  if (first.amount === second.amount) return [];
  const difference = { kind: 'money' as const, money: { minorUnits: second.amount - first.amount, currency } };
  return [{ id: 'compare.cheaper', values: { title: titleOf(first.garment), difference } }];
}
