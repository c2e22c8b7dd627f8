/** For whom an outfit is: every piece must fit it. */
export type Wearer = string;

const FOR: Readonly<Record<Wearer, readonly string[]>> = {
  women: ['women', 'unisex'],
  men: ['men', 'unisex'],
  unisex: ['unisex'],
  kids: ['kids'],
  girls: ['girls', 'kids'],
  boys: ['boys', 'kids'],
  baby: ['baby'],
  maternity: ['maternity', 'women', 'unisex'],
};
const CHILDREN: ReadonlySet<Wearer> = new Set(['kids', 'girls', 'boys', 'baby']);

export function isChild(wearer: Wearer): boolean {
  return CHILDREN.has(wearer);
}

/** True where a garment for `audience` may dress `wearer`; one that says nothing may dress any adult. */
export function fits(audience: string | null, wearer: Wearer): boolean {
  if (audience === null) return !CHILDREN.has(wearer);
  return (FOR[wearer] ?? [wearer, 'unisex']).includes(audience);
}

/**
 * Whom to dress: as asked, else as the fixed pieces say; a fixed piece that the asked wearer cannot wear
 * decides (somebody in menswear asks what goes with a dress). Undecided (unisex or silent pieces) means an
 * outfit for women and one for men are both tried.
 */
export function wearersFor(asked: string | undefined, fixed: readonly (string | null)[]): Wearer[] {
  const told = fixed.find((audience) => audience !== null && audience !== 'unisex') ?? undefined;
  const wearer = asked !== undefined && fixed.every((audience) => fits(audience, asked)) ? asked : (told ?? asked);
  if (wearer === undefined) return ['women', 'men'];
  return wearer === 'kids' ? ['girls', 'boys'] : [wearer];
}
