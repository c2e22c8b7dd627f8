import type { Facet } from './facet.js';

/** One id the model read off a photo, with a calibrated confidence from 0 to 1. */
export interface Tag {
  readonly id: string;
  readonly confidence: number;
  /** True below the head's threshold: shown as "unsure", never written into a catalogue as a fact. */
  readonly unsure?: boolean;
  /** True from the confidence on that is right in at least 97 of 100 cases: as good as stated. */
  readonly certain?: boolean;
}

/** What the model sees on a photo. List facets hold several tags, best first; single facets one. */
export interface PhotoTags {
  /** False where the photo shows no garment at all. */
  readonly garment: boolean;
  /** Confidence of `garment`, 0 to 1. */
  readonly confidence: number;
  readonly tags: Readonly<Partial<Record<Facet, Tag | readonly Tag[]>>>;
}
