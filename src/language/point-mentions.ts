import type { Reference } from '../domain/turn.js';
import type { Mention } from './match-facets.js';
import type { Pointable, ReferenceMention } from './reference-mention.js';
import type { Span } from './spans.js';

/** References completed by the words that describe them, and the mentions that are left as wishes. */
export interface Pointed {
  readonly references: readonly ReferenceMention[];
  readonly mentions: readonly Mention[];
}

const ADJACENT = /^(?:的|\s|-)*$/;
const CLASSIFIER = '(?:件|条|双|款|个|套|只|顶|身)';
const BEFORE_CHINESE = new RegExp(`(?:这|那)(?:一)?${CLASSIFIER}(?:我的|的)?$`);
const BEHIND_CHINESE = new RegExp(`^(?:的|色)*(?:那|这)(?:一)?${CLASSIFIER}`);
const BEFORE_ENGLISH = /\b(this|that|these|those|the) $/;
const POINTING_THE =
  /(?:like|love|hate|prefer|about|with|than|of|is|does|did|has|and|or|to|versus|vs\.?|compare|between|take|dislike|as|was|were|are|why) the $/;
/** A heel, beside another garment, is a part of it: ankle boots, low heel. */
const HEEL = /^(?:[a-z]+[ -])?heel(?:ed)?$|^(?:低|中|粗|细|坡|平|猫|方|块|粗高|细高)跟$/;
const WITH_HEELS = /^[a-z]+[ -]heels$/;
/** 家里有条白裙子, followed by what it shall be worn with. */
const HAS_ONE = /(?:^|我|家里?|已经|手上|手头|衣柜里)(?:也|还)?有(?:了)?一?[条件双个顶只]$/;
/** Between what one has and the kind that shall go with it. */
const ASKED_FOR =
  /^(?:应该|该|要|能|可以|得|到底)*(?:搭配|配|搭)(?:个|条|件|双)?(?:什么样?|啥样?|哪种|哪样)(?:颜色|款式|类型|款)?的?$/;
const OWNED = /(?:\bmy|我的|我那[件条双个]|我自己的|自己的|\bmy own) ?$/;
const COMPLEMENT_CHINESE = /(?:配|搭配?)(?:上)?(?:我的|这[条件双]|那[条件双]|一[条件双])?$/;
const COMPLEMENT_ENGLISH =
  /\b(?:go(?:es|ing)?|wear|worn|pair(?:s|ed)?|match(?:es|ing)?|works?|team(?:ed)?|suits?)(?: well| nicely| good| great| it| them)?(?: with| to)? (?:a |an |the |some |these |those |any |my |this )?(?:pair of )?$/;

/** Neighbouring words that describe one thing (红色 的 裙子, black leather jacket). */
function chains(mentions: readonly Mention[], text: string): Mention[][] {
  const found: Mention[][] = [];
  for (const mention of mentions) {
    const last = found.at(-1)?.at(-1);
    const gap = last ? text.slice(last.end, mention.start) : '';
    // 黑西裤的衬衫: two garments, and the first belongs to what is said of the second.
    const another = last !== undefined && isCategory(last) && isCategory(mention) && gap.includes('的');
    if (last && isVisible(last) === isVisible(mention) && ADJACENT.test(gap) && !another) found.at(-1)?.push(mention);
    else found.push([mention]);
  }
  return found;
}

/**
 * Reads descriptions that point: 那条红的, the red one, this black dress. They are references rather than wishes
 * where something was shown; one's own garment (my jeans) and what a wish shall go with (a top to wear with jeans)
 * are no wishes either.
 */
