/** What a kind of top brings along beyond its facets. */
export interface TopStyle {
  readonly hem: 'straight' | 'tail' | 'band' | 'flared' | 'peplum';
  readonly rib: number;
  readonly cuff: number;
  readonly button: 'none' | 'full' | 'henley' | 'polo';
  readonly ease: number;
}

export const TOP_STYLES: Readonly<Record<string, Partial<TopStyle>>> = {
  tshirt: { rib: 19 },
  polo: { rib: 0, button: 'polo', cuff: 22 },
  shirt: { hem: 'tail', cuff: 62, button: 'full', ease: 6 },
  blouse: { hem: 'straight', cuff: 44, ease: 4 },
  tunic: { hem: 'flared', ease: 8 },
  tank_top: { rib: 14 },
  camisole: {},
  bodysuit: { rib: 12 },
  sweater: { hem: 'band', rib: 27, cuff: 52, ease: 10 },
  cardigan: { hem: 'band', rib: 25, cuff: 50, ease: 10 },
  hoodie: { hem: 'band', cuff: 54, ease: 26 },
  sweatshirt: { hem: 'band', rib: 25, cuff: 54, ease: 22 },
  thermal_underwear: { rib: 16, cuff: 46 },
  undershirt: { rib: 13 },
  jersey: { rib: 17, ease: 14 },
  kurta: { hem: 'straight', cuff: 0, ease: 10 },
};
