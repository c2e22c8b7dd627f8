import type { Constraints } from '../domain/constraints.js';
import { FACETS, type Facet, LIST_FACETS } from '../domain/facet.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { audienceOfAge, mergeAudience } from './audience.js';
import type { Mention, NamedValue } from './match-facets.js';

type FacetIds = Map<Facet | 'brand', string[]>;

/** What the parts of a sentence come to, before they are one object. */
export interface Parts {
  readonly wanted: readonly Mention[];
  readonly excluded: readonly Mention[];
  readonly ages: readonly number[];
  readonly price: Constraints['price'];
  readonly sizes: readonly string[];
}

/** The constraints of one text, in the shapes of the contract (see DESIGN: lists, and ids or lists). */
export function gatherConstraints(parts: Parts, text: string, vocabulary: Vocabulary): Constraints {
  const kinds = parts.wanted.some(isCategory);
  const excluded = idsOf(
    parts.excluded.map((mention) => (kinds ? strapsFor(clothOf(mention)) : mention)),
    vocabulary,
  );
  const heads = headsOf(parts.wanted, text, vocabulary).map(hanging);
  const wanted = idsOf(asGuest(withoutPassing(heads), text), vocabulary);
  addAges(wanted, parts.ages);
  // The straps of a bag are no sleeves.
  const kindsWanted = wanted.get('category') ?? [];
  if (kindsWanted.length > 0 && !kindsWanted.some((id) => hasSleeves(id, vocabulary))) wanted.delete('sleeve');
  const audience = wanted.get('audience');
  if (audience) wanted.set('audience', mergeAudience(audience));
  // 不要红色的红裙子: the refusal is the surer half of a contradiction.
  for (const [facet, ids] of excluded) {
    const left = (wanted.get(facet) ?? []).filter((id) => !ids.includes(id));
    if (wanted.has(facet)) wanted.set(facet, left);
  }
  const exclude = shaped(excluded);
  const sizes = [...new Set(parts.sizes)];
  return {
    ...shaped(wanted),
    ...(parts.price && { price: parts.price }),
    ...(sizes.length > 0 && { size: oneOrMany(sizes) }),
    ...(Object.keys(exclude).length > 0 && { exclude }),
  };
}

/** 大衣不要皮草: of a coat wanted it is the cloth that is refused, where the word names both. */
function clothOf(mention: Mention): Mention {
  const cloth = mention.values.some(({ facet }) => facet === 'material');
  return cloth && !/[衣服裤裙]$|外套|\b(?:coats?|jackets?|vests?)$/.test(mention.key) ? withoutKind(mention) : mention;
}

const WITHOUT_SLEEVES: ReadonlySet<string> = new Set(['bag', 'footwear', 'accessory', 'jewellery', 'beauty', 'bottom']);

function hasSleeves(kind: string, vocabulary: Vocabulary): boolean {
  return !WITHOUT_SLEEVES.has(vocabulary.lineage('category', kind).at(-1) ?? kind);
}

/** 闺蜜结婚, my cousin's wedding: one goes there as a guest. */
const AS_GUEST = /宾客|来宾|嘉宾|做客|随礼|份子钱|\bguests?\b/;
const SOMEBODYS =
  /(?:朋友|闺蜜|闺密|好友|基友|同事|同学|室友|舍友|哥们?|兄弟|姐妹?|弟弟?|妹妹?|亲戚|前任|前男友|前女友|发小|老板|领导|老师|邻居|战友|嫂子?|舅舅?|姑姑?|叔叔?|表[哥弟]|堂[哥弟]|侄女?|外甥女?)[^,.?!]{0,10}$|\b(?:friends?|besties?|bffs?|budd(?:y|ies)|workmates?|housemates?|classmates?|nephews?|nieces?|mates?|pals?|cousins?|sisters?|brothers?|colleagues?|coworkers?|boss|ex|roommates?|flatmates?|neighbou?rs?|uncles?|aunts?|somebody|someone)'?s?'? (?:is |are |r )?(?:big |destination )?$/;
/** Where one goes: "to wear to a winter wedding", "invited to", 去朋友的婚礼; one's own one has. */
const INVITED =
  /^s? (?:that )?(?:i'?m|i am|i'?ve(?: been)?|i have been|i was|we'?re|we'?ve been) (?:invited|going|off|attending|asked)\b/;
const GOES_THERE =
  /\b(?:wear(?:ing)? to|going to|go to|invited to|attend(?:ing)?|off to|at) (?:a|an|another|this|some) (?:[\w-]+ ){0,2}$|(?:去|参加|出席|受邀|赴)(?:一?[个场])?[^,.?!我自]{0,6}$/;