export function pointMentions(
  text: string,
  mentions: readonly Mention[],
  references: readonly ReferenceMention[],
  context: Pointable,
): Pointed {
  const kept: Mention[] = [];
  let refs = [...references];
  const garments = mentions.some((mention) => isCategory(mention) && !isDetail(mention, text));
  const groups = chains(garments ? mentions.filter((mention) => !isDetail(mention, text)) : mentions, text);
  for (const chain of groups) {
    const stretch = stretchOf(chain);
    if (!stretch) continue;
    const before = text.slice(Math.max(0, stretch.start - 40), stretch.start);
    if (isNoWish(chain, groups, text, before, refs.length > 0)) continue;
    const touching = refs.find(
      (ref) =>
        ref.end <= stretch.start &&
        (ref.reference.kind === 'photo' ? /^(?:的|\s|同款)*$/ : /^(?:的|\s)*$/).test(
          text.slice(ref.end, stretch.start),
        ),
    );
    const pointing = describes({ chain, before, behind: text.slice(stretch.end, stretch.end + 8), context, touching });
    if (pointing === 'no' || pointing === 'forget') kept.push(...chain);
    if (pointing === 'attribute' || pointing === 'forget') refs = refs.filter((ref) => ref !== touching);
    if (pointing === 'attribute') {
      refs = refs.filter(
        ({ reference, start }) => reference.kind !== 'last' || start < stretch.end || start > stretch.end + 2,
      );
      refs.push({ start: touching?.start ?? stretch.start, end: stretch.end, reference: attribute(chain) });
    }
    if (pointing === 'last' && !touching)
      refs.push({ ...stretch, reference: { kind: context.hasShown ? 'last' : 'photo' } });
  }
  return { references: refs.sort((a, b) => a.start - b.start), mentions: kept };
}

