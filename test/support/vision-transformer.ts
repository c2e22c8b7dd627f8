import type { GraphSpec, NodeSpec } from './onnx-writer.js';

/** Sizes of a vision transformer; CLIP's ViT-B/32 is the default. */
export interface TransformerSize {
  readonly image: number;
  readonly patch: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly output: number;
}

export const VIT_B_32: TransformerSize = { image: 224, patch: 32, width: 768, layers: 12, heads: 12, output: 512 };

/**
 * A vision transformer of CLIP's shape (Dosovitskiy et al. 2021; Radford et al. 2021) with random weights: for
 * timing alone, since arithmetic takes the same time whatever it computes. pixel_values [n, 3, s, s] -> image_embeds.
 */
export function visionTransformer(size: TransformerSize): { graph: GraphSpec; parameters: number } {
  const { image, patch, width, layers, heads, output } = size;
  const weights: Record<string, { shape: readonly number[]; values: Float32Array | BigInt64Array }> = {};
  const nodes: NodeSpec[] = [];
  let parameters = 0;
  const random = (name: string, ...shape: number[]) => {
    const length = shape.reduce((a, b) => a * b, 1);
    parameters += length;
    weights[name] = { shape, values: noise(length, 1 / Math.sqrt(shape[0] ?? 1)) };
    return name;
  };
  const constant = (name: string, value: number) => {
    weights[name] ??= { shape: [], values: Float32Array.of(value) };
    return name;
  };
  const integers = (name: string, ...values: number[]) => {
    weights[name] ??= { shape: [values.length], values: BigInt64Array.from(values, BigInt) };
    return name;
  };
  const add = (op: string, inputs: string[], output: string, attributes: NonNullable<NodeSpec['attributes']> = []) => {
    nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  };
  const linear = (x: string, name: string, from: number, to: number) =>
    add('Add', [add('MatMul', [x, random(`${name}.w`, from, to)], `${name}.m`), random(`${name}.b`, to)], `${name}.y`);
  const norm = (x: string, name: string) => {
    const mean = add('ReduceMean', [x], `${name}.mean`, [['axes', [-1]]]);
    const centred = add('Sub', [x, mean], `${name}.c`);
    const square = add('Pow', [centred, constant('two', 2)], `${name}.sq`);
    const variance = add('ReduceMean', [square], `${name}.var`, [['axes', [-1]]]);
    const deviation = add('Sqrt', [add('Add', [variance, constant('epsilon', 1e-5)], `${name}.ve`)], `${name}.sd`);
    const scaled = add('Mul', [add('Div', [centred, deviation], `${name}.n`), random(`${name}.g`, width)], `${name}.s`);
    return add('Add', [scaled, random(`${name}.o`, width)], `${name}.y`);
  };
  const split = (x: string, name: string, order: number[]) =>
    add('Transpose', [add('Reshape', [x, integers('split', 0, -1, heads, width / heads)], `${name}.r`)], `${name}.t`, [
      ['perm', order],
    ]);

  const grid = image / patch;
  nodes.push({
    op: 'Conv',
    inputs: ['pixel_values', random('patches', width, 3, patch, patch)],
    outputs: ['maps'],
    attributes: [
      ['kernel_shape', [patch, patch]],
      ['strides', [patch, patch]],
    ],
  });
  const rows = add('Transpose', [add('Reshape', ['maps', integers('flat', 0, width, -1)], 'flat.y')], 'rows', [
    ['perm', [0, 2, 1]],
  ]);
  let x = norm(add('Add', [rows, random('places', 1, grid * grid, width)], 'placed'), 'before');
  for (let at = 0; at < layers; at++) {
    const n = norm(x, `${at}.first`);
    const query = split(linear(n, `${at}.query`, width, width), `${at}.q`, [0, 2, 1, 3]);
    const key = split(linear(n, `${at}.key`, width, width), `${at}.k`, [0, 2, 3, 1]);
    const value = split(linear(n, `${at}.value`, width, width), `${at}.v`, [0, 2, 1, 3]);
    const scores = add(
      'Mul',
      [add('MatMul', [query, key], `${at}.qk`), constant('depth', (heads / width) ** 0.5)],
      `${at}.d`,
    );
    const mixed = add('MatMul', [add('Softmax', [scores], `${at}.a`, [['axis', -1]]), value], `${at}.av`);
    const joined = add(
      'Reshape',
      [add('Transpose', [mixed], `${at}.back`, [['perm', [0, 2, 1, 3]]]), integers('join', 0, -1, width)],
      `${at}.joined`,
    );
    x = add('Add', [x, linear(joined, `${at}.out`, width, width)], `${at}.x1`);
    const wide = linear(norm(x, `${at}.second`), `${at}.up`, width, 4 * width);
    // CLIP's quick GELU
    const gate = add('Sigmoid', [add('Mul', [wide, constant('quick', 1.702)], `${at}.g`)], `${at}.sg`);
    x = add('Add', [x, linear(add('Mul', [wide, gate], `${at}.gelu`), `${at}.down`, 4 * width, width)], `${at}.x2`);
  }
  const pooled = add('ReduceMean', [norm(x, 'after')], 'pooled', [
    ['axes', [1]],
    ['keepdims', 0],
  ]);
  add('MatMul', [pooled, random('projection', width, output)], 'image_embeds');
  return {
    parameters,
    graph: {
      nodes,
      weights,
      inputs: [{ name: 'pixel_values', type: 'float', shape: ['n', 3, image, image] }],
      outputs: [{ name: 'image_embeds', type: 'float', shape: ['n', output] }],
    },
  };
}

function noise(length: number, scale: number): Float32Array {
  let seed = 7;
  return Float32Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed / 0x3fffffff - 1) * scale;
  });
}
