import type { Facet, FacetValue } from '../../domain/facet.js';
import { FACETS } from '../../domain/facet.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { keyOf, Lexicon, latinWords } from '../../language/lexicon.js';
import { normalise } from '../../language/normalise.js';

/** What a cell says in the vocabulary's ids, and the words that say more than an id does. */
export interface CellReading {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

/** A place of a text that names ids. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly values: readonly FacetValue[];
}

/** Google's taxonomy numbers that feeds put in place of a path (google.com/basepages/producttype). */
const GOOGLE_NUMBERS: Readonly<Record<string, string>> = {
  '2271': 'dress',
  '212': 'top',
  '204': 'trousers',
  '207': 'shorts',
  '1581': 'skirt',
  '203': 'outerwear',
  '187': 'footwear',
  '3032': 'handbag',
  '211': 'swimwear',
  '208': 'sleepwear',
  '213': 'underwear',
  '1594': 'suit',
  '5322': 'sportswear',
  '5182': 'onepiece',
  '173': 'hat',
  '177': 'scarf',
  '169': 'belt',
  '188': 'jewellery',
};
/** Parts of a category path that name no kind. */
const NO_KIND =
  /^(?:apparel(?: & accessories)?|clothing(?: & accessories)?|clothes|fashion|women|men|kids|girls|boys|unisex|sale|new|new arrivals|all|home|uncategori[sz]ed|女装|男装|童装|服饰|服装|服饰鞋包|新品|全部|其他|特价)$/;
/** After these a title speaks of what goes with the garment, not of the garment. */
const NOT_THE_GARMENT =
  /\b(?:with|for|to wear with|without|plus|includes?|free)\b|搭配|适合搭|可搭|配送|附赠|赠送|不含|内搭/;

/**
 * Reads facets from a feed's cells and titles, in either language and, where a label map is given (source,
 * value, facet, id), in the labels of known data sets. Nothing is guessed: a word has an id or is handed back.
 */
export class FacetReader {
  readonly #lexicon: Lexicon;
  readonly #vocabulary: Vocabulary;
  readonly #labels = new Map<string, FacetValue[]>();

  constructor(vocabulary: Vocabulary, labelMap = '') {
    this.#vocabulary = vocabulary;
    this.#lexicon = new Lexicon(vocabulary);
    for (const line of labelMap.split(/\r?\n/).slice(1)) {
      const [source, value, column, id] = line.split('\t');
      const facet = FACETS.find((name) => name === column || name === `${column}s`);
      if (source?.startsWith('kagl.') !== true || value === undefined || facet === undefined || id === undefined)
        continue;
      const key = keyOf(value);
      this.#labels.set(key, [...(this.#labels.get(key) ?? []), { facet, id }]);
    }
  }

  /** Ids of one facet in a cell that may hold several values (`红色/白色`, `Spring, Summer`, `95%棉 5%氨纶`). */
  cell(facet: Facet, cell: string): CellReading {
    const whole = this.#exact(facet, cell);
    if (whole.length > 0) return { ids: whole, unknown: [] };
    const ids: string[] = [];
    const unknown: string[] = [];
    for (const part of inOrderOfShare(cell.split(/[,，/、;；|&+\n]+|\sand\s|(?<=\d%\S*)\s+(?=\d)/))) {
      const text = part
        .replace(/\d+(?:\.\d+)?\s*%/g, ' ')
        .replace(/[()（）]/g, ' ')
        .trim();
      if (text === '') continue;
      const exact = this.#exact(facet, text);
      const found = exact.length > 0 ? exact : this.#mentions(text, 1).flatMap(({ values }) => idsOf(values, facet));
      // 暮山紫 is a purple, and shoppers ask for it by its own name too.
      if (exact.length === 0) unknown.push(text);
      ids.push(...found);
    }
    return { ids: [...new Set(ids)], unknown };
  }

