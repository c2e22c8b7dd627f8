import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { type DemoGarment, demoGarments } from '../../src/catalog/demo/demo-garments.js';
import { renderGarment } from '../../src/catalog/demo/render-garment.js';

/**
 * Pictures of many demo garments on one page, to look at while drawing:
 *   npm run contact-sheet -- out.png dress,gown 6 200
 * Arguments: file, categories (or `all`), columns, width of one picture, at most how many, one a style (`styles`).
 */
export async function contactSheet(items: readonly DemoGarment[], columns: number, width: number): Promise<Buffer> {
  const height = Math.round(width * 1.25);
  const pictures = await Promise.all(
    items.map(async ({ spec }, index) => ({
      input: await renderGarment(spec, { width, format: 'png' }),
      left: (index % columns) * width,
      top: Math.floor(index / columns) * height,
    })),
  );
  const page = { width: columns * width, height: Math.ceil(items.length / columns) * height };
  return sharp({ create: { ...page, channels: 3, background: '#fff' } })
    .composite(pictures)
    .png()
    .toBuffer();
}

const [file, categories = 'all', columns = '6', width = '200', most = '60', styles = ''] = process.argv.slice(2);
if (file) {
  const wanted = categories.split(',');
  const shop = demoGarments({ seed: 1 }).filter(
    ({ garment }) =>
      categories === 'all' || wanted.includes(garment.category ?? '') || wanted.includes(garment.groupId ?? ''),
  );
  const seen = new Set<string>();
  const chosen = shop.filter(({ garment }) => {
    const key = styles ? (garment.groupId ?? garment.id) : garment.id;
    return !seen.has(key) && seen.add(key);
  });
  const every = Math.max(1, Math.ceil(chosen.length / Number(most)));
  const page = await contactSheet(
    chosen.filter((_item, index) => index % every === 0),
    Number(columns),
    Number(width),
  );
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page);
}
