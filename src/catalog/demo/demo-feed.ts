import { majorUnits } from '../../domain/money.js';
import { type DemoOptions, demoGarments } from './demo-garments.js';

/** A row as merchants' feeds have it: text cells under the obvious names of one language. */
export type FeedRow = Readonly<Record<string, string>>;

const COLUMNS = {
  en: ['id', 'title', 'description', 'price', 'category', 'color', 'size', 'stock', 'brand', 'image', 'link'],
  'zh-CN': ['编号', '标题', '描述', '价格', '类目', '颜色', '尺码', '库存', '品牌', '图片', '链接'],
} as const;

/**
 * The demo shop as a plain feed, one row a size: licence-free material for CSV, TSV and JSONL imports. `price` is
 * written as shops write it (`¥1,299`), category and colours as vocabulary ids.
 */
export function demoFeed(options: DemoOptions & { readonly locale: keyof typeof COLUMNS }): FeedRow[] {
  return demoGarments(options).flatMap(({ garment }) =>
    garment.sizes.map((row) => {
      const cells = [
        garment.id,
        garment.title[options.locale],
        garment.description[options.locale],
        garment.price ? `¥${majorUnits(garment.price).toLocaleString('en-US')}` : '',
        garment.category ?? '',
        garment.colours.join('/'),
        row.size,
        String(row.stock ?? ''),
        garment.brand ?? '',
        garment.images[0] ?? '',
        garment.url ?? '',
      ];
      return Object.fromEntries(COLUMNS[options.locale].map((column, index) => [column, cells[index] ?? '']));
    }),
  );
}
