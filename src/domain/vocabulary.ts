import { FACETS, type Facet, type FacetValue, VOCABULARY_COLUMN } from './facet.js';
import type { Locale } from './locale.js';

/** One canonical id with its names; the first synonym of a language is its display name. */
export interface VocabularyEntry extends FacetValue {
  readonly parent: string | undefined;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
}

/** The canonical words for garments: ids, their parents and what people call them. */
export class Vocabulary {
  readonly #entries: ReadonlyMap<string, VocabularyEntry>;
  readonly #children = new Map<string, VocabularyEntry[]>();

  constructor(entries: Iterable<VocabularyEntry>) {
    const byKey = new Map<string, VocabularyEntry>();
    for (const entry of entries) byKey.set(key(entry.facet, entry.id), entry);
    this.#entries = byKey;
    for (const entry of byKey.values()) {
      if (entry.parent === undefined) continue;
      const parent = key(entry.facet, entry.parent);
      this.#children.set(parent, [...(this.#children.get(parent) ?? []), entry]);
    }
  }

  /** Every entry, in the file's order; of one facet where it is given. */
  entries(facet?: Facet): VocabularyEntry[] {
    const all = [...this.#entries.values()];
    return facet ? all.filter((entry) => entry.facet === facet) : all;
  }

  entry(facet: Facet, id: string): VocabularyEntry | undefined {
    return this.#entries.get(key(facet, id));
  }

  has(facet: Facet, id: string): boolean {
    return this.#entries.has(key(facet, id));
  }

  /** What a shopper calls the id; the id itself where the vocabulary lacks it. */
  displayName(facet: Facet, id: string, locale: Locale): string {
    return this.entry(facet, id)?.synonyms[locale][0] ?? id.replaceAll('_', ' ');
  }

  /** The id, its parent and its grandparent: nearest first. */
  lineage(facet: Facet, id: string): string[] {
    const line: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !line.includes(at); at = this.entry(facet, at)?.parent) {
      line.push(at);
    }
    return line;
  }

  /** The id and everything below it. */
  descendants(facet: Facet, id: string): string[] {
    const below = [id];
    for (const at of below) {
      for (const child of this.#children.get(key(facet, at)) ?? []) {
        if (!below.includes(child.id)) below.push(child.id);
      }
    }
    return below;
  }

  /** True where a garment of `id` is of the kind `wanted`: the same id or below it. */
  isKindOf(facet: Facet, id: string, wanted: string): boolean {
    return this.lineage(facet, id).includes(wanted);
  }
}

function key(facet: Facet, id: string): string {
  return `${facet}/${id}`;
}

/**
 * Reads vocabulary.tsv (header, then facet, id, parent, zh synonyms, en synonyms; synonyms split by |).
 * Later files add synonyms and ids to earlier ones and never rename: an id seen again gains words.
 * Throws a RangeError naming the line for an unknown facet or a missing column.
 */
export function parseVocabulary(...files: string[]): Vocabulary {
  const facetOf = new Map<string, Facet>(FACETS.map((facet) => [VOCABULARY_COLUMN[facet], facet]));
  const entries = new Map<string, VocabularyEntry>();
  for (const file of files) {
    for (const [index, line] of file
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .entries()) {
      if (index === 0 || line.trim() === '' || line.startsWith('#')) continue;
      const [column, id, parent, zh, en] = line.split('\t');
      const facet = facetOf.get(column ?? '');
      if (!facet || !id || zh === undefined || en === undefined) {
        throw new RangeError(`vocabulary line ${index + 1}: expected facet, id, parent, zh, en`);
      }
      const known = entries.get(key(facet, id));
      entries.set(key(facet, id), {
        facet,
        id,
        parent: known?.parent ?? (parent || undefined),
        synonyms: {
          'zh-CN': merge(known?.synonyms['zh-CN'], words(zh)),
          en: merge(known?.synonyms.en, words(en)),
        },
      });
    }
  }
  return new Vocabulary(entries.values());
}

function words(cell: string): string[] {
  return cell
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean);
}

function merge(known: readonly string[] | undefined, added: string[]): string[] {
  return [...new Set([...(known ?? []), ...added])];
}
