import type { GarmentRow, GarmentStore } from '../catalog/garment-store.js';
import { type Constraints, isUnconstrained } from '../domain/constraints.js';
import type { ConstraintFacet } from '../domain/facet.js';
import type { ExchangeRates } from '../domain/money.js';
import type { AttentionWeights, Degradation, Item } from '../domain/reply.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Encoder, LikenessLevels } from '../encoding/encoder.js';
import { diversify } from '../ranking/diversity.js';
import { keepsHardLimits, priceHolds } from '../ranking/hard-limits.js';
import { type RankedCandidate, rankCandidates } from '../ranking/rank-candidates.js';
import { findCandidates } from '../retrieval/candidates.js';
import type { VectorIndex } from '../retrieval/vector-index.js';
import type { Search, SearchOutcome, SearchQuery } from './search.js';
import { type JudgedItem, judge, plainItem } from './search-items.js';
import { climb, type LadderRows } from './search-ladder.js';
import { firstInOrder, inOrder, orderCoversAllRows } from './search-order.js';
import { relaxationsFor } from './search-relaxations.js';
import { type Signals, signalsOf } from './search-signals.js';
import type { SplitForIndex } from './search-words.js';

export interface SearchDependencies {
  readonly garments: GarmentStore;
  readonly encoder: Encoder;
  readonly vectors: VectorIndex;
  readonly vocabulary: Vocabulary;
  readonly splitForIndex: SplitForIndex;
  readonly rates: ExchangeRates;
  /** Garment ids that sell, best first: shown where nothing is asked for or nothing else works. */
  readonly popular?: (limit: number) => Promise<readonly string[]>;
  /** Told of every rung that failed, for the log. */
  readonly onFailure?: (what: string, error: unknown) => void;
}

/** Candidates of each way of looking; more where more are to be shown. */
const CANDIDATES = 100;
/** Where nothing of the kind is sold, this many of the nearest: an honest answer has no long tail. */
const NEAREST = 3;
/** For a model that states none of its own. */
const LEVELS: LikenessLevels = { sameAsPhoto: 0.93, likePhoto: 0.7, describedByWords: 0.35 };

/**
 * One search over the catalogue: encode, find candidates under the hard limits, rank them, judge and explain
 * each, and say what gave way. Budget, size in stock, availability and exclusions hold for every item, unless
 * `relaxed` names the limit. Never rejects: each rung that fails is named in `degraded` (attention ranker,
 * fusion over vectors, words, popular garments), and an empty answer with 'catalogue' means try again.
 */
export function createSearch(deps: SearchDependencies): Search {
  const searcher = new Searcher(deps);
  return (query) => searcher.run(query);
}

interface Ranked {
  readonly items: readonly JudgedItem[];
  readonly attention: AttentionWeights | null;
  readonly degraded: readonly Degradation[];
}

class Searcher {
  readonly #deps: SearchDependencies;
  readonly #onFailure: (what: string, error: unknown) => void;

  constructor(deps: SearchDependencies) {
    this.#deps = deps;
    this.#onFailure = deps.onFailure ?? (() => {});
  }

  async run(query: SearchQuery): Promise<SearchOutcome> {
    const limit = Math.max(0, Math.floor(query.limit));
    try {
      return await this.#search({ ...query, limit });
    } catch (error) {
      this.#onFailure('search', error);
      return this.#popular(query, limit);
    }
  }

