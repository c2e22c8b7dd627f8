import { type Garment, type GarmentSize, inStock } from '../domain/garment.js';
import type { PhotoTags, Tag } from '../domain/tags.js';
import { colourIndex, isNeutral } from './colour-harmony.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import type { CategoryKnowledge } from './knowledge/categories.js';
import { LENGTH_WARMTH, MATERIALS, SLEEVE_WARMTH } from './knowledge/materials.js';
import type { PatternKnowledge } from './knowledge/patterns.js';
import { STYLES } from './knowledge/styles.js';
import { isLoud, patternKnowledge } from './pattern-harmony.js';
import { styleIndex } from './style-affinity.js';

/** What the composer knows of one garment: facts of its row plus what fashion knowledge adds. */
export interface Piece {
  /** The catalogue id; undefined for an own garment known by its photo. */
  readonly id: string | undefined;
  readonly category: string;
  readonly kind: CategoryKnowledge;
  /** As the row names them, main colour first. */
  readonly colours: readonly string[];
  /** As harmony sees them: blue denim grounds an outfit as navy does. */
  readonly tones: readonly string[];
  readonly patternId: string | null;
  readonly pattern: PatternKnowledge;
  readonly material: string | null;
  readonly seasons: readonly string[];
  readonly occasions: readonly string[];
  readonly styles: readonly string[];
  readonly audience: string | null;
  readonly sizes: readonly GarmentSize[];
  /** Minor units of the catalogue's currency; undefined where it has no price that can be told in it. */
  readonly cost: number | undefined;
  readonly groupId: string | undefined;
  /** 0 to 1; see knowledge/README.md. */
  readonly formality: number;
  /** Insulation in clo. */
  readonly clo: number;
  /** `tones` as indices of the harmony table. */
  readonly toneIndex: readonly number[];
  /** Index of the main tone where it is an accent and no neutral, else -1. */
  readonly accent: number;
  readonly loud: boolean;
  /** `styles` as indices of the style table. */
  readonly styleIndex: readonly number[];
  /** True where some size can be bought. */
  readonly available: boolean;
  /** What its vector says beyond its category, unit length; undefined where there is none. */
  readonly look: Float32Array | undefined;
}

type Facets = Pick<
  Garment,
  | 'category'
  | 'colours'
  | 'pattern'
  | 'material'
  | 'sleeve'
  | 'length'
  | 'seasons'
  | 'occasions'
  | 'styles'
  | 'audience'
>;

/** Undefined where the garment is no piece of an outfit (a perfume, an unknown category). */
export function pieceOfGarment(
  garment: Garment,
  knowledge: FashionKnowledge,
  { cost, look }: { readonly cost?: number | undefined; readonly look?: Float32Array | undefined } = {},
): Piece | undefined {
  return pieceOf(garment, knowledge, { id: garment.id, sizes: garment.sizes, cost, groupId: garment.groupId, look });
}

/** An own garment as the model saw it on a photo; undefined where it saw nothing wearable. */
export function pieceOfPhoto(tags: PhotoTags, knowledge: FashionKnowledge, look?: Float32Array): Piece | undefined {
  if (!tags.garment) return undefined;
  const one = (facet: keyof PhotoTags['tags']) => listed(tags.tags[facet])[0]?.id ?? null;
  const sure = (facet: keyof PhotoTags['tags']) =>
    listed(tags.tags[facet])
      .filter((tag, index) => tag.unsure !== true || (facet === 'colours' && index === 0))
      .map((tag) => tag.id);
  const facets: Facets = {
    category: one('category'),
    colours: sure('colours'),
    pattern: sure('pattern')[0] ?? null,
    material: sure('material')[0] ?? null,
    sleeve: sure('sleeve')[0] ?? null,
    length: sure('length')[0] ?? null,
    seasons: sure('seasons'),
    occasions: sure('occasions'),
    styles: sure('styles'),
    audience: sure('audience')[0] ?? null,
  };
  return pieceOf(facets, knowledge, { id: undefined, sizes: [], cost: undefined, groupId: undefined, look });
}

function listed(tag: Tag | readonly Tag[] | undefined): readonly Tag[] {
  if (tag === undefined) return [];
  return 'id' in tag ? [tag] : tag;
}

function pieceOf(
  facets: Facets,
  knowledge: FashionKnowledge,
  rest: Pick<Piece, 'id' | 'sizes' | 'cost' | 'groupId' | 'look'>,
): Piece | undefined {
  const kind = knowledge.category(facets.category);
  if (kind === undefined || facets.category === null) return undefined;
  const pattern = patternKnowledge(facets.pattern);
  const tones = facets.colours.map((colour) => toneOf(colour, facets));
  const main = tones[0];
  // One literal, what every request asks of every piece first: the machine then keeps it in one place.
  return {
    id: rest.id,
    available: inStock({ sizes: [...rest.sizes] }),
    cost: rest.cost,
    groupId: rest.groupId,
    kind,
    category: facets.category,
    toneIndex: tones.map(colourIndex),
    pattern,
    formality: formalityOf(facets, kind, pattern),
    styleIndex: facets.styles.map(styleIndex),
    look: rest.look,
    colours: facets.colours,
    sizes: rest.sizes,
    audience: facets.audience,
    seasons: facets.seasons,
    occasions: facets.occasions,
    styles: facets.styles,
    patternId: facets.pattern,
    material: facets.material,
    accent: main === undefined || isNeutral(main) ? -1 : colourIndex(main),
    loud: isLoud(facets.pattern),
    clo: cloOf(facets, kind),
    tones,
  };
}

function toneOf(colour: string, { category, material }: Facets): string {
  const denim = material === 'denim' || category === 'jeans' || category === 'denim_jacket';
  return denim && (colour === 'blue' || colour === 'light_blue') ? 'navy' : colour;
}

/** The category sets the level, material and pattern shade it, and the styles pull it their way by a third. */
function formalityOf(facets: Facets, kind: CategoryKnowledge, pattern: PatternKnowledge): number {
  const material = facets.material === null ? undefined : MATERIALS[facets.material];
  const own = kind.formality + (material?.formality ?? 0) + pattern.formality;
  const told = facets.styles.flatMap((style) => STYLES[style]?.formality ?? []);
  const mean = told.length === 0 ? own : told.reduce((sum, value) => sum + value, 0) / told.length;
  return Math.min(1, Math.max(0, own + (mean - own) / 3));
}

function cloOf(facets: Facets, kind: CategoryKnowledge): number {
  const material = facets.material === null ? undefined : MATERIALS[facets.material];
  const sleeve = facets.sleeve === null ? 1 : (SLEEVE_WARMTH[facets.sleeve] ?? 1);
  const length = facets.length === null ? 1 : (LENGTH_WARMTH[facets.length] ?? 1);
  return kind.clo * (material?.warmth ?? 1) * sleeve * length;
}
