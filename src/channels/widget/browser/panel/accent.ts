/** Contrast that text needs (WCAG 2.2, AA). */
const READABLE = 4.5;

type Rgb = readonly [number, number, number];

/** What is derived from the shop's colour so that nothing becomes hard to read. */
export interface AccentColours {
  readonly fill: string;
  /** Text on the fill. */
  readonly onFill: string;
  /** The accent as text on the light and on the dark paper. */
  readonly onLight: string;
  readonly onDark: string;
}

/** The papers on which an accent is hardest to read. */
const LIGHT: Rgb = [240, 233, 222];
const DARK: Rgb = [44, 39, 34];

/** The colours of an accent (`#rgb` or `#rrggbb`); undefined where it is no such colour. */
export function accentColours(wished: string | undefined): AccentColours | undefined {
  const rgb = parse(wished?.trim());
  if (rgb === undefined) return undefined;
  const white: Rgb = [255, 255, 255];
  const onFill = contrast(rgb, white) >= READABLE ? white : ([0, 0, 0] as const);
  return {
    fill: hex(rgb),
    onFill: hex(onFill),
    onLight: hex(towards(rgb, [0, 0, 0], LIGHT)),
    onDark: hex(towards(rgb, white, DARK)),
  };
}

/** `colour` mixed with `end` as little as it takes to be readable on `paper`. */
function towards(colour: Rgb, end: Rgb, paper: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = colour.map((part, index) => Math.round(part * (1 - share) + (end[index] ?? 0) * share));
    const candidate: Rgb = [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
    if (contrast(candidate, paper) >= READABLE) return candidate;
  }
  return end;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function parse(text: string | undefined): Rgb | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text ?? '')?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (index: number) => Number.parseInt(full.slice(index * 2, index * 2 + 2), 16);
  return [part(0), part(1), part(2)];
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
