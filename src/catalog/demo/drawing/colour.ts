/** Hex colour arithmetic on sRGB; enough for tints and shades of cloth. */
function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(parts: readonly number[]): string {
  const text = parts.map((part) =>
    Math.round(Math.min(255, Math.max(0, part)))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${text.join('')}`;
}

/** `share` of `other` in `hex`: 0 leaves it, 1 replaces it. */
export function mix(hex: string, other: string, share: number): string {
  const [a, b] = [channels(hex), channels(other)];
  return toHex(a.map((part, index) => part + ((b[index] ?? 0) - part) * share));
}

/** Relative brightness, 0 (black) to 1 (white), weighted as the eye weighs it. */
export function brightness(hex: string): number {
  const [r, g, b] = channels(hex);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

/** Less colour, same brightness: 0 leaves it, 1 is grey. */
export function muted(hex: string, share: number): string {
  const grey = Math.round(brightness(hex) * 255);
  return mix(hex, toHex([grey, grey, grey]), share);
}
