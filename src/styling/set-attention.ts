/** Weights by name, row-major, as the training writes them. */
type Weights = ReadonlyMap<string, Float32Array>;

/** The trained attention over the pieces of an outfit, in plain arithmetic: a set of eight takes microseconds. */
export interface SetAttention {
  readonly kinds: number;
  /** The embedding of one kind. */
  embedding(kind: number): Float32Array;
  /** The mean embedding of several kinds, each by its weight; the plain mean where all weigh nothing. */
  mixed(kinds: readonly number[], weights: readonly number[]): Float32Array;
  /** Probabilities of every kind for the blank beside these pieces. */
  fill(pieces: readonly Float32Array[]): Float64Array;
}

interface Layer {
  readonly norm1: Norm;
  readonly norm2: Norm;
  readonly qkv: Linear;
  readonly proj: Linear;
  readonly up: Linear;
  readonly down: Linear;
}
interface Linear {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}
type Norm = Linear;

/** Throws a RangeError that names the first missing weight. */
export function setAttention(weights: Weights, kinds: number, heads: number): SetAttention {
  const named = (name: string) => {
    const found = weights.get(name);
    if (found === undefined) throw new RangeError(`weight ${name} is missing`);
    return found;
  };
  const linear = (name: string): Linear => ({ weight: named(`${name}.weight`), bias: named(`${name}.bias`) });
  const embed = named('embed.weight');
  const dim = embed.length / (kinds + 2);
  const layers: Layer[] = [];
  while (weights.has(`layers.${layers.length}.qkv.weight`)) {
    const at = `layers.${layers.length}`;
    layers.push({
      norm1: linear(`${at}.norm1`),
      norm2: linear(`${at}.norm2`),
      qkv: linear(`${at}.qkv`),
      proj: linear(`${at}.proj`),
      up: linear(`${at}.up`),
      down: linear(`${at}.down`),
    });
  }
  const [norm, out] = [linear('norm'), linear('out')];
  const embedding = (kind: number) => embed.subarray(kind * dim, (kind + 1) * dim);

  return {
    kinds,
    embedding,
    mixed(among, share) {
      const total = among.reduce((sum, kind) => sum + (share[kind] ?? 0), 0);
      const mean = new Float32Array(dim);
      for (const kind of among) {
        const weight = total > 0 ? (share[kind] ?? 0) / total : 1 / among.length;
        for (let d = 0; d < dim; d++) mean[d] = (mean[d] ?? 0) + weight * (embed[kind * dim + d] ?? 0);
      }
      return mean;
    },
    fill(pieces) {
      // The row after the kinds is the blank.
      let state: Float64Array[] = [embedding(kinds), ...pieces].map((row) => Float64Array.from(row));
      for (const [at, layer] of layers.entries()) {
        state = attended(state, layer, heads, at === layers.length - 1 ? 1 : state.length);
      }
      return softmax(applied(out, normalised(norm, state[0] ?? new Float64Array(dim))));
    },
  };
}

/** One pre-norm transformer layer; only the first `rows` of its output, since the last layer needs but the blank. */
function attended(state: readonly Float64Array[], layer: Layer, heads: number, rows: number): Float64Array[] {
  const projected = state.map((row) => applied(layer.qkv, normalised(layer.norm1, row)));
  const after: Float64Array[] = [];
  for (const [at, row] of state.slice(0, rows).entries()) {
    const mixed = mixedHeads(projected, at, row.length, heads);
    const attendedRow = added(row, applied(layer.proj, mixed));
    const hidden = applied(layer.up, normalised(layer.norm2, attendedRow));
    for (let d = 0; d < hidden.length; d++) if ((hidden[d] ?? 0) < 0) hidden[d] = 0;
    after.push(added(attendedRow, applied(layer.down, hidden)));
  }
  return after;
}

/** Scaled dot-product attention of row `at` over all rows, head by head (Vaswani et al. 2017). */
function mixedHeads(projected: readonly Float64Array[], at: number, dim: number, heads: number): Float64Array {
  const size = dim / heads;
  const query = projected[at] ?? new Float64Array(dim);
  const mixed = new Float64Array(dim);
  const scores = new Float64Array(projected.length);
  for (let head = 0; head < heads; head++) {
    const from = head * size;
    for (const [index, other] of projected.entries()) {
      let dot = 0;
      for (let d = 0; d < size; d++) dot += (query[from + d] ?? 0) * (other[dim + from + d] ?? 0);
      scores[index] = dot / Math.sqrt(size);
    }
    const weights = softmax(scores);
    for (const [index, value] of projected.entries()) {
      const weight = weights[index] ?? 0;
      for (let d = 0; d < size; d++)
        mixed[from + d] = (mixed[from + d] ?? 0) + weight * (value[2 * dim + from + d] ?? 0);
    }
  }
  return mixed;
}

function applied({ weight, bias }: Linear, input: Float64Array): Float64Array {
  const [width, height] = [input.length, bias.length];
  const output = new Float64Array(height);
  for (let row = 0, at = 0; row < height; row++) {
    let sum = bias[row] ?? 0;
    for (let d = 0; d < width; d++, at++) sum += (weight[at] ?? 0) * (input[d] ?? 0);
    output[row] = sum;
  }
  return output;
}

function normalised({ weight, bias }: Norm, input: Float64Array): Float64Array {
  const length = input.length;
  let mean = 0;
  for (let d = 0; d < length; d++) mean += (input[d] ?? 0) / length;
  let variance = 0;
  for (let d = 0; d < length; d++) variance += ((input[d] ?? 0) - mean) ** 2 / length;
  const scale = 1 / Math.sqrt(variance + 1e-5);
  const output = new Float64Array(length);
  for (let d = 0; d < length; d++) output[d] = ((input[d] ?? 0) - mean) * scale * (weight[d] ?? 1) + (bias[d] ?? 0);
  return output;
}

function softmax(logits: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < logits.length; at++) most = Math.max(most, logits[at] ?? most);
  const powers = new Float64Array(logits.length);
  let sum = 0;
  for (let at = 0; at < logits.length; at++) {
    const power = Math.exp((logits[at] ?? most) - most);
    powers[at] = power;
    sum += power;
  }
  for (let at = 0; at < powers.length; at++) powers[at] = (powers[at] ?? 0) / sum;
  return powers;
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  const output = new Float64Array(a.length);
  for (let d = 0; d < a.length; d++) output[d] = (a[d] ?? 0) + (b[d] ?? 0);
  return output;
}
