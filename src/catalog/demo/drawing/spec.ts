/**
 * All that a picture of a garment depends on. The facets are those of the catalogue row, so the picture
 * cannot contradict the row; `cut` names the silhouette within the category and `details` what is sewn on.
 */
export interface GarmentDrawing {
  readonly category: string;
  readonly cut: string;
  /** Vocabulary ids; the first is the ground, the others are the pattern's or the trim's. */
  readonly colours: readonly string[];
  readonly pattern: string | null;
  readonly material: string | null;
  readonly sleeve: string | null;
  readonly neckline: string | null;
  readonly fit: string | null;
  readonly length: string | null;
  readonly audience: string | null;
  readonly details: readonly string[];
  /** Places folds and motifs; two garments that differ in nothing else differ in no more than that. */
  readonly seed: number;
}
