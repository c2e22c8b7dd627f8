/** How a kind of coat or jacket is made, beyond its facets. */
export interface OuterStyle {
  readonly front: 'zip' | 'single' | 'double' | 'snap' | 'knots' | 'toggles' | 'biker' | 'open';
  readonly lower: 'straight' | 'band' | 'cutaway';
  readonly cuff: 'none' | 'rib' | 'shirt' | 'elastic' | 'strap';
  readonly quilt: number;
  readonly ease: number;
  /** Where lapels break, as a share of the way from underarm to waist. */
  readonly breakAt: number;
  readonly base: number;
}

export const PLAIN: OuterStyle = {
  front: 'zip',
  lower: 'straight',
  cuff: 'none',
  quilt: 0,
  ease: 22,
  breakAt: 0.7,
  base: 1,
};

export const OUTER_STYLES: Readonly<Record<string, Partial<OuterStyle>>> = {
  jacket: { front: 'zip', cuff: 'shirt' },
  overshirt: { front: 'single', cuff: 'shirt' },
  fleece: { front: 'zip', cuff: 'elastic' },
  track: { front: 'zip', lower: 'band', cuff: 'rib' },
  tang: { front: 'knots', cuff: 'none' },
  tweed: { front: 'single', cuff: 'none', ease: 10, base: 0.86 },
  denim_jacket: { front: 'single', lower: 'band', cuff: 'shirt', base: 0.92 },
  leather_jacket: { front: 'biker', cuff: 'none', breakAt: 0.4, ease: 12, base: 0.95 },
  moto: { front: 'zip', cuff: 'none', ease: 12, base: 0.95 },
  bomber_jacket: { front: 'zip', lower: 'band', cuff: 'rib', ease: 28, base: 0.98 },
  shell_jacket: { front: 'zip', cuff: 'strap', base: 1.08 },
  sun_protection_jacket: { front: 'zip', cuff: 'elastic', base: 1.04 },
  blazer: { front: 'single', lower: 'cutaway', ease: 12, breakAt: 1.05, base: 1.08 },
  blazer_double: { front: 'double', ease: 14, breakAt: 0.92, base: 1.1 },
  vest: { front: 'zip', quilt: 70 },
  waistcoat: { front: 'single', lower: 'cutaway', cuff: 'none', ease: -4, breakAt: 0.5, base: 0.86 },
  trench_coat: { front: 'double', cuff: 'strap', ease: 26, breakAt: 0.2, base: 1.72 },
  coat: { front: 'single', ease: 30, breakAt: 0.8, base: 1.55 },
  coat_double: { front: 'double', ease: 32, breakAt: 0.75, base: 1.6 },
  duffle: { front: 'toggles', ease: 30, base: 1.42 },
  down_jacket: { front: 'zip', cuff: 'elastic', quilt: 82, ease: 40, base: 1.06 },
  padded_jacket: { front: 'snap', cuff: 'elastic', ease: 32, base: 1.02 },
  parka: { front: 'zip', cuff: 'strap', ease: 36, base: 1.36 },
  raincoat: { front: 'snap', cuff: 'none', ease: 32, base: 1.5 },
  bathrobe: { front: 'open', cuff: 'none', ease: 44, base: 1.74 },
};

export const OUTER_LENGTHS: Readonly<Record<string, number>> = {
  cropped: 0.76,
  short: 0.88,
  regular: 1,
  knee: 1.12,
  midi: 1.18,
  long: 1.34,
};
