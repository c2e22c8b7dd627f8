/** Stock as a feed tells it: a count, `null` for "available, count unknown", or what cannot be read. */
export type StockCell =
  | { readonly kind: 'stock'; readonly stock: number | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

const AVAILABLE =
  /^(?:in ?stock|available|yes|true|y|active|on sale|selling|有货|现货|有|是|充足|在售|上架|已上架|可售|有库存|pre-?order|back-?order|available for order|预售|预定|limited|low stock|limited availability|少量|紧张)$/;
const SOLD_OUT =
  /^(?:out ?of ?stock|sold ?out|unavailable|no|false|n|none|缺货|无货|无|否|售罄|售完|已售完|断货|下架|已下架|停售|discontinued|无库存)$/;

/** Reads `12`, `12件`, `999+`, `in_stock`, `有货`, `售罄`. What is sold on order counts as available. */
export function readStock(cell: string): StockCell {
  const text = cell.normalize('NFKC').toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
  if (text === '' || /^(?:-+|n\/?a|null|未知|unknown)$/.test(text)) return { kind: 'absent' };
  if (AVAILABLE.test(text)) return { kind: 'stock', stock: null };
  if (SOLD_OUT.test(text)) return { kind: 'stock', stock: 0 };
  const number = /^(-?\d{1,9})(?:\.0+)?\s*(?:\+|件|个|双|条|套|pcs?|pieces?|units?)?$/.exec(
    text.replace(/(?<=\d),(?=\d{3})/g, ''),
  );
  if (number === null) return { kind: 'unreadable' };
  return { kind: 'stock', stock: Math.max(0, Number(number[1])) };
}
