import { columnKey, type FeedField } from './columns.js';
import type { FeedRow } from './feed-row.js';
import type { RowReader } from './generic-rows.js';

/** Columns by their keys in the older export, then the newer one (help.shopify.com, "Product CSV file format"). */
const COLUMNS: readonly (readonly [FeedField, string])[] = [
  ['title', 'title'],
  ['description', 'bodyhtml description'],
  ['brand', 'vendor'],
  ['tags', 'tags'],
  ['sku', 'variantsku sku'],
  ['price', 'variantprice price'],
  ['listPrice', 'variantcompareatprice compareatprice'],
  ['audience', 'googleshoppinggender'],
  ['ageGroup', 'googleshoppingagegroup'],
  ['colours', 'colorproductmetafieldsshopifycolorpattern'],
  ['material', 'fabricproductmetafieldsshopifyfabric'],
];
const OPTION_FIELDS: readonly (readonly [RegExp, FeedField])[] = [
  [/^(?:size|shoe ?size|尺码|尺寸|码数|鞋码)$/i, 'size'],
  [/^(?:colou?r|颜色|色彩)$/i, 'colours'],
  [/^(?:material|材质|面料)$/i, 'material'],
];
/** What a continuation row takes over from the first row of its product. */
const SHARED: readonly FeedField[] = [
  'title',
  'description',
  'brand',
  'tags',
  'audience',
  'ageGroup',
  'material',
  'link',
];

export function isShopify(headers: readonly string[]): boolean {
  const keys = new Set(headers.map(columnKey));
  return (
    (keys.has('handle') && (keys.has('variantprice') || keys.has('variantsku') || keys.has('option1name'))) ||
    (keys.has('urlhandle') && (keys.has('option1name') || keys.has('price')))
  );
}

/**
 * Rows of a Shopify export. A product's variants and further pictures stand in continuation rows, which repeat
 * the handle or leave it blank, and name options in the first row only; rows that bring a picture alone carry
 * no price. An inventory that Shopify does not track, or that may be oversold, is available.
 */
export function shopifyRows(headers: readonly string[]): RowReader {
  const byKey = new Map(headers.map((header) => [columnKey(header), header]));
  let first: FeedRow | undefined;
  let optionNames: string[] = [];
  return ({ line, values }) => {
    const cell: CellReader = (...keys) =>
      keys.map((key) => (values[byKey.get(key) ?? ''] ?? '').trim()).find((text) => text !== '') ?? '';
    const handle = cell('handle', 'urlhandle') || first?.fields.groupId || '';
    const parent = first !== undefined && first.fields.groupId === handle ? first : undefined;
    const names = [1, 2, 3].map((at) => cell(`option${at}name`));
    optionNames = parent === undefined ? names : names.map((name, at) => name || (optionNames[at] ?? ''));
    const row: FeedRow = {
      line,
      fields: { ...fieldsOf(cell, optionNames, parent), ...(handle === '' ? {} : { id: handle, groupId: handle }) },
      categories: parent?.categories ?? [cell('type'), cell('productcategory')].filter(Boolean),
      pictures: [cell('variantimage', 'variantimageurl')].filter(Boolean),
      sharedPictures: [cell('imagesrc', 'productimageurl')].filter(Boolean),
      ...refusal(cell, parent),
    };
    if (parent === undefined) first = row;
    return row;
  };
}

type CellReader = (...keys: string[]) => string;

function fieldsOf(cell: CellReader, optionNames: readonly string[], parent: FeedRow | undefined): FeedRow['fields'] {
  const fields: Partial<Record<FeedField, string>> = {};
  for (const [field, keys] of COLUMNS) {
    const text = cell(...keys.split(' '));
    if (text !== '') fields[field] = text;
  }
  for (const [at, name] of optionNames.entries()) {
    const value = cell(`option${at + 1}value`);
    if (value === '' || value === 'Default Title') continue;
    const field = OPTION_FIELDS.find(([pattern]) => pattern.test(name))?.[1];
    // An option that is no colour tells variants apart as sizes do (inseam, cup, length).
    fields[field ?? 'size'] ??= value;
    if (field !== undefined) fields[field] = value;
  }
  const stock = stockOf(cell);
  if (stock !== undefined) fields.stock = stock;
  if (parent !== undefined) {
    for (const field of SHARED) {
      const text = parent.fields[field];
      if (text !== undefined) fields[field] ??= text;
    }
  }
  return fields;
}

function stockOf(cell: CellReader): string | undefined {
  const quantity = cell('variantinventoryqty', 'inventoryquantity');
  const oversold = /continue|true|yes/i.test(cell('variantinventorypolicy', 'continuesellingwhenoutofstock'));
  if (quantity === '') return undefined;
  return oversold && Number(quantity) <= 0 ? 'in stock' : quantity;
}

function refusal(cell: CellReader, first: FeedRow | undefined): Pick<FeedRow, 'refused'> {
  if (first?.refused !== undefined) return { refused: first.refused };
  const unpublished =
    /^(?:draft|archived|unlisted)$/i.test(cell('status')) ||
    /^false$/i.test(cell('published', 'publishedononlinestore'));
  return unpublished ? { refused: { id: 'import.reason.unpublished' } } : {};
}
