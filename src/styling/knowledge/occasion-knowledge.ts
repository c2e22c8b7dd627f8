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
  /**
   * The least formality of a single garment or pair of shoes that is in place, unless its row names the occasion: a
   * gown and snow boots have a fine mean.
   */
  readonly plainest?: number;
  /**
   * Categories that are in place only as kit: their row names an occasion at which one moves or is out of doors, or a
   * style of `kitStyles`. A row that names neither occasions nor styles is taken at its category's word.
   */
  readonly asKit?: readonly string[];
  readonly kitStyles?: readonly string[];
  /** An outfit without one of these colours on what is seen of it does not say what day it is. */
  readonly callsFor?: readonly string[];
  /** How much a favoured colour counts, where it is more than a nicety. */
  readonly colourCounts?: number;
  /** Out of place: never proposed for it. `mainColours` is judged on a garment's first colour only. */
  readonly avoids?: {
    readonly categories?: readonly string[];
    readonly patterns?: readonly string[];
    /** Of what is worn on torso or legs, or carried. */
    readonly materials?: readonly string[];
    readonly colours?: readonly string[];
    /** Of a piece that has no other: a skirt both elegant and punk is in place. */
    readonly styles?: readonly string[];
    /** The colour of the largest garment only (white at a wedding: a white shirt is fine, a white dress is not). */
    readonly largeColours?: readonly string[];
  };
  /** The season it is dressed for where none is stated: of the place, or of the month it falls in every year. */
  readonly season?: string;
  /** 0 for January. */
  readonly month?: number;
  /** Spent under a roof: half of what the season asks at least is warm enough. */
  readonly indoors?: true;
  /** The fourth piece that completes it, most fitting first, as slots. */
  readonly completes?: readonly string[];
}
