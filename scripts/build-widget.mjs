// Builds the browser side of the chat page and the widget: TypeScript by esbuild, Web Chat as its package
// ships it, each file named by its content and stored compressed, so that serving one is reading it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src/channels/widget/browser');
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes the widget's files and manifest.json (`{files: {"chat.js": "chat-<hash>.js", …}}`) into `outDir`. */
export async function buildWidget(outDir) {
  mkdirSync(outDir, { recursive: true });
  const webChat = createRequire(import.meta.url).resolve('botframework-webchat').replace(/lib[\\/].*$/, 'dist/webchat.js');
  const parts = [
    ['chat.js', await bundle('chat.ts')],
    ['widget.js', await bundle('widget.ts', { WIDGET_TEXTS: JSON.stringify(widgetTexts()) })],
    ['chat.css', await minified('chat.css')],
    ['product.css', await minified('product.css')],
    ['icon.svg', readFileSync(join(source, 'icon.svg'))],
    ['photo-not-kept.svg', readFileSync(join(source, 'photo-not-kept.svg'))],
    ['rail.svg', readFileSync(join(source, 'rail.svg'))],
    ['webchat.js', readFileSync(webChat)],
  ];
  const before = new Set(readdirSync(outDir));
  const files = {};
  for (const [name, bytes] of parts) {
    const extension = extname(name);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const file = `${basename(name, extension)}-${hash}${extension}`;
    files[name] = file;
    // Compressing Web Chat takes seconds and it seldom changes.
    if (before.has(`${file}.br`)) continue;
    const quality = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 500_000 ? 9 : 11 };
    writeFileSync(join(outDir, file), bytes);
    writeFileSync(join(outDir, `${file}.gz`), await zip(bytes, { level: 9 }));
    writeFileSync(join(outDir, `${file}.br`), await brotli(bytes, { params: quality }));
  }
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify({ files }));
  const kept = new Set(['manifest.json', ...Object.values(files).flatMap((file) => [file, `${file}.gz`, `${file}.br`])]);
  for (const file of before) if (!kept.has(file)) rmSync(join(outDir, file));
}

async function bundle(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    define,
  });
  return Buffer.from(outputFiles[0].contents);
}

async function minified(entry) {
  const { outputFiles } = await build({ entryPoints: [join(source, entry)], write: false, minify: true, bundle: false });
  return Buffer.from(outputFiles[0].contents);
}

/** The few words the button needs before anything is loaded. */
function widgetTexts() {
  const of = (locale) => {
    const texts = JSON.parse(readFileSync(join(root, 'locales', locale, 'ui.json'), 'utf8'));
    return { open: texts['ui.widget.open'], close: texts['ui.widget.close'], title: texts['ui.title'] };
  };
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}
