/** True where some size (or the named one) can be bought now. A garment without sizes is available. */
export function inStock(
  garment: { readonly sizes: readonly { readonly size: string; readonly stock: number | null }[] },
  size?: string,
): boolean {
  const sizes =
    size === undefined ? garment.sizes : garment.sizes.filter((row) => row.size.toLowerCase() === size.toLowerCase());
  if (size === undefined && sizes.length === 0) return true;
  return sizes.some((row) => row.stock === null || row.stock > 0);
}
