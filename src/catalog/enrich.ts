import { FACETS, type Facet, LIST_FACETS } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { Tag } from '../domain/tags.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { PhotoEncoding } from '../encoding/encoder.js';
import { completeTitle } from './feed/compose-title.js';
import type { Origin, Provenance } from './garment-store.js';
import { garmentIds } from './index-terms.js';

/** A photo does not tell what a thing is made of; material stays what the feed says. */
const NEVER_SEEN: ReadonlySet<Facet> = new Set<Facet>(['material']);
/** Facets of clothes that mean nothing for the kinds below. */
const CUT: ReadonlySet<Facet> = new Set<Facet>(['sleeve', 'neckline', 'fit', 'length']);
const WITHOUT_CUT = ['footwear', 'bag', 'accessory', 'jewellery', 'beauty', 'other'] as const;
const WITHOUT_SLEEVES = ['bottom', 'socks', 'tights', 'bra', 'briefs', 'boxers', ...WITHOUT_CUT] as const;
const MOST_LISTED = 3;
/** Above it an unsure kind is taken for the one above it. */
const LEANING = 0.4;

export interface Enriched {
  readonly garment: Garment;
  readonly provenance: Provenance;
}

/**
 * Fills the facets a feed left empty with what the model is sure to see on the main picture (the first that
 * shows a garment), and then the titles; each value keeps its origin, and what is likely but not certain is marked
 * as guessed. What the feed states is never changed.
 */
export function enrich(
  draft: Garment,
  provenance: Provenance,
  photos: readonly Pick<PhotoEncoding, 'tags'>[],
  vocabulary: Vocabulary,
  fileName?: string,
): Enriched {
  const seen = photos.find(({ tags }) => tags.garment)?.tags.tags ?? {};
  const origins: Partial<Record<Facet, Origin>> = { ...provenance };
  const kind = surelyKind(seen.category, vocabulary);
  const category = draft.category ?? kind[0] ?? null;
  const guessed: Facet[] = [];
  const fill = (facet: Facet): readonly string[] => {
    const stated = garmentIds(draft, facet);
    if (stated.length > 0 || NEVER_SEEN.has(facet) || !applies(vocabulary, facet, category)) return stated;
    const found = (facet === 'category' ? kind : sure(seen[facet])).filter((id) => vocabulary.has(facet, id));
    if (found.length > 0) origins[facet] = 'model';
    if (found.length > 0 && !certain(seen[facet])) guessed.push(facet);
    return found;
  };
  const garment = { ...draft };
  for (const facet of FACETS) {
    const ids = fill(facet);
    const list = LIST_FACETS.find((name) => name === facet);
    if (list !== undefined) garment[list] = ids.slice(0, Math.max(MOST_LISTED, draft[list].length));
    else setSingle(garment, facet, ids[0] ?? null);
  }
  const title = completeTitle(garment, vocabulary, fileName);
  return { garment: { ...garment, title, ...(guessed.length > 0 ? { guessed } : {}) }, provenance: origins };
}

/** True where the likeliest value is as good as stated. */
function certain(tags: Tag | readonly Tag[] | undefined): boolean {
  const likeliest = tags === undefined || 'id' in tags ? tags : tags[0];
  return likeliest?.certain === true;
}

function setSingle(garment: Garment, facet: Facet, id: string | null): void {
  Object.assign(garment, { [facet]: id });
}

function sure(tags: Tag | readonly Tag[] | undefined): string[] {
  if (tags === undefined) return [];
  const list: readonly Tag[] = 'id' in tags ? [tags] : tags;
  return list.filter(({ unsure }) => unsure !== true).map(({ id }) => id);
}

/**
 * The kind, if the model is sure of it; else what it is a sort of, where the model leans to it: a T-shirt at 0.5
 * shares the rest with other tops.
 */
function surelyKind(tags: Tag | readonly Tag[] | undefined, vocabulary: Vocabulary): string[] {
  const certain = sure(tags);
  const likeliest = tags === undefined || 'id' in tags ? tags : tags[0];
  if (certain.length > 0 || likeliest === undefined || likeliest.confidence < LEANING) return certain;
  return vocabulary.lineage('category', likeliest.id).slice(1, 2);
}

function applies(vocabulary: Vocabulary, facet: Facet, category: string | null): boolean {
  if (!CUT.has(facet) || category === null) return true;
  const kinds = facet === 'sleeve' || facet === 'neckline' ? WITHOUT_SLEEVES : WITHOUT_CUT;
  return !kinds.some((kind) => vocabulary.isKindOf('category', category, kind));
}
