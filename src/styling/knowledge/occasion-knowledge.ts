/** What an occasion asks of an outfit. */
export interface OccasionKnowledge {
  /** The formality that fits, both ends included; measured on the mean of the pieces. */
  readonly formality: readonly [low: number, high: number];
  readonly favours?: {
    readonly categories?: readonly string[];
    readonly colours?: readonly string[];
    readonly styles?: readonly string[];
    readonly patterns?: readonly string[];
  };
  /** Out of place: never proposed for it. `mainColours` is judged on a garment's first colour only. */
  readonly avoids?: {
    readonly categories?: readonly string[];
    readonly patterns?: readonly string[];
    readonly colours?: readonly string[];
    /** The colour of the largest garment only (white at a wedding: a white shirt is fine, a white dress is not). */
    readonly largeColours?: readonly string[];
  };
  /** Spent under a roof: half of what the season asks at least is warm enough. */
  readonly indoors?: true;
  /** The fourth piece that completes it, most fitting first, as slots. */
  readonly completes?: readonly string[];
}
