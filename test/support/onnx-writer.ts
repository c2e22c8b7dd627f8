/**
 * Writes small ONNX networks byte by byte, so that tests make the models they load: no Python, no download.
 * Field numbers are those of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 */
export type Attribute = readonly [name: string, value: number | readonly number[]];

export interface NodeSpec {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: readonly Attribute[];
}

export interface ValueSpec {
  readonly name: string;
  readonly type: 'float' | 'int64';
  /** A number, or a name for a dimension that varies. */
  readonly shape: readonly (number | string)[];
}

export interface GraphSpec {
  readonly nodes: readonly NodeSpec[];
  readonly weights: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: Float32Array | BigInt64Array }>
  >;
  readonly inputs: readonly ValueSpec[];
  readonly outputs: readonly ValueSpec[];
}

const TYPES = { float: 1, int64: 7 } as const;

/** The bytes of a model file with opset 13. */
export function onnxModel(spec: GraphSpec): Buffer {
  const graph = [
    ...spec.nodes.map((node, at) => field(1, nodeBytes(node, at))),
    text(2, 'graph'),
    ...Object.entries(spec.weights).map(([name, weight]) => field(5, tensorBytes(name, weight))),
    ...spec.inputs.map((input) => field(11, valueBytes(input))),
    ...spec.outputs.map((output) => field(12, valueBytes(output))),
  ];
  return Buffer.concat([
    number(1, 8),
    text(2, 'yida-test'),
    field(7, Buffer.concat(graph)),
    field(8, Buffer.concat([text(1, ''), number(2, 13)])),
  ]);
}

function nodeBytes(node: NodeSpec, at: number): Buffer {
  return Buffer.concat([
    ...node.inputs.map((name) => text(1, name)),
    ...node.outputs.map((name) => text(2, name)),
    text(3, `${node.op}-${at}`),
    text(4, node.op),
    ...(node.attributes ?? []).map(([name, value]) =>
      field(
        5,
        typeof value === 'number'
          ? Buffer.concat([text(1, name), number(3, value), number(20, 2)])
          : Buffer.concat([text(1, name), ...value.map((one) => number(8, one)), number(20, 7)]),
      ),
    ),
  ]);
}

function tensorBytes(name: string, { shape, values }: GraphSpec['weights'][string]): Buffer {
  return Buffer.concat([
    ...shape.map((size) => number(1, size)),
    number(2, values instanceof Float32Array ? TYPES.float : TYPES.int64),
    text(8, name),
    field(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

function valueBytes({ name, type, shape }: ValueSpec): Buffer {
  const dimensions = shape.map((size) => field(1, typeof size === 'number' ? number(1, size) : text(2, size)));
  const tensor = Buffer.concat([number(1, TYPES[type]), field(2, Buffer.concat(dimensions))]);
  return Buffer.concat([text(1, name), field(2, field(1, tensor))]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(left & 127n);
    left >>= 7n;
    bytes.push(left > 0n ? low | 128 : low);
  } while (left > 0n);
  return Buffer.from(bytes);
}

function number(id: number, value: number): Buffer {
  return Buffer.concat([varint(id << 3), varint(value)]);
}

function field(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes]);
}

function text(id: number, value: string): Buffer {
  return field(id, Buffer.from(value));
}
