import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../src/assistant/moves/ask.js';
import { VARIANTS } from '../../src/assistant/say/choose-variant.js';
import { CONSTRAINT_FACETS, FACETS } from '../../src/domain/facet.js';
import { FAULTS } from '../../src/domain/fault.js';
import { LOCALES, type Locale } from '../../src/domain/locale.js';

const root = new URL('../../', import.meta.url).pathname;

/** File -> id -> text, of one language. */
function textsOf(locale: Locale): Map<string, Record<string, string>> {
  const folder = join(root, 'locales', locale);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(files.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]));
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const texts = { 'zh-CN': textsOf('zh-CN'), en: textsOf('en') };
const ids = new Set([...texts.en.values()].flatMap((file) => Object.keys(file)));

describe('the messages of both languages', () => {
  it('are the same files with the same ids', () => {
    const keys = (locale: Locale) => [...texts[locale]].map(([file, of]) => [file, Object.keys(of).sort()]).sort();
    expect(keys('zh-CN')).toEqual(keys('en'));
  });

  it('are well formed, and take the same arguments', () => {
    const wrong: string[] = [];
    for (const [file, english] of texts.en) {
      for (const [id, text] of Object.entries(english)) {
        const chinese = texts['zh-CN'].get(file)?.[id];
        if (chinese === undefined) continue;
        const [a, b] = [text, chinese].map((one) => argumentsOf(parse(one, { ignoreTag: true })));
        if (JSON.stringify(a) !== JSON.stringify(b)) wrong.push(`${file} ${id}: ${a} / ${b}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('say nothing with an exclamation mark', () => {
    const loud = LOCALES.flatMap((locale) =>
      Object.entries(texts[locale].get('assistant.json') ?? {}).filter(([, text]) => /[!!]/.test(text)),
    );
    expect(loud).toEqual([]);
  });
});

describe('the ids that code uses', () => {
  const said =
    /'((?:reply|question|resume|notice|kept|about|compare|explain|profile|degraded|reason|relax|rest|facet|outfit|parts|would-give)\.[a-z0-9.-]+)'/g;

  it('all exist in locales', () => {
    const used = [...sourcesBelow('src/assistant'), ...sourcesBelow('src/ranking'), ...sourcesBelow('dialogs')]
      .flatMap((source) => [...source.matchAll(said)].map(([, id]) => id ?? ''))
      .filter((id) => !(id in VARIANTS));
    expect(used.length).toBeGreaterThan(50);
    expect([...new Set(used)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('that are put together exist in every form', () => {
    const kinds = ['voice', 'video', 'file', 'sticker', 'location', 'unreachable-photo'];
    const rungs = ['attention', 'vector', 'photo', 'lexical', 'catalogue'];
    const sayable = [
      ...sourcesBelow('src/assistant/say')
        .join('\n')
        .matchAll(/^ {2}\| '([a-z-]+)'/gm),
    ].map(([, what]) => what);
    const built = [
      ...Object.entries(VARIANTS).flatMap(([id, count]) => Array.from({ length: count }, (_, at) => `${id}.${at + 1}`)),
      ...QUESTIONS.map((id) => `question.${id}`),
      ...QUESTIONS.filter((id) => id !== 'what').map((id) => `resume.${id}`),
      ...kinds.map((kind) => `notice.unsupported-${kind}`),
      ...rungs.map((rung) => `degraded.${rung}`),
      ...['less', 'more'].map((direction) => `notice.no-room-${direction}`),
      ...['not-wearable', 'no-anchor', 'nothing-fits'].map((why) => `reply.no-outfit-${why}`),
      ...sayable.flatMap((what) => [`suggest.${what}`, `say.${what}`]),
      ...['similar', 'outfit'].flatMap((verb) => [`suggest.${verb}`, `suggest.${verb}-this`]),
      ...CONSTRAINT_FACETS.flatMap((facet) => [`reason.${facet}`, `relax.${facet}`, `facet.${facet}`]),
      ...FACETS.map((facet) => `facet.${facet}`),
      ...CONSTRAINT_FACETS.map((facet) => `rest.${facet}`),
      ...['footwear', 'bag', 'outerwear', 'top', 'bottom'].map((piece) => `piece.${piece}`),
      ...Object.values(FAULTS).map(({ message }) => message),
    ];
    expect(sayable.length).toBeGreaterThan(10);
    expect([...new Set(built)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

type Elements = ReturnType<typeof parse>;

/** Names of the arguments of a message, plural and select branches included, sorted. */
function argumentsOf(elements: Elements): string[] {
  const names = new Set<string>();
  const walk = (some: Elements): void => {
    for (const element of some) {
      if ('value' in element && element.type !== 0) names.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
      if ('children' in element) walk(element.children);
    }
  };
  walk(elements);
  return [...names].sort();
}
