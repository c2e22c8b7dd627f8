import type { GarmentRow, GarmentStore } from '../catalog/garment-store.js';
import type { Garment } from '../domain/garment.js';
import type { Degradation } from '../domain/reply.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { AttentionQuery, Encoder } from '../encoding/encoder.js';
import type { RankingQuery } from '../ranking/rank-candidates.js';
import type { SearchQuery } from './search.js';
import { phraseOf } from './search-words.js';

/** A query in vectors: what the retrieval and the ranking look with. */
export interface Signals {
  readonly attention: AttentionQuery;
  /** The words that were encoded; empty where there were none. */
  readonly words: string;
  /** The garment to resemble, with its row. */
  readonly anchor: { readonly garment: Garment; readonly row: GarmentRow | undefined } | undefined;
  readonly impliedCategory: RankingQuery['impliedCategory'];
  readonly failed: readonly Degradation[];
}

interface SignalSources {
  readonly garments: GarmentStore;
  readonly encoder: Encoder;
  readonly vocabulary: Vocabulary;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** How many liked garments speak for the shopper's taste. */
const HISTORY = 8;

/** Encodes what the query is made of. What cannot be encoded is left out and named, and the rest goes on. */
export async function signalsOf(query: SearchQuery, sources: SignalSources): Promise<Signals> {
  const { garments, encoder, vocabulary } = sources;
  const failed: Degradation[] = [];
  const typed = query.text?.trim() ?? '';
  const words = typed !== '' ? typed : phraseOf(query.constraints, query.keywords, vocabulary, query.locale);

  const [text, anchor, liked] = await Promise.all([
    words === ''
      ? undefined
      : encoder.encodeTexts([words]).then(
          ([encoding]) => encoding,
          (error: unknown) => {
            failed.push('vector');
            sources.onFailure('text encoding', error);
            return undefined;
          },
        ),
    query.similarTo === undefined ? undefined : anchorOf(garments, query.similarTo),
    vectorsOf(garments, query.liked.slice(0, HISTORY)).catch((error: unknown) => {
      sources.onFailure('history', error);
      return [];
    }),
  ]);
  const photo = usablePhoto(query.photo, encoder.dim) ?? (anchor?.embedding && { embedding: anchor.embedding });
  if (query.photo && photo === undefined) failed.push('photo');
  return {
    attention: { ...(text ? { text } : {}), ...(photo ? { photo } : {}), history: liked },
    words,
    anchor: anchor && { garment: anchor.garment, row: anchor.row },
    impliedCategory: impliedBy(query, anchor?.garment, vocabulary),
    failed,
  };
}

/** A remembered photo of another model has another length: it says nothing here. */
function usablePhoto(photo: SearchQuery['photo'], dim: number): SearchQuery['photo'] {
  return photo?.embedding.length === dim && photo.embedding.every(Number.isFinite) ? photo : undefined;
}

/** Of a kind the model is not sure of, its family is: what may be sandals or flats is footwear. */
const UNSURE_FAMILY = 0.5;

function impliedBy(
  query: SearchQuery,
  anchor: Garment | undefined,
  vocabulary: Vocabulary,
): RankingQuery['impliedCategory'] {
  if (anchor?.category) return { id: anchor.category, confidence: 1 };
  const seen = query.photo?.tags?.tags.category;
  const tag = Array.isArray(seen) ? seen[0] : seen;
  if (!tag || 'length' in tag) return undefined;
  if (!tag.unsure) return { id: tag.id, confidence: tag.confidence };
  const family = vocabulary.lineage('category', tag.id).at(-1);
  return family === undefined ? undefined : { id: family, confidence: UNSURE_FAMILY };
}

async function anchorOf(garments: GarmentStore, id: string) {
  const garment = await garments.get(id);
  if (!garment) return undefined;
  const row = (await garments.rowsOf([id])).get(id);
  if (row === undefined) return { garment, row, embedding: undefined };
  for await (const { embedding } of garments.vectors([row])) return { garment, row, embedding };
  return { garment, row, embedding: undefined };
}

async function vectorsOf(garments: GarmentStore, ids: readonly string[]): Promise<Float32Array[]> {
  if (ids.length === 0) return [];
  const rows = await garments.rowsOf(ids);
  const vectors = new Map<GarmentRow, Float32Array>();
  for await (const { row, embedding } of garments.vectors([...rows.values()])) vectors.set(row, embedding);
  return ids.flatMap((id) => vectors.get(rows.get(id) ?? -1) ?? []);
}
