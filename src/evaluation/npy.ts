import { type FileHandle, open } from 'node:fs/promises';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** Room for any row count, so that the header can be rewritten when the count is known. */
const HEADER_BYTES = 128;

/**
 * Writes a float32 matrix in NumPy's format 1.0, row by row, without holding it in memory. `close` completes
 * the header; a file that was not closed has no rows.
 */
export class NpyWriter {
  readonly #file: FileHandle;
  readonly #dim: number;
  #rows = 0;

  private constructor(file: FileHandle, dim: number) {
    this.#file = file;
    this.#dim = dim;
  }

  static async create(path: string, dim: number): Promise<NpyWriter> {
    const file = await open(path, 'w');
    await file.write(header(0, dim), 0, HEADER_BYTES, 0);
    return new NpyWriter(file, dim);
  }

  async row(values: Float32Array): Promise<void> {
    if (values.length !== this.#dim) throw new RangeError(`a row of ${values.length} in a matrix of ${this.#dim}`);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    await this.#file.write(bytes, 0, bytes.length, HEADER_BYTES + this.#rows * this.#dim * 4);
    this.#rows++;
  }

  async close(): Promise<void> {
    await this.#file.write(header(this.#rows, this.#dim), 0, HEADER_BYTES, 0);
    await this.#file.close();
  }
}

function header(rows: number, dim: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES).fill(0x20);
  bytes.set(MAGIC);
  const text = HEADER_BYTES - 10;
  bytes.set([text & 255, text >> 8], 8);
  const words = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${dim}), }`;
  bytes.set(new TextEncoder().encode(words), 10);
  bytes[HEADER_BYTES - 1] = 0x0a;
  return bytes;
}
