import type { PhotoTags } from '../domain/tags.js';

/** A text in the shared space. */
export interface TextEncoding {
  /** Unit vector, [dim]. */
  readonly embedding: Float32Array;
  /** Hidden states of the tokens, row-major [length, hiddenDim]; special tokens included. */
  readonly hidden: Float32Array;
  readonly length: number;
}

/** A decoded picture, upright (EXIF applied, then dropped), RGB, 3 bytes a pixel. */
export interface DecodedPhoto {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A photo in the shared space, with what the attribute heads see. */
export interface PhotoEncoding {
  /** Unit vector, [dim]. */
  readonly embedding: Float32Array;
  /** Patch states, row-major [patches, patchDim]. */
  readonly patches: Float32Array;
  readonly patchCount: number;
  readonly tags: PhotoTags;
}

/** How well the tags of a photo are to be told: with a larger look a photo costs two and a half times as much. */
export type Look = 'closely' | 'at-a-glance';

/** What the attention ranker reads of a garment: 16 tokens of 64 int8 (value = int8 / 127) and their mask. */
export interface GarmentTokens {
  /** Row-major [16, 64]. */
  readonly tokens: Int8Array;
  /** 1 where a token is present, [16]. */
  readonly mask: Uint8Array;
}

/** A garment as the indexes hold it. */
export interface GarmentEncoding {
  /** Unit vector fused from its title and every picture, [dim]. */
  readonly embedding: Float32Array;
  /** Absent where the model has no attention ranker (hub models). */
  readonly tokens?: GarmentTokens;
}

/** What the attention ranker is asked with; an absent modality is masked and weighs exactly 0. */
export interface AttentionQuery {
  readonly text?: TextEncoding;
  readonly photo?: Pick<PhotoEncoding, 'embedding'> & Partial<Pick<PhotoEncoding, 'patches' | 'patchCount'>>;
  /** Unit vectors of garments the shopper liked, newest first. */
  readonly history: readonly Float32Array[];
}

/** A garment as the attention ranker reads it. */
export interface AttentionCandidate {
  readonly tokens: GarmentTokens;
  readonly embedding: Float32Array;
}

/** The ranker's verdict: a score a candidate, and the weights of the modalities that made it (sum 1). */
export interface AttentionVerdict {
  readonly scores: Float32Array;
  readonly weights: { readonly text: number; readonly image: number; readonly history: number };
  /** Row-major [candidates, 3]: what text, image and history each said. */
  readonly modalityScores: Float32Array;
}

/** Cosines from which a likeness counts, calibrated for a model on products it has not seen. */
export interface LikenessLevels {
  /** A photo query and a garment: the same product or its twin. */
  readonly sameAsPhoto: number;
  /** A photo query and a garment: of the same kind and look. */
  readonly likePhoto: number;
  /** Words and a garment: the words describe it. */
  readonly describedByWords: number;
  /** Words and the photo they come with: they say what is in it, and not what should be different. */
  readonly describesPhoto?: number;
}

/** The trained cross-modal ranker: query tokens attend over each garment's tokens. */
export type Attend = (query: AttentionQuery, candidates: readonly AttentionCandidate[]) => Promise<AttentionVerdict>;

/**
 * Texts and photos into one space. Implementations batch, cache repeated texts, and keep the event loop
 * free. Failures are YidaFaults (model-missing, model-corrupt).
 */
export interface Encoder {
  /** Identifies weights and preprocessing: an index made under another id is refused. */
  readonly modelId: string;
  readonly dim: number;
  encodeTexts(texts: readonly string[]): Promise<TextEncoding[]>;
  /** `closely` by default, where the model can and the photo has the pixels. */
  encodePhotos(photos: readonly DecodedPhoto[], look?: Look): Promise<PhotoEncoding[]>;
  /** Fuses a garment's title and pictures (either may be missing, not both) into what the indexes hold. */
  encodeGarment(title: TextEncoding | undefined, photos: readonly PhotoEncoding[]): Promise<GarmentEncoding>;
  /** Absent where the model folder has no attention ranker (hub models). */
  readonly attend?: Attend;
  /** Absent where the model was not calibrated for it. */
  readonly likeness?: LikenessLevels;
}

/** Turns untrusted bytes into pixels within limits; throws YidaFault photo-* for anything else. */
export type PhotoDecoder = (bytes: Uint8Array) => Promise<DecodedPhoto>;
