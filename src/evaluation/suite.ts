import type { Vocabulary } from '../domain/vocabulary.js';
import type { Encoder, PhotoDecoder } from '../encoding/encoder.js';
import type { LabelWords } from './label-words.js';
import type { TrainedFusions } from './trained-fusions.js';

/** What a suite is given. Suites read data of the documented format and return figures as JSON. */
export interface EvaluationContext {
  /** The data folder (kagl/, clothing/ …). */
  readonly data: string;
  readonly encoder: Encoder;
  readonly decode: PhotoDecoder;
  /** Trained fusions of words and photo to compare attention with, where the model folder has any. */
  readonly fusions?: TrainedFusions;
  readonly vocabulary: Vocabulary;
  readonly words: LabelWords;
  /** Where encoded photos are kept between suites. */
  readonly cache?: string;
  /** At most this many queries, taken evenly, for a first look; all without it. */
  readonly limit?: number;
  /** What text-image searches: all photos (some minutes to encode), or the unseen ones alone. */
  readonly documents?: 'all' | 'unseen';
  readonly onProgress?: (what: string, done: number, of: number) => void;
}

/** JSON of figures. */
export type Figures = { readonly [name: string]: Figures | number | string | readonly (Figures | number | string)[] };
export type Suite = (context: EvaluationContext) => Promise<Figures>;

/** Every n-th of a list, so that at most `limit` are left, spread over all of it. */
export function taken<T>(list: readonly T[], limit: number | undefined): readonly T[] {
  if (limit === undefined || list.length <= limit) return list;
  return Array.from({ length: limit }, (_, at) => list[Math.floor((at * list.length) / limit)]).filter(
    (one) => one !== undefined,
  );
}

/** The two languages of every question. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