function stretchOf(chain: readonly Mention[]): Span | undefined {
  const [first, last] = [chain[0], chain.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** One's own garment beside another, or what the wish shall go with. */
function isNoWish(
  chain: readonly Mention[],
  groups: readonly (readonly Mention[])[],
  text: string,
  before: string,
  points: boolean,
): boolean {
  if (!chain.some(isCategory)) return false;
  const others = groups.some((group) => group !== chain && group.some(isCategory));
  const last = chain.at(-1);
  const worn = others && HAS_ONE.test(before) && /配|搭/.test(text.slice(last?.end ?? 0));
  if (isHeel(chain, before) && groups.some((group) => group !== chain && group.some(hasHeel))) return true;
  const next = groups.find(
    (group) => group !== chain && group.some(isCategory) && (group[0]?.start ?? 0) > (last?.end ?? 0),
  );
  // 棕色皮带配什么颜色的裤子: trousers are asked for.
  const asked = next !== undefined && ASKED_FOR.test(text.slice(last?.end ?? 0, next[0]?.start));
  return (
    worn ||
    asked ||
    (OWNED.test(before) && (others || points)) ||
    (others && isComplement(text, chain, before, groups.flat()))
  );
}

/** The heel of a shoe rather than a shoe: what 粗跟 and "with block heels" say. */
function isHeel(chain: readonly Mention[], before: string): boolean {
  return chain.every(({ key }) => HEEL.test(key) || (WITH_HEELS.test(key) && WITH.test(before)));
}

/** A kind that comes with heels of all sorts; shoes as such with block heels are heels. */
function hasHeel({ values }: Mention): boolean {
  return values.some(({ facet, id }) => facet === 'category' && id !== 'footwear' && id !== 'heels');
}

const WITH =
  /(?:\bwith|\bhas|\bincluding) (?:a |an |the |its )?(?:matching |built-in )?$|(?:带|有|系|送)(?:一?条|个|一?根)?$/;

/** A dress with a belt is a dress. */
function isDetail(mention: Mention, text: string): boolean {
  const small = mention.values.every(({ facet, id }) => facet !== 'category' || DETAILS.has(id));
  return isCategory(mention) && small && WITH.test(text.slice(Math.max(0, mention.start - 24), mention.start));
}

interface Described {
  readonly chain: readonly Mention[];
  readonly before: string;
  readonly behind: string;
  readonly context: Pointable;
  readonly touching: ReferenceMention | undefined;
}
type Pointing = 'attribute' | 'last' | 'no' | 'forget';

/** Small things that come with a garment. */
const DETAILS: ReadonlySet<string> = new Set([
  'belt',
  'tie',
  'bow_tie',
  'suspenders',
  'brooch',
  'scarf',
  'pouch',
  'accessory',
  'camisole',
]);
/** What one can see of a garment, and so point at. */
const VISIBLE: ReadonlySet<string> = new Set([
  'category',
  'colours',
  'pattern',
  'material',
  'sleeve',
  'neckline',
  'fit',
  'length',
  'brand',
]);

/** How a description points: at what has these traits, at this one, not at all, or at nothing that is there. */
function describes(described: Described): Pointing {
  const { chain, before, behind, context, touching } = described;
  if (!chain.every(isVisible)) return 'no';
  const garment = chain.some(isCategory);
  if (BEHIND_CHINESE.test(behind)) return context.hasShown ? 'attribute' : 'no';
  if (touching?.reference.kind === 'ordinal') return garment ? 'last' : 'no';
  if (BEFORE_CHINESE.test(before) && touching?.reference.kind !== 'photo') return describesChinese(described, garment);
  if (touching && garment && (touching.end === chain[0]?.start || touching.reference.kind === 'photo')) return 'last';
  return describesEnglish(described, garment);
}

function describesChinese({ chain, behind, context }: Described, garment: boolean): Pointing {
  if (!context.hasShown && !context.hasPhoto) return 'forget';
  if (!garment && /^(?:的)?(?:有|吗)/.test(behind)) return 'no';
  return context.hasShown && hasTraits(chain) ? 'attribute' : 'last';
}

function describesEnglish({ chain, before, behind, context }: Described, garment: boolean): Pointing {
  const article = BEFORE_ENGLISH.exec(before)?.[1];
  const one = /^ ones?\b/.test(behind);
  if (article === undefined || (!one && !garment)) return 'no';
  if (article === 'the') return context.hasShown && (one || POINTING_THE.test(before)) ? 'attribute' : 'no';
  if (!context.hasShown && !context.hasPhoto) return 'no';
  return context.hasShown && hasTraits(chain) ? 'attribute' : 'last';
}

function hasTraits(chain: readonly Mention[]): boolean {
  return chain.some((mention) => !isCategory(mention));
}

/** The trait that tells most: anything before the kind of garment. */
function attribute(chain: readonly Mention[]): Reference {
  const values = chain.flatMap((mention) => mention.values).filter(({ facet }) => facet !== 'brand');
  const best =
    values.find(({ facet }) => facet === 'colours') ?? values.find(({ facet }) => facet !== 'category') ?? values[0];
  return best && best.facet !== 'brand' ? { kind: 'attribute', facet: best.facet, id: best.id } : { kind: 'last' };
}

function isComplement(text: string, chain: readonly Mention[], before: string, mentions: readonly Mention[]): boolean {
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) return false;
  if (COMPLEMENT_CHINESE.test(before)) {
    // 要件大衣来配靴子: what stands behind is what it shall go with.
    const behind = /(?:来|用来|好|可以|能|去|想|[,;、\s])(?:配|搭配?)/.test(before.slice(-8));
    const sought =
      /(?:^|[我来帮])(?:想)?(?:找|要|买|求|蹲|来)[一件条双个顶]?/.test(text) && !/都要|一起要|各/.test(text);
    if ((behind || sought) && mentions.some((other) => isCategory(other) && other.end <= first.start)) return true;
    return mentions.some(
      (other) =>
        isCategory(other) &&
        other.start >= last.end &&
        /^[^,.?!]{0,6}$/.test(text.slice(last.end, other.start)) &&
        text.slice(last.end, other.start).includes('的'),
    );
  }
  const verb = COMPLEMENT_ENGLISH.exec(before);
  return verb !== null && mentions.some((other) => isCategory(other) && other.end <= first.start);
}

function isVisible({ values }: Mention): boolean {
  return values.some(({ facet }) => VISIBLE.has(facet));
}

function isCategory(mention: Mention): boolean {
  return mention.values.some(({ facet }) => facet === 'category');
}