/** One goes to a wedding; "we are going to get married" is one's own. */
function goesThere(key: string, before: string): boolean {
  return /^(?:婚礼|wedding)$/.test(key) && GOES_THERE.test(before);
}

function asGuest(mentions: readonly Mention[], text: string): Mention[] {
  return mentions.map((mention) => {
    const marries = mention.values.some(({ facet, id }) => facet === 'occasions' && id === 'wedding');
    const whole =
      mention.values.length === 1 &&
      /^(?:婚礼|结婚|订婚|大婚|出嫁|wedding|engagement|getting married|gets? married|tying the knot)$/.test(
        mention.key,
      );
    const before = text.slice(0, mention.start);
    if (
      !marries ||
      !whole ||
      !(
        AS_GUEST.test(text) ||
        SOMEBODYS.test(before) ||
        goesThere(mention.key, before) ||
        INVITED.test(text.slice(mention.end, mention.end + 28))
      )
    )
      return mention;
    return { ...mention, values: [{ facet: 'occasions', id: 'wedding_guest' }] };
  });
}

/** When or how one goes out, beside what one goes to: 周末去音乐节, "a festival this weekend". */
const IN_PASSING = /^(?:周末|平时|出门|出街|this weekend|weekends?|day to day)$/;

function withoutPassing(mentions: readonly Mention[]): Mention[] {
  const passing = (mention: Mention) => IN_PASSING.test(mention.key);
  const occasion = mentions.some(
    (mention) => !passing(mention) && mention.values.some(({ facet }) => facet === 'occasions'),
  );
  return occasion ? mentions.filter((mention) => !passing(mention)) : [...mentions];
}

function idsOf(mentions: readonly Mention[], vocabulary: Vocabulary): FacetIds {
  const ids: FacetIds = new Map();
  for (const { facet, id } of mentions.flatMap(({ values }) => values)) {
    const known = ids.get(facet) ?? [];
    if (!known.includes(id)) ids.set(facet, [...known, id]);
  }
  // Red or burgundy is either; a shade is no narrower word for a colour said beside it.
  for (const [facet, known] of ids)
    if (facet !== 'brand' && facet !== 'colours') ids.set(facet, mostSpecific(facet, known, vocabulary));
  return ids;
}

/** Without the kinds that another id is a kind of: 上衣 T恤 is a T-shirt. */
function mostSpecific(facet: Facet, ids: readonly string[], vocabulary: Vocabulary): string[] {
  return ids.filter((id) => !ids.some((other) => other !== id && vocabulary.isKindOf(facet, other, id)));
}

/** Of garment words side by side only the last is the garment: 衬衫马甲, a blazer dress. */
function headsOf(mentions: readonly Mention[], text: string, vocabulary: Vocabulary): Mention[] {
  return mentions.map((mention, at) => {
    if (isCategory(mention) && namesPart(mention, text)) return withoutKind(mention);
    if (
      STRAPS.test(mention.key) &&
      (standsWithSleeve(mentions, at, text) || leadsToDress(mentions, at, text, vocabulary))
    )
      return strapsFor(mention);
    const next = mentions[at + 1];
    if (!next || !isCategory(mention) || !isCategory(next)) return mention;
    const between = text.slice(mention.end, next.start);
    const latin = /[a-z]$/.test(text.slice(0, mention.end));
    if (between === '的') return strapsFor(mention);
    // 羽绒 vest: two scripts are written with a space between them or without.
    const mixed = latin !== /^[a-z]/.test(text.slice(next.start));
    if (between !== (latin ? ' ' : '') && !(mixed && /^ ?$/.test(between))) return mention;
    // 夹克外套: a wider kind behind it names the garment again.
    const wider = categories(mention).some((id) =>
      categories(next).some((other) => vocabulary.isKindOf('category', id, other)),
    );
    if (wider) return mention;
    return withoutKind(strapsFor(mention));
  });
}

/** 吊带睡裙: what hangs from straps, whatever else it is. */
function hanging(mention: Mention): Mention {
  const named = mention.values.some(({ facet }) => facet === 'sleeve');
  const whole =
    isCategory(mention) && /^(?:小|细)?吊带.*[裙裤衣装]$/.test(mention.key) && !/背心|上衣|衫/.test(mention.key);
  return whole && !named ? { ...mention, values: [...mention.values, STRAPPY] } : mention;
}

function withoutKind(mention: Mention): Mention {
  return { ...mention, values: mention.values.filter(({ facet }) => facet !== 'category') };
}

