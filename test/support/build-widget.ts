import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Builds the widget's browser files into a folder of their own; remove it afterwards. */
export async function buildWidgetForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yida-widget-'));
  const script: string = new URL('../../scripts/build-widget.mjs', import.meta.url).href;
  const { buildWidget } = (await import(script)) as { buildWidget(outDir: string): Promise<void> };
  await buildWidget(folder);
  return folder;
}
