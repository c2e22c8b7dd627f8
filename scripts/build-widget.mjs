// Builds the browser side of the chat page and the widget by esbuild, each file named by its content and stored
// compressed, so that serving one is reading it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { build, transform } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src/channels/widget/browser');
/** The pose network's weights, Google's MoveNet Lightning, come with this package; see the README's licence. */
const poseModels = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/human')), '../models');
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes the widget's files and manifest.json (`{files: {"widget.js": "widget-<hash>.js", …}}`) into `outDir`. */
export async function buildWidget(outDir) {
  mkdirSync(outDir, { recursive: true });
  const pose = await bundle('try-on/pose/pose-script.ts', 'esm', {});
  const [graph, weights] = ['json', 'bin'].map((kind) => readFileSync(join(poseModels, `movenet-lightning.${kind}`)));
  const poseFiles = {
    script: hashedName('pose.js', pose),
    graph: hashedName('pose.json', graph),
    weights: hashedName('pose.bin', weights),
  };
  const tryOn = await bundle('try-on/open-try-on.tsx', 'esm', {
    POSE_FILES: JSON.stringify(poseFiles),
    TRY_ON_TEXTS: JSON.stringify(textsOf(isTryOnText)),
  });
  const panel = await bundle('panel/mount-panel.tsx', 'esm', {
    PANEL_TEXTS: JSON.stringify(textsOf(isPanelText)),
    TRY_ON_FILE: JSON.stringify(hashedName('try-on.js', tryOn)),
  });
  const texts = { WIDGET_TEXTS: JSON.stringify(widgetTexts()), PANEL_FILE: JSON.stringify(hashedName('panel.js', panel)) };
  const parts = [
    ['pose.js', pose],
    ['pose.json', graph],
    ['pose.bin', weights],
    ['try-on.js', tryOn],
    ['panel.js', panel],
    ['widget.js', await bundle('widget.ts', 'iife', texts)],
    ['page.css', await minified('page.css')],
    ['product.css', await minified('product.css')],
    ['icon.svg', readFileSync(join(source, 'icon.svg'))],
    ['photo-not-kept.svg', readFileSync(join(source, 'photo-not-kept.svg'))],
    ['rail.svg', readFileSync(join(source, 'rail.svg'))],
  ];
  const before = new Set(readdirSync(outDir));
  const files = {};
  for (const [name, bytes] of parts) {
    const file = hashedName(name, bytes);
    files[name] = file;
    if (before.has(`${file}.br`)) continue;
    if (name === 'pose.bin') {
      // Numbers, which hardly get smaller.
      if (!before.has(file)) writeFileSync(join(outDir, file), bytes);
      continue;
    }
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(join(outDir, file), bytes);
    writeFileSync(join(outDir, `${file}.gz`), await zip(bytes, { level: 9 }));
    writeFileSync(join(outDir, `${file}.br`), await brotli(bytes, { params: quality }));
  }
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify({ files }));
  const kept = new Set(['manifest.json', ...Object.values(files).flatMap((file) => [file, `${file}.gz`, `${file}.br`])]);
  for (const file of before) if (!kept.has(file)) rmSync(join(outDir, file));
}

function hashedName(name, bytes) {
  const extension = extname(name);
  return `${basename(name, extension)}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}${extension}`;
}

async function bundle(entry, format, define) {
  const { outputFiles } = await build({
    entryPoints: [join(source, entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define,
    plugins: [{ name: 'styles', setup: (made) => void made.onLoad({ filter: /\.css$/ }, styleText) }],
  });
  return Buffer.from(outputFiles[0].contents);
}

/** A style sheet that a script imports: its minified text, for a constructable style sheet. */
async function styleText({ path }) {
  const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
  return { contents: code.trim(), loader: 'text' };
}

async function minified(entry) {
  const { outputFiles } = await build({ entryPoints: [join(source, entry)], write: false, minify: true, bundle: false });
  return Buffer.from(outputFiles[0].contents);
}

/** The few words the button needs before anything is loaded. */
function widgetTexts() {
  const of = (locale) => {
    const texts = uiTexts(locale);
    return { open: texts['ui.widget.open'], matches: texts['ui.widget.matches'], name: texts['ui.name'] };
  };
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}

const isTryOnText = (id) => id.startsWith('ui.try-on.');
const isPanelText = (id) =>
  /^(ui|card)\./.test(id) && !/^ui\.(facet|product|example|welcome|no-script)/.test(id) && !isTryOnText(id);

/** Words, as plain as a browser needs them: these messages have places for values and nothing else. */
function textsOf(wanted) {
  const of = (locale) =>
    Object.fromEntries(
      Object.entries(uiTexts(locale))
        .filter(([id]) => wanted(id))
        .map(([id, message]) => [id, plainMessage(id, message)]),
    );
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}

function plainMessage(id, message) {
  return parse(message)
    .map((part) => {
      if (part.type === TYPE.literal) return part.value;
      if (part.type === TYPE.argument || part.type === TYPE.number) return `{${part.value}}`;
      throw new Error(`${id}: the widget words only texts with {places}`);
    })
    .join('');
}

function uiTexts(locale) {
  return JSON.parse(readFileSync(join(root, 'locales', locale, 'ui.json'), 'utf8'));
}
