import { type Facet, LIST_FACETS } from '../domain/facet.js';
import type { PhotoTags, Tag } from '../domain/tags.js';
import type { AttributeHead } from './model-config.js';

/** A list facet names at most this many. */
const MOST = 3;
/** Beside the best, what has at least this share of its confidence, and this confidence at all. */
const SHARE_OF_BEST = 0.35;
const LEAST = 0.15;

/**
 * Reads the attribute heads of one photo: logits / temperature through softmax or sigmoid, so that a
 * confidence of .8 is right in about 80% of the cases of the split the temperatures were fitted on.
 */
export function readTags(logits: Float32Array, heads: readonly AttributeHead[]): PhotoTags {
  const tags: Partial<Record<Facet, Tag | readonly Tag[]>> = {};
  let confidence = 1;
  for (const head of heads) {
    const found = confidences(logits, head);
    if (head.facet === 'garment') {
      confidence = found[0]?.confidence ?? 1;
      continue;
    }
    const [best] = found;
    if (!best) continue;
    tags[head.facet] = LIST_FACETS.some((facet) => facet === head.facet) ? several(found, best) : best;
  }
  return { garment: confidence >= 0.5, confidence, tags };
}

function several(found: readonly Tag[], best: Tag): Tag[] {
  const others = found
    .slice(1, MOST)
    .filter((tag) => tag.confidence >= LEAST && tag.confidence >= best.confidence * SHARE_OF_BEST);
  return [best, ...others];
}

/** The labels of a head by confidence, best first. */
function confidences(logits: Float32Array, head: AttributeHead): Tag[] {
  const scaled = head.labels.map((_, at) => (logits[head.offset + at] ?? Number.NEGATIVE_INFINITY) / head.temperature);
  const values = head.kind === 'softmax' ? softmax(scaled) : scaled.map((value) => 1 / (1 + Math.exp(-value)));
  return head.labels
    .map((id, at) => {
      const confidence = values[at] ?? 0;
      if (confidence < head.unsureBelow) return { id, confidence, unsure: true };
      return confidence >= (head.certainFrom ?? Number.POSITIVE_INFINITY)
        ? { id, confidence, certain: true }
        : { id, confidence };
    })
    .sort((a, b) => b.confidence - a.confidence);
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
