import { YidaFault } from '../domain/fault.js';
import type { AttendInput, AttendOutput, GarmentHidden } from './attention-networks.js';
import type { GarmentTokens, TextEncoding } from './encoder.js';
import { type LoadedModel, loadModel, type ModelSource, type ModelTuning } from './loaded-model.js';
import type { Preprocessor, YidaConfig } from './model-config.js';
import type { NetworkOutput } from './model-families.js';
import { type ModelPixels, planes } from './photo-pixels.js';

/** What the encoder needs to know of the model that its thread holds. */
export interface ModelInfo {
  readonly modelId: string;
  readonly dim: number;
  readonly preprocessor: Preprocessor;
  readonly yida: YidaConfig | undefined;
  readonly hasAttention: boolean;
}

/** One photo as the vision tower sees it; attributes are raw logits, empty where the model has no heads. */
export interface SeenPhoto {
  readonly embedding: Float32Array;
  readonly patches: Float32Array;
  readonly patchCount: number;
  readonly attributes: Float32Array;
}

/** What the encoder thread answers. */
export type EncoderCalls = {
  open: { input: { source: ModelSource; tuning: ModelTuning }; output: ModelInfo };
  texts: { input: readonly string[]; output: TextEncoding[] };
  photos: { input: readonly ModelPixels[]; output: SeenPhoto[] };
  /** Photos at the size of `closeLook` -> raw logits of its heads. */
  closely: { input: readonly ModelPixels[]; output: Float32Array[] };
  tokens: { input: readonly GarmentHidden[]; output: GarmentTokens[] };
  attend: { input: AttendInput; output: AttendOutput };
};

/** Characters of a text that are tokenised; no model here reads more than 77 tokens. */
const LONGEST_TEXT = 512;

/** The calls over one model, which `open` loads. */
export function encoderHandlers() {
  let model: LoadedModel | undefined;
  const loaded = (): LoadedModel => {
    if (!model) throw new YidaFault('not-ready', 'the model was not loaded');
    return model;
  };
  const texts = async (input: readonly string[]): Promise<TextEncoding[]> => {
    const { embeds, hidden, mask } = await loaded().towers.texts(input.map((text) => text.slice(0, LONGEST_TEXT)));
    return input.map((_, at) => {
      const places = mask.length / input.length;
      const length = mask.subarray(at * places, (at + 1) * places).filter((bit) => bit === 1n).length;
      return {
        embedding: unitRow(embeds, at),
        hidden: hidden ? rowOf(hidden, at).slice(0, length * (hidden.dims[2] ?? 0)) : new Float32Array(),
        length: hidden ? length : 0,
      };
    });
  };
  const see = (input: readonly ModelPixels[], { height, width }: ModelPixels) => {
    const { towers, preprocessor } = loaded();
    return towers.photos(planes(input, preprocessor), [input.length, 3, height, width]);
  };
  return {
    async open({ source, tuning }: EncoderCalls['open']['input']): Promise<ModelInfo> {
      model = await loadModel(source, tuning);
      const { modelId, preprocessor, yida, attention } = model;
      const dim = model.dim ?? (await texts(['']))[0]?.embedding.length ?? 0;
      return { modelId, dim, preprocessor, yida, hasAttention: attention !== undefined };
    },
    texts,
    async photos(input: readonly ModelPixels[]): Promise<SeenPhoto[]> {
      const [first] = input;
      if (!first) return [];
      const { embeds, hidden, attributes } = await see(input, first);
      return input.map((_, at) => ({
        embedding: unitRow(embeds, at),
        patches: hidden ? rowOf(hidden, at).slice() : new Float32Array(),
        patchCount: hidden?.dims[1] ?? 0,
        attributes: attributes ? rowOf(attributes, at).slice() : new Float32Array(),
      }));
    },
    async closely(input: readonly ModelPixels[]): Promise<Float32Array[]> {
      const [first] = input;
      if (!first) return [];
      const { closeAttributes } = await see(input, first);
      return input.map((_, at) => (closeAttributes ? rowOf(closeAttributes, at).slice() : new Float32Array()));
    },
    tokens: async (input: readonly GarmentHidden[]) => attentionOf(loaded()).tokens(input),
    attend: async (input: AttendInput) => attentionOf(loaded()).attend(input),
  };
}

function attentionOf(model: LoadedModel) {
  if (!model.attention) throw new YidaFault('model-missing', `${model.modelId} has no attention ranker`);
  return model.attention;
}

function rowOf(output: NetworkOutput, at: number): Float32Array {
  const size = output.data.length / (output.dims[0] ?? 1);
  return output.data.subarray(at * size, (at + 1) * size);
}

/** A row at unit length: some families leave that to the caller. */
function unitRow(output: NetworkOutput, at: number): Float32Array {
  const row = rowOf(output, at);
  let square = 0;
  for (const value of row) square += value * value;
  const length = Math.sqrt(square);
  return length > 0 ? row.map((value) => value / length) : row.slice();
}
