/** What a style says about formality, and which styles sit well beside it. */
export interface StyleKnowledge {
  readonly formality: number;
  readonly family: StyleFamily;
}

export type StyleFamily = 'classic' | 'casual' | 'feminine' | 'edgy' | 'heritage' | 'outdoor' | 'free';

/** Families that mix without friction, symmetric; a family always mixes with itself. */
export const FAMILY_AFFINITY: Readonly<Record<StyleFamily, Readonly<Partial<Record<StyleFamily, number>>>>> = {
  classic: { casual: 0.7, feminine: 0.8, heritage: 0.6, edgy: 0.4, free: 0.5, outdoor: 0.3 },
  casual: { feminine: 0.6, edgy: 0.7, heritage: 0.5, outdoor: 0.7, free: 0.7 },
  feminine: { heritage: 0.6, edgy: 0.35, outdoor: 0.2, free: 0.7 },
  edgy: { heritage: 0.35, outdoor: 0.55, free: 0.5 },
  heritage: { outdoor: 0.25, free: 0.6 },
  outdoor: { free: 0.45 },
  free: {},
};

/** Style id -> knowledge. */
export const STYLES: Readonly<Record<string, StyleKnowledge>> = {
  minimalist: { formality: 0.5, family: 'classic' },
  casual: { formality: 0.25, family: 'casual' },
  smart_casual: { formality: 0.55, family: 'classic' },
  business: { formality: 0.78, family: 'classic' },
  elegant: { formality: 0.75, family: 'classic' },
  ladylike: { formality: 0.68, family: 'feminine' },
  luxury_quiet: { formality: 0.65, family: 'classic' },
  french: { formality: 0.52, family: 'feminine' },
  italian: { formality: 0.62, family: 'classic' },
  british: { formality: 0.58, family: 'classic' },
  korean: { formality: 0.4, family: 'casual' },
  japanese: { formality: 0.35, family: 'casual' },
  american: { formality: 0.3, family: 'casual' },
  street: { formality: 0.12, family: 'edgy' },
  china_chic: { formality: 0.25, family: 'edgy' },
  new_chinese: { formality: 0.58, family: 'heritage' },
  sporty: { formality: 0.06, family: 'outdoor' },
  gorpcore: { formality: 0.1, family: 'outdoor' },
  techwear: { formality: 0.15, family: 'outdoor' },
  workwear: { formality: 0.22, family: 'casual' },
  military: { formality: 0.28, family: 'edgy' },
  vintage: { formality: 0.45, family: 'free' },
  y2k: { formality: 0.18, family: 'edgy' },
  preppy: { formality: 0.48, family: 'classic' },
  sweet: { formality: 0.4, family: 'feminine' },
  sweet_cool: { formality: 0.3, family: 'edgy' },
  sexy: { formality: 0.5, family: 'feminine' },
  androgynous: { formality: 0.4, family: 'classic' },
  boho: { formality: 0.28, family: 'free' },
  ethnic: { formality: 0.42, family: 'heritage' },
  pastoral: { formality: 0.35, family: 'feminine' },
  artsy: { formality: 0.4, family: 'free' },
  balletcore: { formality: 0.42, family: 'feminine' },
  lolita: { formality: 0.45, family: 'feminine' },
  punk: { formality: 0.12, family: 'edgy' },
  gothic: { formality: 0.3, family: 'edgy' },
  western: { formality: 0.28, family: 'free' },
  dopamine: { formality: 0.3, family: 'free' },
};