  async #search(query: SearchQuery): Promise<SearchOutcome> {
    const { vocabulary, rates } = this.#deps;
    const signals = await signalsOf(query, { ...this.#deps, onFailure: this.#onFailure });
    if (nothingAsked(query, signals)) return this.#browse(query);

    const hidden = await this.#hidden(query, signals);
    const found = await climb(query.constraints, (some) => this.#rows(some, hidden), vocabulary);
    const sides = [found.strict, found.relaxed?.rows].filter((rows) => rows !== undefined && rows.length > 0);
    const ranked: Ranked[] = [];
    for (const rows of sides) if (rows) ranked.push(await this.#rank(query, signals, rows, hidden));

    const items = this.#choose(query, found, ranked);
    const gaveWay = items.length > found.strict.length || found.strict.length === 0 ? found.relaxed?.facets : undefined;
    const shown = items.map((item) => item.garment);
    return {
      items: items.map(plainItem),
      attention: ranked[0]?.attention ?? null,
      relaxed:
        gaveWay && shown.length > 0 ? relaxationsFor(gaveWay, query.constraints, shown, { rates, vocabulary }) : [],
      degraded: unique([...signals.failed, ...ranked.flatMap((one) => one.degraded)]),
    };
  }

  /** Rows that satisfy the constraints and can be bought, without those not to be shown. */
  async #rows(constraints: Constraints, hidden: ReadonlySet<GarmentRow>): Promise<Uint32Array> {
    const rows = await this.#deps.garments.matching({ constraints, availableOnly: true }, this.#deps.rates);
    return hidden.size === 0 ? rows : rows.filter((row) => !hidden.has(row));
  }

  async #hidden(query: SearchQuery, signals: Signals): Promise<Set<GarmentRow>> {
    const rows = await this.#deps.garments.rowsOf(query.without);
    const hidden = new Set(rows.values());
    if (signals.anchor?.row !== undefined) hidden.add(signals.anchor.row);
    return hidden;
  }

  async #rank(
    query: SearchQuery,
    signals: Signals,
    within: Uint32Array,
    hidden: ReadonlySet<GarmentRow>,
  ): Promise<Ranked> {
    const { garments, encoder, vocabulary, splitForIndex } = this.#deps;
    const { attention, impliedCategory } = signals;
    const candidates = await findCandidates(
      { ...this.#deps, onFailure: this.#onFailure },
      {
        vectors: [attention.text?.embedding, attention.photo?.embedding ?? attention.history[0]].flatMap(
          (one) => one ?? [],
        ),
        words: splitForIndex([signals.words, ...query.keywords].join(' ')),
        within,
        limit: Math.max(CANDIDATES, query.limit * 3),
      },
    );
    const asked = query.sort && orderCoversAllRows(query.constraints) ? query.sort : undefined;
    const rows = asked
      ? await firstInOrder(within, asked, query.limit * 3, {
          ...this.#deps,
          rowsWithin: (price) =>
            this.#rows({ ...query.constraints, price: narrower(query.constraints, price) }, hidden),
        })
      : candidates.found.map(({ row }) => row);
    const lexical = new Map(candidates.found.map((candidate) => [candidate.row, candidate]));
    const {
      ranked,
      attention: weights,
      attentionFailed,
    } = await rankCandidates(
      { ...attention, constraints: query.constraints, ...(impliedCategory ? { impliedCategory } : {}) },
      rows.map((row) => lexical.get(row) ?? { row }),
      {
        garments: await garments.garmentsAt(rows),
        embeddings: await this.#embeddings(rows),
        vocabulary,
        tokens: (some) => garments.tokens(some),
        attend: encoder.attend,
        describesPhoto: encoder.likeness?.describesPhoto,
        onFailure: this.#onFailure,
      },
    );
    const degraded: Degradation[] = [...candidates.failed];
    if (attentionFailed) degraded.unshift('attention');
    return { items: this.#judge(query, signals, ranked), attention: weights, degraded };
  }

  async #embeddings(rows: readonly GarmentRow[]): Promise<Map<GarmentRow, Float32Array>> {
    const embeddings = new Map<GarmentRow, Float32Array>();
    try {
      for await (const { row, embedding } of this.#deps.garments.vectors(rows)) embeddings.set(row, embedding);
    } catch (error) {
      this.#onFailure('vectors', error);
    }
    return embeddings;
  }

  #judge(query: SearchQuery, signals: Signals, ranked: readonly RankedCandidate[]): JudgedItem[] {
    const group = signals.anchor?.garment.groupId;
    return ranked
      .filter(({ garment }) => group === undefined || garment.groupId !== group)
      .map((candidate) =>
        judge(candidate, {
          constraints: query.constraints,
          keywords: query.keywords,
          split: this.#deps.splitForIndex,
          rates: this.#deps.rates,
          levels: this.#deps.encoder.likeness ?? LEVELS,
          fromPhoto: query.photo !== undefined,
        }),
      );
  }

  /** What is shown: within the limits, diverse, strict rows before relaxed ones, in the order asked for. */
  #choose(query: SearchQuery, found: LadderRows, ranked: readonly Ranked[]): JudgedItem[] {
    const { rates, vocabulary } = this.#deps;
    const gone = new Set<ConstraintFacet>(found.strict.length === 0 ? found.relaxed?.facets : []);
    const limits = withoutLimits(query.constraints, gone);
    const seen = new Set<string>();
    const sides = ranked.map((side) =>
      side.items.filter(({ garment }) => {
        if (seen.has(garment.id) || !keepsHardLimits(garment, limits, rates, vocabulary)) return false;
        seen.add(garment.id);
        return true;
      }),
    );
    const items = sides.flat();
    const { sort } = query;
    if (sort) {
      // Rain boots for a child are the cheapest red boots, and not the ones that somebody who names nobody means.
      const ordered = sides.map((side) =>
        forOthersLast(
          inOrder(side, sort, rates, ({ garment }) => garment),
          query,
          vocabulary,
        ),
      );
      return ordered.flatMap((groups) => groups.flat()).slice(0, query.limit);
    }
    const kindGone = gone.has('category') && items.every((item) => item.match === 'loose');
    const most = kindGone ? Math.min(NEAREST, query.limit) : query.limit;
    const chosen = forOthersLast(items, query, vocabulary)
      .flatMap((group) => diversify(group, most).flatMap((at) => group[at] ?? []))
      .slice(0, most);
    // Over budget the nearest price is the nearest garment.
    return gone.has('price') ? nearestPrice(chosen, query.constraints, rates) : chosen;
  }

