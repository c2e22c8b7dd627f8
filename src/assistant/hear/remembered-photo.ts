import type { Facet } from '../../domain/facet.js';
import type { RememberedPhoto } from '../../domain/session.js';
import type { PhotoTags, Tag } from '../../domain/tags.js';
import type { PhotoEncoding } from '../../encoding/encoder.js';

/** What a conversation keeps of a photo: its vector and the tags the model was sure of. */
export function rememberPhoto(encoding: PhotoEncoding, turn: number): RememberedPhoto {
  const sure = (facet: Facet): string[] =>
    listOf(encoding.tags.tags[facet])
      .filter((tag) => tag.unsure !== true)
      .map((tag) => tag.id);
  const category = sure('category')[0] ?? null;
  const guess = category === null ? listOf(encoding.tags.tags.category)[0]?.id : undefined;
  return {
    turn,
    embedding: toBase64(encoding.embedding),
    category,
    ...(guess === undefined ? {} : { guess }),
    colours: sure('colours').slice(0, 3),
    pattern: sure('pattern')[0] ?? null,
  };
}

/** The vector of a remembered photo, [dim]. */
export function recallEmbedding(photo: RememberedPhoto): Float32Array {
  const bytes = Buffer.from(photo.embedding, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}

/** The tags of a remembered photo as the model gave them; only the sure ones were kept, and a guess at the kind. */
export function recallTags(photo: RememberedPhoto): PhotoTags {
  const tag = (id: string): Tag => ({ id, confidence: 1 });
  return {
    garment: true,
    confidence: 1,
    tags: {
      ...(photo.category ? { category: tag(photo.category) } : {}),
      ...(photo.guess ? { category: { id: photo.guess, confidence: 0, unsure: true } } : {}),
      ...(photo.colours.length > 0 ? { colours: photo.colours.map(tag) } : {}),
      ...(photo.pattern ? { pattern: tag(photo.pattern) } : {}),
    },
  };
}

function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes.toString('base64');
}

function listOf(tags: Tag | readonly Tag[] | undefined): readonly Tag[] {
  if (tags === undefined) return [];
  return 'id' in tags ? [tags] : tags;
}
