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

/**
 * Texts and photos into one space. Implementations batch, cache repeated texts, and keep the event loop
 * free. Failures are YidaFaults (model-missing, model-corrupt).
 */
export interface Encoder {
  /** Identifies weights and preprocessing: an index made under another id is refused. */
  readonly modelId: string;
  readonly dim: number;
  encodeTexts(texts: readonly string[]): Promise<TextEncoding[]>;
  encodePhotos(photos: readonly DecodedPhoto[]): Promise<PhotoEncoding[]>;
  /** Fuses a garment's title and pictures (either may be missing, not both) into what the indexes hold. */
  encodeGarment(title: TextEncoding | undefined, photos: readonly PhotoEncoding[]): Promise<GarmentEncoding>;
}

/** Turns untrusted bytes into pixels within limits; throws YidaFault photo-* for anything else. */
export type PhotoDecoder = (bytes: Uint8Array) => Promise<DecodedPhoto>;
