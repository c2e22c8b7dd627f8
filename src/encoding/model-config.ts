import { z } from 'zod';
import { FACETS } from '../domain/facet.js';

/** One attribute head: logits [offset, offset + labels) of the vision model's `attributes` output. */
export const attributeHeadSchema = z.object({
  facet: z.enum([...FACETS, 'garment']),
  labels: z.array(z.string()).min(1),
  offset: z.int().nonnegative(),
  kind: z.enum(['softmax', 'sigmoid']),
  temperature: z.number().positive(),
  /** Confidence below which the answer is "unsure". */
  unsureBelow: z.number().min(0).max(1),
  /** Confidence from which an answer is as good as stated (985 of 1,000 right on unseen photos); absent where none is. */
  certainFrom: z.number().min(0).max(1).optional(),
});
export type AttributeHead = z.infer<typeof attributeHeadSchema>;

/** What yida-mini says of itself in config.json beside the Hugging Face fields; hub models lack it. */
export const yidaConfigSchema = z.object({
  version: z.literal(1),
  embeddingDim: z.int().positive(),
  patches: z.int().positive(),
  patchDim: z.int().positive(),
  maxTextTokens: z.int().positive(),
  /** Garment vector = normalise(image * mean(photo vectors) + text * title vector). */
  fusion: z.object({ image: z.number(), text: z.number() }),
  attributes: z.array(attributeHeadSchema),
  /** Heads for tags of a photo seen larger; asked where its longer edge has at least `leastEdge` pixels. */
  closeLook: z
    .object({
      height: z.int().positive(),
      width: z.int().positive(),
      leastEdge: z.int().positive(),
      attributes: z.array(attributeHeadSchema),
    })
    .optional(),
  attention: z.object({ tokens: z.int(), dim: z.int(), maxHistory: z.int() }),
  /** What `onnx/fusions.onnx` gives, in its order: trained fusions that an evaluation compares the ranker with. */
  fusions: z.array(z.string()).optional(),
  /** Cosines from which a likeness counts, where the model was calibrated for it. */
  likeness: z
    .object({
      sameAsPhoto: z.number(),
      likePhoto: z.number(),
      describedByWords: z.number(),
      describesPhoto: z.number().optional(),
    })
    .optional(),
});
export type YidaConfig = z.infer<typeof yidaConfigSchema>;

/** config.json as far as it is read here. */
export const modelConfigSchema = z.looseObject({
  model_type: z.string(),
  projection_dim: z.int().positive().optional(),
  text_config: z
    .looseObject({
      hidden_size: z.int().optional(),
      max_position_embeddings: z.int().optional(),
      projection_dim: z.int().optional(),
    })
    .optional(),
  vision_config: z.looseObject({ hidden_size: z.int().optional() }).optional(),
  yida: yidaConfigSchema.optional(),
});
export type ModelConfig = z.infer<typeof modelConfigSchema>;

const side = z.int().positive();
const sizeSchema = z.union([
  side.transform((length) => ({ shortest_edge: length })),
  z.object({ height: side, width: side }),
  z.object({ shortest_edge: side }),
  z.object({ longest_edge: side }),
]);

/** preprocessor_config.json as far as it is read here (Hugging Face image processors). */
export const preprocessorSchema = z.looseObject({
  do_resize: z.boolean().default(true),
  size: sizeSchema.optional(),
  resample: z.int().optional(),
  do_center_crop: z.boolean().default(false),
  crop_size: z
    .union([side.transform((length) => ({ height: length, width: length })), z.object({ height: side, width: side })])
    .optional(),
  do_pad: z.boolean().default(false),
  pad_mode: z.string().optional(),
  pad_color: z.tuple([z.number(), z.number(), z.number()]).default([255, 255, 255]),
  do_rescale: z.boolean().default(true),
  rescale_factor: z.number().default(1 / 255),
  do_normalize: z.boolean().default(true),
  image_mean: z.tuple([z.number(), z.number(), z.number()]).default([0.5, 0.5, 0.5]),
  image_std: z.tuple([z.number(), z.number(), z.number()]).default([0.5, 0.5, 0.5]),
});
export type Preprocessor = z.infer<typeof preprocessorSchema>;
