import type { LocalisedText } from '../../../domain/locale.js';
import type { StyleLine } from '../assortment/sheet.js';
import type { Random } from '../random.js';
import { AUDIENCES, COLOURS, FITS, LENGTHS, MATERIALS, NECKLINES, PATTERNS, SLEEVES, STYLES } from './facet-words.js';
import type { Noun } from './nouns.js';

/** What goes without saying for a category, so that a title need not say it. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  tshirt: ['short', 'crew_neck'],
  polo: ['short'],
  shirt: ['long'],
  sweater: ['long', 'crew_neck'],
  cardigan: ['long', 'v_neck'],
  hoodie: ['long'],
  sweatshirt: ['long', 'crew_neck'],
  dress: ['crew_neck', 'short'],
  jersey: ['short', 'crew_neck', 'mesh'],
};

/** Long sleeves on outerwear, plain cloth and ordinary cuts are never news. */
const SILENT = new Set(['solid', 'regular', 'polyester', 'acrylic', 'jersey_knit', 'padding', 'plastic']);
const OUTER = new Set([
  'jacket',
  'denim_jacket',
  'leather_jacket',
  'bomber_jacket',
  'shell_jacket',
  'sun_protection_jacket',
  'blazer',
  'trench_coat',
  'coat',
  'down_jacket',
  'padded_jacket',
  'parka',
  'raincoat',
  'suit',
  'bathrobe',
]);

interface Telling {
  readonly zh: string;
  readonly en: string;
}

/** One colourway's title in both languages: chosen facts in each language's own order. */
export function titleOf(line: StyleLine, colours: readonly string[], noun: Noun, random: Random): LocalisedText {
  const told = new Set([
    ...noun.tells,
    ...(EXPECTED[line.category] ?? []),
    ...SILENT,
    ...(OUTER.has(line.category) ? ['long', 'crew_neck'] : []),
  ]);
  const telling = (
    id: string | null | undefined,
    words: Readonly<Record<string, readonly [string, string]>>,
  ): Telling | undefined => {
    const pair = id ? words[id] : undefined;
    return !id || !pair || told.has(id) ? undefined : { zh: pair[0], en: pair[1] };
  };
  const colour = telling(colours[0], COLOURS);
  const pattern = telling(line.pattern, PATTERNS);
  const material = telling(line.material, MATERIALS);
  const neck = telling(line.neckline, NECKLINES);
  const sleeve = telling(line.sleeve, SLEEVES);
  const fit =
    telling(line.fit, FITS) ?? (line.details.includes('high_waist') ? { zh: '高腰', en: 'high-waisted' } : undefined);
  const length =
    OUTER.has(line.category) && line.length === 'long' ? { zh: '长款', en: 'long' } : telling(line.length, LENGTHS);
  const style = telling(random.pick(line.styles), STYLES);
  const audience = telling(
    line.audience === 'women' || line.audience === 'unisex' ? undefined : line.audience,
    AUDIENCES,
  );
  // Where a print speaks, the material may rest, and the other way round.
  const fabric = pattern && material && random.chance(0.4) ? undefined : material;
  const zh = [audience, style, colour, fabric, pattern, neck, sleeve, fit, length].map((part) => part?.zh);
  const spoken = random.chance(0.35) ? style : undefined;
  const en = [audience, spoken, colour, fit, neck, sleeve, pattern, fabric, length].map((part) => part?.en);
  return {
    'zh-CN': trimmed(zh, noun.zh, 7).join(''),
    en: sentence(trimmed(en, noun.en, 7).join(' ')),
  };
}

/** At most `most` facts; later, lesser ones give way, and none that the noun or an earlier word repeats. */
function trimmed(parts: readonly (string | undefined)[], noun: string, most: number): string[] {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === undefined || noun.toLowerCase().includes(part.toLowerCase())) continue;
    if (kept.some((word) => word.includes(part) || part.includes(word))) continue;
    if (kept.length < most) kept.push(part);
  }
  return [...kept, noun];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
