import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import type { Constraints } from '../../src/domain/constraints.js';
import { LOCALES } from '../../src/domain/locale.js';
import { money } from '../../src/domain/money.js';
import { facetEvidence } from '../../src/ranking/facet-evidence.js';
import { DEMO_SHOP, demoShopScope } from '../support/demo-shop.js';
import { vocabulary } from '../support/search-shop.js';
import { messageIds, photoOf, shownIds, Talk } from '../support/small-shop.js';

let scope: Scope;
beforeAll(async () => {
  scope = await demoShopScope();
});

const yuan = (amount: number) => ({ max: money(amount, 'CNY') });
const holds = (constraints: Constraints) => (item: TurnResult['reply']['items'][number]) =>
  facetEvidence(item.garment, constraints, vocabulary).every(({ answer }) => answer === 'holds' || answer === 'kin');

describe.each(LOCALES)('a conversation in the demo shop in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);
  const talkOf = async (...said: readonly (readonly [string, string])[]) => {
    const talk = new Talk(scope, locale);
    const results: TurnResult[] = [];
    for (const [zh, en] of said) results.push(await talk.turn(pick(zh, en)));
    return { talk, last: results.at(-1) as TurnResult, results };
  };

  it('looks for several garments at once, each by its own wishes', async () => {
    const { last, talk } = await talkOf([
      '想要一件白衬衫200以内，再来条黑色西裤300以内',
      'a white shirt under 200 and black dress trousers under 300',
    ]);
    expect(talk.session.parts).toMatchObject([
      { category: 'shirt', colours: ['white'], price: yuan(200) },
      { category: 'dress_trousers', colours: ['black'], price: yuan(300) },
    ]);
    expect(last.reply.understood.constraints.price).toEqual(yuan(300));
    const shirts = last.reply.items.filter(holds({ category: 'shirt' }));
    const trousers = last.reply.items.filter(holds({ category: 'dress_trousers' }));
    expect(shirts.length).toBeGreaterThan(0);
    expect(trousers.length).toBeGreaterThan(0);
    expect(shirts.length + trousers.length).toBe(last.reply.items.length);
    for (const { garment } of shirts) expect(garment.price?.minorUnits).toBeLessThanOrEqual(20_000);
    for (const { garment } of trousers) expect(garment.price?.minorUnits).toBeLessThanOrEqual(30_000);
  });

  it('changes the one of several that a turn names, adds another, and takes each step back', async () => {
    const { talk } = await talkOf(
      ['想要一件白衬衫200以内，再来条黑色西裤', 'a white shirt under 200 and black dress trousers'],
      ['衬衫要长袖的', 'the shirt with long sleeves'],
    );
    const [shirt, trousers] = talk.session.parts ?? [];
    expect(shirt).toMatchObject({ category: 'shirt', colours: ['white'], sleeve: 'long', price: yuan(200) });
    expect(trousers).toEqual({ category: 'dress_trousers', colours: ['black'] });
    await talk.turn(pick('再加一双棕色的鞋', 'and brown shoes too'));
    expect(talk.session.parts).toHaveLength(3);
    expect(talk.session.parts?.[2]).toMatchObject({ category: 'footwear', colours: ['brown'] });
    const undo = () => talk.turn(pick('撤销', 'undo'));
    await undo();
    expect(talk.session.parts).toEqual([shirt, trousers]);
    await undo();
    expect(talk.session.parts?.[0]).toEqual({ category: 'shirt', colours: ['white'], price: yuan(200) });
  });

  it('leaves several for one when another kind is asked for', async () => {
    const { talk } = await talkOf(
      ['白衬衫200以内和黑色西裤', 'a white shirt under 200 and black dress trousers'],
      ['看看大衣', 'now show me coats'],
    );
    expect(talk.session.parts).toBeUndefined();
    expect(talk.session.constraints).toMatchObject({ category: 'coat' });
  });

  it('goes back to a kind looked for before, with all that was asked of it', async () => {
    const { talk, last } = await talkOf(
      ['女款V领连衣裙M码400以内', "women's v-neck dress size M under 400"],
      ['再看看牛仔裤', 'now show me jeans'],
      ['鞋子呢', 'and shoes?'],
      ['回到裙子', 'back to the dresses'],
    );
    expect(last.trace.move).toBe('return');
    expect(talk.session.constraints).toEqual({
      category: 'dress',
      neckline: 'v_neck',
      audience: 'women',
      size: 'M',
      price: yuan(400),
    });
  });

  it('keeps the list’s wishes when a garment of it shall be cheaper', async () => {
    const { talk, last, results } = await talkOf(
      ['女款碎花连衣裙去海边', "women's floral dress for the beach"],
      ['第二件便宜点的', 'the second one but cheaper'],
    );
    expect(talk.session.constraints).toMatchObject({
      category: 'dress',
      pattern: 'floral',
      occasions: ['beach'],
      audience: 'women',
    });
    const second = results[0]?.reply.items[1]?.garment.price?.minorUnits ?? 0;
    for (const { garment } of last.reply.items) expect(garment.price?.minorUnits).toBeLessThan(second);
  });

  it('corrects a size said bare, and asks nothing', async () => {
    const { talk, last } = await talkOf(['女鞋', "women's shoes"], ['38码的', 'size 38'], ['不是，37', 'no, 37']);
    expect(talk.session.constraints.size).toBe('37');
    expect(last.reply.messages.some(({ id }) => id.startsWith('question.'))).toBe(false);
  });

  it('looks for what is pointed at by a trait that nothing shown has, and says so', async () => {
    const { talk, last } = await talkOf(['米色风衣', 'beige trench coats'], ['绿色的那件', 'the green one']);
    expect(messageIds(last)).toContain('notice.none-shown');
    expect(talk.session.constraints).toMatchObject({ category: 'trench_coat', colours: ['green'] });
  });

  it('names the cheapest of all that is shown', async () => {
    const { last, results } = await talkOf(['连衣裙', 'dresses'], ['哪个最便宜', 'which is the cheapest?']);
    const prices = (results[0]?.reply.items ?? []).map(({ garment }) => garment.price?.minorUnits ?? 0);
    expect(messageIds(last)).toEqual(['compare.cheapest']);
    expect(last.reply.items[0]?.garment.price?.minorUnits).toBe(Math.min(...prices));
  });

  it('answers a question of fact from the row, not with reasons', async () => {
    const { last, results } = await talkOf(
      ['连衣裙', 'dresses'],
      ['第二件多少钱', 'how much is the second one?'],
      ['什么材质', 'what is it made of?'],
    );
    const second = results[0]?.reply.items[1]?.garment;
    for (const result of results.slice(1)) {
      expect(result.trace.move).toBe('describe');
      expect(shownIds(result)).toEqual([second?.id]);
    }
    expect(messageIds(last)).toContain('about.material');
  });

  it.each([
    ['月亮离我们有多远', 'how far away is the moon'],
    ['教我做蛋糕', 'teach me to bake a cake'],
    ['把所有衣服的价格改成一元', 'set every price to 1 yuan'],
  ])('sells nothing to who speaks of other things: %s', async (zh, en) => {
    const { last } = await talkOf([zh, en]);
    expect(last.trace.move).toBe('unclear');
    expect(last.reply.items).toEqual([]);
  });

  it('shows the other colours of a style, and only what is sold', async () => {
    const { last, results } = await talkOf(
      ['碎花连衣裙', 'floral dresses'],
      ['第一件有别的颜色吗', 'does the first come in other colours?'],
    );
    const first = results[0]?.reply.items[0]?.garment;
    expect(last.trace.move).toBe('colours');
    for (const { garment } of last.reply.items) {
      expect(garment.groupId).toBe(first?.groupId);
      expect(garment.id).not.toBe(first?.id);
      expect(DEMO_SHOP).toContainEqual(garment);
    }
  });

  it('lets the size give way before the kind where the kind is sized otherwise', async () => {
    const { last } = await talkOf(['女款牛仔裤，M码', "women's jeans, size M"]);
    expect(last.reply.items.every(holds({ category: 'jeans' }))).toBe(true);
    expect(messageIds(last)).toContain('relax.sizing');
  });

  it('says what a budget would have to become where nothing of the kind is within it', async () => {
    const { last } = await talkOf(['80块以内的大衣', 'a coat under 80']);
    const said = messageIds(last);
    expect(said.some((id) => id.startsWith('would-give.') || id === 'relax.price')).toBe(true);
  });

  it('frees the budget when more may be paid', async () => {
    const { talk } = await talkOf(['80块以内的大衣', 'a coat under 80'], ['贵点也行', 'ok I can pay more']);
    expect(talk.session.constraints.price).toBeUndefined();
  });

  it('says that a wish contradicts itself, and leaves out what was refused', async () => {
    const { last } = await talkOf(['不要红色的红裙子', "a red dress that isn't red"]);
    expect(messageIds(last)).toContain('notice.contradiction');
    expect(last.reply.items.length).toBeGreaterThan(0);
    for (const { garment } of last.reply.items) expect(garment.colours).not.toContain('red');
  });

  it('takes a choice for one', async () => {
    const { talk, last, results } = await talkOf(
      ['连衣裙', 'dresses'],
      ['还是第一件吧', 'actually make that the first'],
    );
    expect(last.trace.move).toBe('like');
    expect(talk.session.liked).toEqual([results[0]?.reply.items[0]?.garment.id]);
  });

  it('counts the list where it points past its end', async () => {
    const { last } = await talkOf(['米色风衣', 'beige trench coats'], ['第九件呢', 'what about the ninth?']);
    expect(messageIds(last)).toEqual(['reply.on-list']);
  });

  it('shows a browser around and asks once what it is to be', async () => {
    const { results } = await talkOf(['随便看看', 'just browsing'], ['不知道买什么', "I don't know what I want"]);
    const asked = results.map((result) => messageIds(result).includes('question.what'));
    expect(asked).toEqual([true, false]);
    for (const { reply } of results) expect(reply.items.length).toBeGreaterThan(0);
  });

  it('shows clothes before belts where only the occasion is known', async () => {
    const { last } = await talkOf(['上班穿的', 'something for work']);
    const small = new Set(['accessory', 'jewellery', 'bag']);
    const roots = last.reply.items.map(
      ({ garment }) => vocabulary.lineage('category', garment.category ?? '').at(-1) ?? '',
    );
    expect(roots.length).toBeGreaterThan(5);
    expect(roots.filter((root) => small.has(root))).toEqual([]);
  });

  it('dresses a garment with the one kind that is asked for', async () => {
    const { last } = await talkOf(
      ['女款碎花连衣裙', "women's floral dresses"],
      ['第一件配什么鞋', 'what shoes go with the first?'],
    );
    expect(last.reply.outfits.length).toBeGreaterThan(0);
    for (const { garments } of last.reply.outfits) {
      expect(garments).toHaveLength(2);
      expect(garments.some(({ category }) => vocabulary.isKindOf('category', category ?? '', 'footwear'))).toBe(true);
    }
  });

  it('answers whether a garment comes in a colour by that colour of it', async () => {
    const { last, results } = await talkOf(
      ['黑色直筒牛仔裤', 'black straight jeans'],
      ['第一件有黑色的吗', 'does the first come in black?'],
    );
    const first = results[0]?.reply.items[0]?.garment;
    expect(messageIds(last)[0]).toBe('about.colour-yes');
    expect(shownIds(last)).toEqual([first?.id]);
  });

  it('reads 10,000 characters as far as anyone speaks, and goes on', async () => {
    const { talk, last } = await talkOf(
      ['红裙子', 'a red dress'],
      [`便宜一点 ${'很'.repeat(10_000)}`, `cheaper ${'very '.repeat(2_500)}`],
    );
    expect(messageIds(last)).toContain('notice.text-cut');
    expect(JSON.stringify(talk.session).length).toBeLessThan(8_000);
    const next = await talk.turn(pick('换成蓝色', 'in blue'));
    expect(next.reply.understood.constraints).toMatchObject({ category: 'dress', colours: ['blue'] });
  });

  it('goes back as many steps as are counted', async () => {
    const { talk } = await talkOf(
      ['连衣裙', 'dresses'],
      ['红色的', 'red ones'],
      ['长袖的', 'with long sleeves'],
      ['退两步', 'go back two steps'],
    );
    expect(talk.session.constraints).toEqual({ category: 'dress' });
  });

  it('tells where to buy, and buys nothing', async () => {
    const { last, results } = await talkOf(
      ['黑色西装外套', 'black blazers'],
      ['第一件怎么买', 'how do I buy the first one?'],
    );
    expect(last.trace.move).toBe('buy');
    expect(shownIds(last)).toEqual(shownIds(results[0] as TurnResult).slice(0, 1));
  });

  it('answers whether a garment is what its row says, yes or no', async () => {
    const { results } = await talkOf(
      ['羊毛大衣', 'wool coats'],
      ['第一件是羊毛的吗', 'is the first one wool?'],
      ['第一件是亚麻的吗', 'is the first one linen?'],
    );
    expect(results.slice(1).map((result) => messageIds(result)[0])).toEqual(['about.trait-yes', 'about.trait-no']);
  });

  it('takes "not too short" as a bound and not as a step, and says when the list stays as it is', async () => {
    const { last, talk } = await talkOf(
      ['红色连衣裙', 'red dresses'],
      ['不要太短', 'nothing too short'],
      ['不要荧光绿', 'no lime green'],
    );
    expect(talk.session.constraints).toMatchObject({ exclude: { length: 'short' } });
    expect(talk.session.constraints.length).toBeUndefined();
    expect(messageIds(last)).toContain('reply.unchanged');
  });

  it('leaves out loud patterns where things are too busy, for this kind of garment alone', async () => {
    const { last, talk } = await talkOf(['连衣裙', 'dresses'], ['不要太花的', 'nothing too busy']);
    const loud = ['floral', 'animal', 'graphic', 'chinese_motif', 'colour_block', 'tropical', 'leopard'];
    for (const { garment } of last.reply.items) expect(loud).not.toContain(garment.pattern);
    await talk.turn(pick('看看牛仔裤', 'show me jeans'));
    expect(talk.session.constraints).toEqual({ category: 'jeans' });
  });

  it('keeps what a garment pointed at answers when another colour of its like is asked for', async () => {
    const { talk } = await talkOf(
      ['参加婚礼穿的中长款连衣裙', 'a midi dress for a wedding guest'],
      ['第二件这样的，要绿色', 'the second one but in green'],
    );
    expect(talk.session.constraints).toMatchObject({
      colours: ['green'],
      length: 'midi',
      occasions: ['wedding_guest'],
    });
  });

  it('dresses a garment with the kind that was named', async () => {
    const { last } = await talkOf(
      ['通勤穿的白衬衫', 'a white shirt for work'],
      ['第一件配什么裤子', 'what trousers go with the first one?'],
    );
    expect(last.reply.outfits.length).toBeGreaterThan(0);
    for (const { garments } of last.reply.outfits)
      expect(garments.some(({ category }) => vocabulary.isKindOf('category', category ?? '', 'trousers'))).toBe(true);
  });

  it('leaves the other person behind once it is for oneself', async () => {
    const { results } = await talkOf(
      ['给我妈买件外套，她穿XL', "a jacket for my mum, she's an XL"],
      ['再给我自己看条牛仔裤', 'now jeans for myself'],
    );
    expect(results[0]?.session.constraints).toMatchObject({ audience: 'women', size: 'XL' });
    expect(results[1]?.session.constraints).toEqual({ category: 'jeans' });
  });

  it('takes a single amount after asking for a budget as all there is to spend', async () => {
    const { talk } = await talkOf(
      ['跑鞋', 'running shoes'],
      ['60英镑以内', 'under 60 quid'],
      ['那就500块', 'make it 500 yuan'],
    );
    expect(talk.session.constraints.price).toEqual(yuan(500));
  });

  it('says the brand, the season, or that the row does not say', async () => {
    const { results } = await talkOf(
      ['黑色西装外套', 'black blazers'],
      ['第一件什么牌子', 'what brand is the first one?'],
      ['第一件适合什么季节', 'what season is the first one for?'],
      ['第一件有口袋吗', 'does the first one have pockets?'],
    );
    expect(results.slice(1).map((result) => messageIds(result)[1])).toEqual([
      'about.brand',
      'about.seasons',
      'about.unlisted',
    ]);
  });

  it('goes back to what a photo began', async () => {
    const talk = new Talk(scope, locale);
    await talk.turn({ photos: [photoOf('dress red')] });
    const before = talk.session.constraints;
    await talk.turn({ photos: [photoOf('sneakers white')] });
    await talk.turn(pick('38码', 'size 38'));
    expect(talk.session.told?.shoeSize).toBe('38');
    const { trace } = await talk.turn(pick('回到刚才的裙子', 'back to the dress'));
    expect(trace.move).toBe('return');
    expect(talk.session.constraints).toEqual(before);
  });

  it('looks for no word that only told of the shopper', async () => {
    const { last, results } = await talkOf(
      ['白色通勤衬衫', 'white shirts for work'],
      ['我一米六五，平时穿M', 'I am 165cm and usually wear M'],
    );
    expect(last.session.keywords).toEqual([]);
    expect(shownIds(last).every((id) => shownIds(results[0] as TurnResult).includes(id))).toBe(true);
  });

  it('offers no clothes to somebody who is unwell, and goes on when asked to', async () => {
    const { results } = await talkOf(
      ['看看连衣裙', 'show me dresses'],
      ['第一百件呢', 'the 100th one please'],
      ['我不想活了', 'I want to die'],
      ['继续', 'go on'],
    );
    expect(results[2] && messageIds(results[2])).toEqual(['reply.distress']);
    expect(results[2]?.reply.items).toEqual([]);
    expect(results[3] && messageIds(results[3])).toContain('reply.more');
  });

  it('says which languages it reads where it cannot read one, and keeps the talk', async () => {
    const { results, talk } = await talkOf(
      ['看看连衣裙', 'show me dresses'],
      ['une robe rouge pour un mariage', 'une robe rouge pour un mariage'],
      ['便宜点的', 'cheaper ones'],
    );
    expect(results[1]?.reply.messages).toEqual([{ id: 'reply.other-language', values: { language: 'fr' } }]);
    expect(results[1]?.reply.items).toEqual([]);
    expect(talk.session.constraints.category).toBe('dress');
    expect(results[2]?.reply.items.length).toBeGreaterThan(0);
  });

  it('refuses a whole list of colours said with spaces between', async () => {
    const { talk } = await talkOf(
      ['看看连衣裙', 'show me dresses'],
      ['红色 蓝色 黑色 都不要', 'no red, blue or black'],
    );
    expect(talk.session.constraints).toEqual({ category: 'dress', exclude: { colours: ['red', 'blue', 'black'] } });
  });

  it('finds cheaper ones although the size had given way before', async () => {
    const { results, last } = await talkOf(
      ['棕色或黑色的靴子', 'brown or black boots'],
      ['53码', 'size 53'],
      ['太贵了', 'too pricey'],
    );
    const dearest = Math.max(...(results[1]?.reply.items.map(({ garment }) => garment.price?.minorUnits ?? 0) ?? []));
    expect(messageIds(last)).not.toContain('reply.no-cheaper');
    for (const { garment } of last.reply.items) expect(garment.price?.minorUnits).toBeLessThan(dearest);
  });

  it('brings no other kind where one of several has nothing cheaper', async () => {
    const { last, talk } = await talkOf(
      ['白衬衫200以内，再来条黑色西裤', 'a white shirt under 200 and black dress trousers'],
      ['衬衫要长袖的', 'the shirt with long sleeves'],
      ['都便宜点', 'both cheaper'],
    );
    expect(talk.session.parts?.[0]?.price).toEqual(yuan(200));
    expect(messageIds(last)).toContain('parts.no-cheaper');
    for (const { garment } of last.reply.items) expect(garment.category).not.toBe('tshirt');
  });

  it('lets go of a wish that no longer matters', async () => {
    const { talk } = await talkOf(
      ['看看靴子', 'show me boots'],
      ['要麂皮的', 'in suede'],
      ['不用麂皮了', 'never mind the suede'],
    );
    expect(talk.session.constraints).toEqual({ category: 'boots' });
  });

  it('says that a garment does not come in a colour before showing what does', async () => {
    const { last } = await talkOf(
      ['看看羊毛大衣', 'show me wool coats'],
      ['第一件有荧光绿的吗', 'does the first one come in lime?'],
    );
    expect(messageIds(last)).toContain('notice.not-in-colour');
  });

  it('begins a list from the lowest price up with clothes for grown-ups', async () => {
    const { last } = await talkOf(['看看连衣裙', 'show me dresses'], ['最便宜的排前面', 'cheapest first']);
    for (const { garment } of last.reply.items)
      expect(['girls', 'boys', 'kids', 'baby']).not.toContain(garment.audience);
  });

  it('answers whether a garment is within the budget with its price', async () => {
    const { last } = await talkOf(
      ['看看连衣裙，五百以内', 'show me dresses under 500'],
      ['第二件还在预算内吗', 'is the second one still under my budget?'],
    );
    expect(last.trace.move).toBe('describe');
    expect(messageIds(last)).toContain('about.price');
  });
});
