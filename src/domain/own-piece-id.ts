/** Ids of own pieces begin so; no catalogue id that a feed may have does. */
export const OWN = 'own:';

export function ownPieceId(unique: string): string {
  return `${OWN}${unique}`;
}

export function isOwn({ id }: { readonly id: string }): boolean {
  return id.startsWith(OWN);
}
