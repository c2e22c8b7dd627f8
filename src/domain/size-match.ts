const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'extra small': 'xs',
    xsmall: 'xs',
    特小: 'xs',
    加小: 'xs',
    small: 's',
    小: 's',
    medium: 'm',
    med: 'm',
    中: 'm',
    large: 'l',
    大: 'l',
    'extra large': 'xl',
    xlarge: 'xl',
    'x-large': 'xl',
    加大: 'xl',
    特大: 'xl',
    'xx-large': '2xl',
    'one size': 'one',
    'one-size': 'one',
    onesize: 'one',
    'one size fits all': 'one',
    'free size': 'one',
    freesize: 'one',
    free: 'one',
    f: 'one',
    os: 'one',
    均: 'one',
    通: 'one',
    均码: 'one',
    单一尺码: 'one',
    'no size': 'one',
    'taille unique': 'one',
  }),
);

const SYSTEM: Readonly<Record<string, string>> = { 英码: 'uk', 美码: 'us' };

/**
 * The forms under which one size is known, so that two spellings of it meet: `XXL` and `2XL`, `m` and `M码`
 * and `Medium`, `EU 38` and `38码`, `均码` and `One Size`, `M(165/88A)` as M and as 165/88A, `S/M` as either.
 * UK and US numbers keep their system: `UK 8` is not `EU 8`.
 */
export function sizeKeys(size: string): string[] {
  const text = size.replaceAll('½', '.5').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const keys = new Set<string>();
  const add = (part: string) => {
    const key = oneKey(part);
    if (key !== '') keys.add(key);
  };
  const bracket = /^([^()[\]【】]+)[([【]([^()[\]【】]+)[)\]】]$/.exec(text);
  for (const part of bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : [text]) {
    add(part);
    const letters = /^(\d?x*[sml])\s*[/\-~]\s*(\d?x*[sml])$/.exec(part.trim());
    const mixed = /^(\d?x*[sml])\s*\/\s*(\d{2,3}(?:\.5)?)$/.exec(part.trim());
    for (const half of (letters ?? mixed)?.slice(1, 3) ?? []) add(half);
    const jeans = /^w?(\d{2})\s*(?:[/x]\s*|\s)l?(\d{2})$/.exec(part.trim());
    if (jeans) {
      add(`w${jeans[1]}l${jeans[2]}`);
      add(jeans[1] ?? '');
    }
  }
  return [...keys];
}

/** True where `offered` is the size the shopper means by `wanted`. */
export function sizeMatches(wanted: string, offered: string): boolean {
  const keys = sizeKeys(offered);
  return sizeKeys(wanted).some((key) => keys.includes(key));
}

function oneKey(part: string): string {
  const bare = part
    .trim()
    .replace(/^(?:尺码|尺寸|size)\s*[::]?\s*/, '')
    .replace(/\s*(?:码|號|号|size)$/, '')
    .trim();
  const named = NAMED.get(bare) ?? NAMED.get(part.trim());
  if (named !== undefined) return named;
  const letters = /^(\d+)?(x*)\s*-?\s*(s|m|l)$/.exec(bare);
  if (letters) return letterKey(Number(letters[1] ?? 0), letters[2] ?? '', letters[3] ?? '');
  const european = /^(?:eur?|fr|euro|欧码|欧|cn|中国码)?\.?\s*(\d{2,3}(?:\.\d)?)(?:\s*(?:eu|eur|cm))?$/.exec(bare);
  if (european) return (european[1] ?? '').replace(/\.0$/, '');
  const system = /^(uk|us|it|jp|de|英码|美码)\s*(\d{1,2}(?:\.\d)?)$/.exec(bare);
  if (system) return `${SYSTEM[system[1] ?? ''] ?? system[1]}${(system[2] ?? '').replace(/\.0$/, '')}`;
  const waist = /^w(\d{2})$/.exec(bare);
  if (waist) return waist[1] ?? '';
  return bare.replace(/\s+/g, '');
}

/** `XXL`, `2XL` and `2xl` are one size; `1XL` is XL. */
function letterKey(count: number, xs: string, letter: string): string {
  const steps = count > 0 ? count : xs.length;
  if (letter === 'm' || steps === 0) return steps === 0 ? letter : `${steps}x${letter}`;
  return steps === 1 ? `x${letter}` : `${steps}x${letter}`;
}
