/** How likely garments of these kinds make one outfit: what real outfits teach, or a stand-in for it. */
export interface KindsTogether {
  /** False for the stand-in, whose numbers prove nothing and are never given as a reason. */
  readonly learned: boolean;
  /** The highest score it ever gives. */
  readonly most: number;
  /** 0 to 1 for two or more category ids of the vocabulary, in any order; 0.5 where nothing is known. */
  score(categories: readonly string[]): number;
  /** True where it may be said of two categories that they are often worn together: both of them were counted. */
  often(first: string, second: string): boolean;
}

/** Stands in where the learned weights were removed or cannot be read. */
export const NOTHING_LEARNED: KindsTogether = {
  learned: false,
  most: 0.5,
  score: () => 0.5,
  often: () => false,
};