/** A choker neckline, glove sleeves, a scarf print, 围巾领: the part of a garment that looks like another. */
function namesPart(mention: Mention, text: string): boolean {
  return PART.test(text.slice(mention.end, mention.end + 12)) && !WHOLE.test(mention.key);
}

const PART =
  /^(?:[ -](?:necks?|necklines?|collars?|sleeves?|cuffs?|hems?|prints?|patterns?|motifs?|loops?|flaps?|fronts?|toes?)\b|(?:样式?的?)?(?:领|袖|襟|印花|图案|扣)(?!带|子|结))/;
/** Kinds that have the part, and are looked for with it: 毛衣领口, "shirt cuffs", "T-shirt prints". */
const WHOLE =
  /^(?:[a-z -]*(?:shirts?|tees?|tops?|blouses?|dress(?:es)?|sweaters?|jumpers?|jackets?|coats?|cardigans?|hoodies?|shoes?|boots?|skirts?|trousers|pants)|.*(?:衣|衫|裙|裤|鞋|外套|恤))$/;

/** 吊带长裙: a dress that hangs from straps, as the top of that name does. */
const STRAPS = /^(?:小|细)?吊带$|^(?:cami(?:sole)?|slip)$/;
const STRAPPY: NamedValue = { facet: 'sleeve', id: 'strappy' };

/** What hangs from straps, where the word says so of another garment: 睡衣不要吊带的. */
/** 吊带碎花长裙: nothing but what describes it stands between the straps and the dress. */
function leadsToDress(mentions: readonly Mention[], at: number, text: string, vocabulary: Vocabulary): boolean {
  let end = mentions[at]?.end ?? 0;
  for (const next of mentions.slice(at + 1)) {
    if (!/^(?:的|\s)*$/.test(text.slice(end, next.start))) return false;
    if (isCategory(next))
      return categories(next).some((id) =>
        ['onepiece', 'sleepwear'].includes(vocabulary.lineage('category', id).at(-1) ?? ''),
      );
    end = next.end;
  }
  return false;
}

/** 吊带或者短袖都行: the straps of what was named before. */
function standsWithSleeve(mentions: readonly Mention[], at: number, text: string): boolean {
  const mention = mentions[at];
  const named = mentions.some((other) => other !== mention && isCategory(other));
  return (
    named &&
    [mentions[at - 1], mentions[at + 1]].some((other) => {
      if (!other || !mention || !other.values.every(({ facet }) => facet === 'sleeve')) return false;
      const [first, second] = other.start < mention.start ? [other, mention] : [mention, other];
      return /^(?:的|\s)*(?:或者?|或是|还是|和|、|,|or|\/)(?:的|\s|有)*$/.test(text.slice(first.end, second.start));
    })
  );
}

function strapsFor(mention: Mention): Mention {
  return STRAPS.test(mention.key) ? { ...mention, values: [STRAPPY] } : mention;
}

const GROWN_UP: Readonly<Record<string, string>> = { girls: 'women', boys: 'men' };

function addAges(wanted: FacetIds, ages: readonly number[]): void {
  // A girl of twenty.
  if (ages.length > 0 && ages.every((age) => audienceOfAge(age) === undefined)) {
    const told = wanted.get('audience');
    if (told)
      wanted.set(
        'audience',
        told.map((id) => GROWN_UP[id] ?? id),
      );
  }
  const audience = wanted.get('audience') ?? [];
  const grown = audience.some((id) => id === 'maternity') || ages.length === 0;
  if (grown) return;
  const ids = ages.map(audienceOfAge).filter((id) => id !== undefined);
  // 三岁宝宝: a darling of three is no baby.
  if (ids.includes('kids') && !ids.includes('baby'))
    wanted.set(
      'audience',
      audience.filter((id) => id !== 'baby'),
    );
  if (ids.length > 0) wanted.set('audience', [...(wanted.get('audience') ?? []), ...new Set(ids)]);
}

function shaped(ids: FacetIds): Constraints {
  const lists = new Set<string>(LIST_FACETS);
  const shape: Record<string, string | string[]> = {};
  for (const facet of [...FACETS, 'brand'] as const) {
    const known = ids.get(facet);
    if (known && known.length > 0) shape[facet] = lists.has(facet) ? known : oneOrMany(known);
  }
  return shape;
}

function oneOrMany(values: string[]): string | string[] {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}

function isCategory(mention: Mention): boolean {
  return mention.values.some(({ facet }) => facet === 'category');
}

function categories(mention: Mention): string[] {
  return mention.values.filter((value: NamedValue) => value.facet === 'category').map(({ id }) => id);
}