  /** The most particular kind that a category cell or path names (`Apparel > Dresses`, `女装/连衣裙`, `2271`). */
  category(cells: readonly string[]): { id: string | undefined; unknown: string[] } {
    const unknown: string[] = [];
    let best: string | undefined;
    for (const cell of cells) {
      const numbered = GOOGLE_NUMBERS[cell.trim()];
      const parts = numbered === undefined ? cell.split(/[>/|»›\\,，;]+/).map((part) => part.trim()) : [];
      const found = [numbered, ...parts.map((part) => this.#kind(part))].filter((id) => id !== undefined);
      const last = found.at(-1);
      const leaf = parts.filter((part) => part !== '' && !NO_KIND.test(part.toLowerCase())).at(-1);
      if (leaf !== undefined && this.#kind(leaf) === undefined) unknown.push(leaf);
      // A later column counts only where it is more particular: Type "Dresses" stands over "Apparel".
      if (last !== undefined && (best === undefined || this.#vocabulary.lineage('category', last).includes(best)))
        best = last;
    }
    return { id: best, unknown };
  }

  #kind(part: string): string | undefined {
    if (part === '' || NO_KIND.test(part.toLowerCase())) return undefined;
    const exact = this.#exact('category', part);
    return (
      exact[0] ??
      this.#mentions(part, 2)
        .flatMap(({ values }) => idsOf(values, 'category'))
        .at(-1)
    );
  }

  /** What a title says of the garment itself; its kind is the last one named, as in 衬衫连衣裙 and "shirt dress". */
  title(title: string, brand: string | null): Map<Facet, string[]> {
    const plain = brand === null || brand === '' ? title : title.replaceAll(brand, ' ');
    const text = plain.split(NOT_THE_GARMENT)[0] ?? '';
    const found = new Map<Facet, string[]>();
    for (const { values } of this.#mentions(text, 2)) {
      for (const { facet, id } of values) found.set(facet, [...new Set([...(found.get(facet) ?? []), id])]);
    }
    const kinds = found.get('category') ?? [];
    const last = kinds.at(-1);
    if (last !== undefined) {
      // "女装上衣T恤" names the kind and what it is a sort of; the particular one is meant, whichever is last.
      const particular = kinds.findLast((id) => id !== last && this.#vocabulary.lineage('category', id).includes(last));
      found.set('category', [particular ?? last]);
    }
    return found;
  }

  /** True where the title's kind is a sort of the column's: a T恤 filed under 上衣. */
  narrows(words: readonly string[], column: readonly string[]): boolean {
    const [word] = words;
    const [filed] = column;
    return (
      word !== undefined && filed !== undefined && word !== filed && this.#vocabulary.isKindOf('category', word, filed)
    );
  }

  #exact(facet: Facet, text: string): string[] {
    const key = keyOf(text);
    const named = this.#lexicon.phrase(key)?.values ?? this.#wholeChinese(key) ?? [];
    const ids = idsOf(named, facet);
    if (ids.length > 0) return ids;
    const labelled = idsOf(this.#labels.get(key) ?? [], facet);
    if (labelled.length > 0) return labelled;
    const stemmed = idsOf(this.#lexicon.stemmedPhrase(key)?.values ?? [], facet);
    if (stemmed.length > 0) return stemmed;
    const id = text
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    return this.#vocabulary.has(facet, id) ? [id] : [];
  }

  #wholeChinese(key: string): readonly FacetValue[] | undefined {
    return this.#lexicon.charactersAt(key, 0).find(({ end }) => end === key.length)?.entry.values;
  }

  /** Longest names first, left to right; Chinese names shorter than `shortest` are too often part of a word. */
  #mentions(original: string, shortest: number): Mention[] {
    const { text } = normalise(original);
    const found: Mention[] = [];
    for (let at = 0; at < text.length; ) {
      const chinese = this.#lexicon
        .charactersAt(text, at)
        .find(({ end }) => end - at >= shortest && !cutsWord(text, at, end));
      const latin = chinese === undefined ? this.#phraseAt(text, at) : undefined;
      const mention = chinese ? { start: at, end: chinese.end, values: chinese.entry.values } : latin;
      if (mention !== undefined) found.push(mention);
      at = Math.max(at + 1, mention?.end ?? 0);
    }
    return found;
  }

  #phraseAt(text: string, at: number): Mention | undefined {
    if (!/[a-z0-9]/.test(text.charAt(at)) || /[a-z0-9]/.test(text.charAt(at - 1))) return undefined;
    const stretch = /^[a-z0-9]+(?:[ '’/&-]{1,2}[a-z0-9]+)*/.exec(text.slice(at, at + 80))?.[0] ?? '';
    const ends = [...stretch.matchAll(/[a-z0-9]+/g)].map((word) => word.index + word[0].length);
    for (const end of ends.slice(0, this.#lexicon.longestPhrase + 1).reverse()) {
      const key = latinWords(stretch.slice(0, end)).join(' ');
      const entry =
        this.#lexicon.phrase(key) ??
        (/(?:s|ed)$/.test(key) && key.length > 3 ? this.#lexicon.stemmedPhrase(key) : undefined);
      if (entry !== undefined) return { start: at, end: at + end, values: entry.values };
    }
    return undefined;
  }
}

/** A composition is of what there is most of: 5%氨纶 95%棉 is cotton. */
function inOrderOfShare(parts: readonly string[]): string[] {
  const share = (part: string) => Number(/(\d+(?:\.\d+)?)\s*%/.exec(part)?.[1] ?? 0);
  return [...parts].sort((a, b) => share(b) - share(a));
}

function idsOf(values: readonly FacetValue[], facet: Facet): string[] {
  return values.filter((value) => value.facet === facet).map(({ id }) => id);
}

function cutsWord(text: string, start: number, end: number): boolean {
  const latin = /[a-z0-9]/;
  return (
    (latin.test(text.charAt(start)) && latin.test(text.charAt(start - 1))) ||
    (latin.test(text.charAt(end - 1)) && latin.test(text.charAt(end)))
  );
}