  /** Nothing is asked for: what sells, or a walk through the whole shop. */
  async #browse(query: SearchQuery): Promise<SearchOutcome> {
    const known = await this.#deps.garments.rowsOf(query.without);
    const rows = await this.#rows(query.constraints, new Set(known.values()));
    const items = await this.#showcase(query, rows);
    return { items, attention: null, relaxed: [], degraded: [] };
  }

  async #showcase(query: SearchQuery, rows: Uint32Array): Promise<Item[]> {
    const { garments, popular, rates, vocabulary } = this.#deps;
    if (query.sort) {
      const first = await firstInOrder(rows, query.sort, query.limit, {
        ...this.#deps,
        rowsWithin: (price) =>
          this.#rows({ ...query.constraints, price: narrower(query.constraints, price) }, new Set()),
      });
      const known = await garments.garmentsAt(first);
      return first.flatMap((row) => known.get(row) ?? []).map(unasked);
    }
    const selling = await garments.getMany((await popular?.(query.limit * 3)) ?? []);
    const step = Math.max(1, Math.floor(rows.length / Math.max(1, query.limit * 4)));
    const spread = await garments.garmentsAt([...rows].filter((_, at) => at % step === 0).slice(0, query.limit * 8));
    const kinds = new Map<string, number>();
    return [...selling, ...spread.values()]
      .filter((garment, at, all) => all.findIndex((other) => other.id === garment.id) === at)
      .filter((garment) => !query.without.includes(garment.id))
      .filter((garment) => keepsHardLimits(garment, query.constraints, rates, vocabulary))
      .map((garment, at) => {
        const kind = garment.category ?? '';
        const nth = kinds.get(kind) ?? 0;
        kinds.set(kind, nth + 1);
        return { garment, at, nth };
      })
      .sort((a, b) => a.nth - b.nth || a.at - b.at)
      .slice(0, query.limit)
      .map(({ garment }) => unasked(garment));
  }

  /** The last rung: search itself failed, so what sells or simply what is there, within the limits. */
  async #popular(query: SearchQuery, limit: number): Promise<SearchOutcome> {
    const degraded: Degradation[] = ['attention', 'vector', 'lexical'];
    try {
      const { garments, popular, rates, vocabulary } = this.#deps;
      const selling = await garments.getMany((await popular?.(limit * 4)) ?? []);
      const some = selling.length > 0 ? selling : (await garments.list({ limit: limit * 8 })).items;
      const items = some
        .filter((garment) => keepsHardLimits(garment, query.constraints, rates, vocabulary))
        .filter((garment) => !query.without.includes(garment.id))
        .slice(0, limit)
        .map(unasked);
      return { items, attention: null, relaxed: [], degraded };
    } catch (error) {
      this.#onFailure('popular', error);
      return { items: [], attention: null, relaxed: [], degraded: [...degraded, 'catalogue'] };
    }
  }
}

/** Who names nobody shops for a grown-up who is not expecting; what is made for others comes after. */
function forOthersLast(items: readonly JudgedItem[], query: SearchQuery, vocabulary: Vocabulary): JudgedItem[][] {
  if (query.constraints.audience !== undefined || query.similarTo !== undefined || query.photo !== undefined)
    return [[...items]];
  const isForOthers = ({ garment: { audience } }: JudgedItem) =>
    audience !== null && ['kids', 'maternity'].some((special) => vocabulary.isKindOf('audience', audience, special));
  return [items.filter((item) => !isForOthers(item)), items.filter(isForOthers)];
}

function nothingAsked(query: SearchQuery, signals: Signals): boolean {
  const { text, photo, history } = signals.attention;
  return !text && !photo && history.length === 0 && query.keywords.length === 0 && isUnconstrained(query.constraints);
}

function unasked(garment: Item['garment']): Item {
  return { garment, score: 0, match: 'loose', scores: {}, reasons: [] };
}

function withoutLimits(constraints: Constraints, gone: ReadonlySet<ConstraintFacet>): Constraints {
  const { price, size, ...rest } = constraints;
  return {
    ...rest,
    ...(price && !gone.has('price') ? { price } : {}),
    ...(size !== undefined && !gone.has('size') ? { size } : {}),
  };
}

function narrower({ price }: Constraints, bound: NonNullable<Constraints['price']>): NonNullable<Constraints['price']> {
  const max =
    bound.max && price?.max && price.max.minorUnits < bound.max.minorUnits ? price.max : (bound.max ?? price?.max);
  const min =
    bound.min && price?.min && price.min.minorUnits > bound.min.minorUnits ? price.min : (bound.min ?? price?.min);
  return { ...(max ? { max } : {}), ...(min ? { min } : {}) };
}

function nearestPrice(items: readonly JudgedItem[], { price }: Constraints, rates: ExchangeRates): JudgedItem[] {
  const { max, min } = price ?? {};
  const within = ({ garment }: JudgedItem, bound: Constraints['price']): boolean =>
    bound !== undefined && priceHolds(garment, { price: bound }, rates);
  // All of them below what was named: the dearest is the nearest.
  const below = max === undefined || (min !== undefined && items.every((item) => within(item, { max })));
  return inOrder(items, below ? 'price-descending' : 'price-ascending', rates, (item) => item.garment);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
