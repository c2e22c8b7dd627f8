import { columnKey, type FeedField } from './columns.js';
import type { FeedRow } from './feed-row.js';
import { type RowReader, splitPictures } from './generic-rows.js';

const ATTRIBUTE_FIELDS: readonly (readonly [RegExp, FeedField])[] = [
  [/^(?:size|sizes|尺码|尺寸|码数|鞋码)$/i, 'size'],
  [/^(?:colou?rs?|颜色|色彩)$/i, 'colours'],
  [/^(?:material|fabric|材质|面料)$/i, 'material'],
  [/^(?:brand|品牌)$/i, 'brand'],
  [/^(?:gender|性别|适用人群)$/i, 'audience'],
  [/^(?:season|季节)$/i, 'seasons'],
  [/^(?:pattern|图案)$/i, 'pattern'],
  [/^(?:style|风格)$/i, 'styles'],
];

export function isWooCommerce(headers: readonly string[]): boolean {
  const keys = new Set(headers.map(columnKey));
  return (
    keys.has('type') &&
    keys.has('regularprice') &&
    (keys.has('parent') || keys.has('attribute1name') || keys.has('sku'))
  );
}

interface Parent {
  readonly key: string;
  readonly row: FeedRow;
}

/**
 * Rows of a WooCommerce export (github.com/woocommerce, "Product CSV import schema"): `variable` products with
 * `variation` rows whose Parent is a SKU or `id:<number>`, and `Attribute N name / value(s)`. The export lists
 * a parent before its variations, which take over what they leave blank.
 */
export function wooCommerceRows(headers: readonly string[]): RowReader {
  const byKey = new Map(headers.map((header) => [columnKey(header), header]));
  const parents = new Map<string, Parent>();
  return ({ line, values }) => {
    const cell = (key: string) => (values[byKey.get(key) ?? ''] ?? '').trim();
    const type = cell('type').toLowerCase();
    const sku = cell('sku');
    const ownKey = sku || (cell('id') === '' ? '' : `id:${cell('id')}`);
    const fields = fieldsOf(cell, ownKey);
    const parent = type.startsWith('variation') ? parents.get(cell('parent')) : undefined;
    const row: FeedRow = {
      line,
      fields: parent === undefined ? fields : inherited(fields, parent, sku),
      categories:
        cell('categories') === ''
          ? (parent?.row.categories ?? [])
          : cell('categories')
              .split(/\s*,\s*/)
              .reverse(),
      pictures: splitPictures(cell('images')),
      ...(parent === undefined ? {} : { sharedPictures: parent.row.pictures }),
      ...refusal(type, cell('published'), parent),
    };
    if (type === 'variable' || type === 'grouped') {
      const entry = { key: ownKey.replace(/^id:/, ''), row };
      if (sku !== '') parents.set(sku, entry);
      if (cell('id') !== '') parents.set(`id:${cell('id')}`, entry);
      // The parent itself is not sold; its variations are, and carry everything it says.
      return undefined;
    }
    return row;
  };
}

function fieldsOf(cell: (key: string) => string, ownKey: string): Partial<Record<FeedField, string>> {
  const fields = attributes(cell);
  const [regular, sale] = [cell('regularprice'), cell('saleprice')];
  const told: readonly (readonly [FeedField, string])[] = [
    ['id', ownKey.replace(/^id:/, '')],
    ['title', cell('name')],
    ['description', cell('description') || cell('shortdescription')],
    ['price', sale || regular],
    ['listPrice', sale === '' ? '' : regular],
    ['brand', cell('brands') || cell('brand')],
    ['tags', cell('tags')],
    ['stock', stockOf(cell)],
  ];
  for (const [field, text] of told) if (text !== '') fields[field] = text;
  return fields;
}

function attributes(cell: (key: string) => string): Partial<Record<FeedField, string>> {
  const fields: Partial<Record<FeedField, string>> = {};
  for (let at = 1; at <= 10; at++) {
    const name = cell(`attribute${at}name`);
    const value = cell(`attribute${at}values`);
    const field = ATTRIBUTE_FIELDS.find(([pattern]) => pattern.test(name))?.[1];
    if (field !== undefined && value !== '') fields[field] = value;
  }
  return fields;
}

function inherited(own: Partial<Record<FeedField, string>>, parent: Parent, sku: string): FeedRow['fields'] {
  const { size, colours, title, stock, price, listPrice, ...shared } = parent.row.fields;
  return {
    ...shared,
    ...own,
    // WooCommerce names a variation "Shirt - Red, M"; the garment has its parent's name.
    ...((title ?? own.title) === undefined ? {} : { title: title ?? own.title ?? '' }),
    ...(own.size === undefined && size !== undefined && !size.includes(',') ? { size } : {}),
    ...(own.colours === undefined && colours !== undefined && !colours.includes(',') ? { colours } : {}),
    groupId: parent.key,
    sku,
  };
}

function stockOf(cell: (key: string) => string): string {
  const [inStock, count] = [cell('instock'), cell('stock')];
  if (inStock === '0' || /^outofstock$/i.test(inStock)) return '0';
  if (/^backorder$/i.test(inStock)) return 'backorder';
  if (count !== '' && !(Number(count) <= 0 && /^(?:1|notify)$/.test(cell('backordersallowed')))) return count;
  return inStock === '' ? '' : 'in stock';
}

function refusal(type: string, published: string, parent: Parent | undefined): Pick<FeedRow, 'refused'> {
  if (parent?.row.refused !== undefined) return { refused: parent.row.refused };
  if (published === '0' || published === '-1') return { refused: { id: 'import.reason.unpublished' } };
  if (type.startsWith('variation') && parent === undefined) return { refused: { id: 'import.reason.parent' } };
  return {};
}
