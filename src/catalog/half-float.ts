/**
 * Unit vectors are kept as float16: half the disk and half the page cache of a million garments, at an error
 * of a cosine below 0.001. Node 20 has no Float16Array.
 */
const DECODE = new Float32Array(65_536);
for (let bits = 0; bits < DECODE.length; bits++) DECODE[bits] = decodeOne(bits);

function decodeOne(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

function encodeOne(value: number): number {
  scratch[0] = value;
  const bits = scratchBits[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  const fraction = bits & 0x7fffff;
  if (exponent >= 31) return sign | 0x7c00 | (exponent > 31 && fraction !== 0 && exponent === 143 ? 0x200 : 0);
  if (exponent <= 0) {
    if (exponent < -10) return sign;
    const shift = 14 - exponent;
    const whole = (fraction | 0x800000) >>> shift;
    return sign | (whole + (((fraction | 0x800000) >>> (shift - 1)) & 1));
  }
  // Rounding up may carry into the exponent, which is then still the right number.
  return (sign | (exponent << 10) | (fraction >>> 13)) + ((fraction >>> 12) & 1);
}

/** Little-endian float16, two bytes a value. */
export function toHalf(values: Float32Array): Buffer {
  const halves = new Uint16Array(values.length);
  for (let at = 0; at < values.length; at++) halves[at] = encodeOne(values[at] ?? 0);
  return Buffer.from(halves.buffer);
}

export function fromHalf(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length >> 1);
  for (let at = 0; at < values.length; at++) {
    values[at] = DECODE[(bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8)] ?? 0;
  }
  return values;
}
