import type { StyleLine } from '../assortment/sheet.js';

/** What a shop calls a style, and the facets the word already tells, so that no title says them twice. */
export interface Noun {
  readonly zh: string;
  readonly en: string;
  readonly tells: readonly string[];
}

type Rule = readonly [category: string, applies: (line: StyleLine) => boolean, zh: string, en: string, tells: string];

const any = (): boolean => true;
const ofFit =
  (...ids: string[]) =>
  (line: StyleLine) =>
    line.fit !== null && ids.includes(line.fit);
const pattern = (id: string) => (line: StyleLine) => line.pattern === id;
const material = (id: string) => (line: StyleLine) => line.material === id;
const cut = (id: string) => (line: StyleLine) => line.cut === id;
const detail = (id: string) => (line: StyleLine) => line.details.includes(id);
const occasion = (id: string) => (line: StyleLine) => line.occasions.includes(id);
const sleeve = (id: string) => (line: StyleLine) => line.sleeve === id;
const length = (id: string) => (line: StyleLine) => line.length === id;

/** The first rule that applies names the style. */
const RULES: readonly Rule[] = [
  ['tshirt', sleeve('long'), '长袖T恤', 'long-sleeved tee', 'long'],
  ['tshirt', ofFit('oversized'), 'T恤', 'oversized tee', 'oversized'],
  ['tshirt', any, 'T恤', 'T-shirt', ''],
  ['polo', any, 'POLO衫', 'polo shirt', 'polo_collar'],
  ['shirt', material('denim'), '牛仔衬衫', 'denim shirt', 'denim shirt_collar'],
  ['shirt', any, '衬衫', 'shirt', 'shirt_collar'],
  ['blouse', material('lace'), '蕾丝衫', 'lace blouse', 'lace'],
  ['blouse', material('chiffon'), '雪纺衫', 'chiffon blouse', 'chiffon'],
  ['blouse', any, '女式衬衫', 'blouse', 'women'],
  ['tunic', any, '长款上衣', 'tunic', 'midi'],
  ['tank_top', occasion('yoga'), '运动背心', 'training tank', 'sleeveless'],
  ['tank_top', any, '背心', 'tank top', 'sleeveless'],
  ['camisole', (line) => line.neckline === 'strapless', '抹胸', 'bandeau top', 'strapless'],
  ['camisole', any, '吊带衫', 'camisole', 'strappy'],
  ['sweater', material('cashmere'), '羊绒衫', 'cashmere sweater', 'cashmere'],
  ['sweater', material('wool'), '羊毛衫', 'wool sweater', 'wool'],
  ['sweater', material('mohair'), '马海毛毛衣', 'mohair sweater', 'mohair'],
  ['sweater', pattern('cable_knit'), '麻花毛衣', 'cable-knit sweater', 'cable_knit knit'],
  ['sweater', any, '毛衣', 'sweater', 'knit'],
  ['cardigan', material('tweed'), '粗花呢开衫', 'tweed cardigan', 'tweed'],
  ['cardigan', any, '针织开衫', 'cardigan', 'knit'],
  ['hoodie', detail('zip'), '拉链连帽卫衣', 'zip-up hoodie', 'hooded jersey_knit'],
  ['hoodie', any, '连帽卫衣', 'hoodie', 'hooded jersey_knit'],
  ['sweatshirt', any, '卫衣', 'sweatshirt', 'jersey_knit'],
  ['jersey', occasion('ball_games'), '球衣', 'jersey', ''],
  ['undershirt', any, '打底背心', 'undershirt', 'sleeveless'],
  ['trousers', ofFit('wide_leg'), '阔腿裤', 'wide-leg trousers', 'wide_leg'],
  ['trousers', ofFit('flare'), '喇叭裤', 'flared trousers', 'flare'],
  ['trousers', material('leather'), '皮裤', 'leather trousers', 'leather'],
  ['trousers', material('technical'), '登山裤', 'hiking trousers', 'technical'],
  ['trousers', ofFit('straight'), '直筒裤', 'straight-leg trousers', 'straight'],
  ['trousers', material('corduroy'), '灯芯绒长裤', 'corduroy trousers', 'corduroy'],
  ['trousers', any, '长裤', 'trousers', ''],
  ['dress_trousers', any, '西裤', 'dress trousers', 'crease'],
  ['chinos', any, '卡其裤', 'chinos', ''],
  ['cargo_pants', any, '工装裤', 'cargo pants', 'cargo'],
  ['joggers', any, '运动裤', 'joggers', 'jersey_knit'],
  ['leggings', occasion('yoga'), '瑜伽裤', 'yoga leggings', 'spandex skinny'],
  ['leggings', any, '打底裤', 'leggings', 'skinny'],
  ['jeans', any, '牛仔裤', 'jeans', 'denim denim_wash'],
  ['capris', any, '七分裤', 'capris', 'three_quarter'],
  ['shorts', material('denim'), '牛仔短裤', 'denim shorts', 'denim short denim_wash'],
  ['shorts', occasion('cycling'), '骑行裤', 'cycling shorts', 'skinny'],
  ['shorts', any, '短裤', 'shorts', 'short knee'],
  ['skirt', cut('mamian'), '马面裙', 'mamian skirt', 'pleated a_line'],
  ['skirt', cut('tulle'), '纱裙', 'tulle skirt', 'tulle a_line'],
  [
    'skirt',
    (line) => line.pattern === 'pleated' || line.details.includes('pleated'),
    '百褶裙',
    'pleated skirt',
    'pleated a_line',
  ],
  ['skirt', material('denim'), '牛仔裙', 'denim skirt', 'denim'],
  ['skirt', material('leather'), '皮裙', 'leather skirt', 'leather'],
  ['skirt', ofFit('bodycon'), '包臀裙', 'pencil skirt', 'bodycon'],
  ['skirt', ofFit('mermaid'), '鱼尾裙', 'mermaid skirt', 'mermaid'],
  ['skirt', pattern('ruffled'), '蛋糕裙', 'tiered skirt', 'ruffled'],
  ['skirt', any, '半身裙', 'skirt', ''],
  ['jacket', cut('tang'), '唐装外套', 'tang jacket', 'mandarin_collar'],
  ['jacket', cut('fleece'), '抓绒衣', 'fleece jacket', 'fleece'],
  ['jacket', cut('tweed'), '小香风外套', 'tweed jacket', 'tweed ladylike'],
  ['jacket', cut('track'), '运动外套', 'track jacket', 'sporty'],
  ['jacket', cut('overshirt'), '衬衫外套', 'overshirt', 'shirt_collar'],
  ['jacket', any, '夹克', 'jacket', ''],
  ['denim_jacket', any, '牛仔外套', 'denim jacket', 'denim denim_wash shirt_collar'],
  ['leather_jacket', material('suede'), '麂皮夹克', 'suede jacket', 'suede lapel'],
  ['leather_jacket', material('faux_leather'), 'PU皮夹克', 'faux-leather jacket', 'faux_leather shirt_collar'],
  ['leather_jacket', any, '真皮皮衣', 'leather jacket', 'leather lapel'],
  ['bomber_jacket', any, '飞行员夹克', 'bomber jacket', 'crew_neck'],
  ['shell_jacket', any, '冲锋衣', 'shell jacket', 'technical hooded'],
  ['sun_protection_jacket', any, '防晒衣', 'sun-protection jacket', 'hooded'],
  ['blazer', cut('blazer_double'), '双排扣西装外套', 'double-breasted blazer', 'lapel'],
  ['blazer', any, '西装外套', 'blazer', 'lapel'],
  ['vest', cut('waistcoat'), '西装马甲', 'waistcoat', 'sleeveless'],
  ['vest', material('down'), '羽绒马甲', 'down vest', 'down sleeveless'],
  ['vest', any, '工装马甲', 'utility vest', 'sleeveless workwear'],
  ['trench_coat', any, '风衣', 'trench coat', 'lapel'],
  ['coat', cut('duffle'), '牛角扣大衣', 'duffle coat', 'hooded'],
  ['coat', cut('coat_double'), '双排扣大衣', 'double-breasted coat', 'lapel'],
  ['coat', material('faux_fur'), '皮草外套', 'faux-fur coat', 'faux_fur'],
  ['coat', any, '大衣', 'coat', 'lapel'],
  ['down_jacket', any, '羽绒服', 'down jacket', 'down'],
  ['padded_jacket', pattern('quilted'), '绗缝棉服', 'quilted jacket', 'quilted padding'],
  ['padded_jacket', any, '棉服', 'padded jacket', 'padding'],
  ['parka', any, '派克大衣', 'parka', 'hooded'],
  ['raincoat', any, '雨衣', 'raincoat', 'rubber hooded'],
  ['dress', pattern('cable_knit'), '麻花针织连衣裙', 'cable-knit dress', 'knit cable_knit'],
  ['dress', cut('tulle'), '网纱连衣裙', 'tulle dress', 'tulle'],
  ['dress', (line) => line.neckline === 'shirt_collar', '衬衫裙', 'shirt dress', 'shirt_collar'],
  ['dress', (line) => line.neckline === 'wrap_neck', '裹身连衣裙', 'wrap dress', 'wrap_neck'],
  ['dress', (line) => line.sleeve === 'strappy' && line.material === 'satin', '吊带裙', 'slip dress', 'strappy'],
  ['dress', (line) => line.sleeve === 'strappy', '吊带连衣裙', 'sundress', 'strappy'],
  ['dress', (line) => line.material === 'knit', '针织连衣裙', 'knit dress', 'knit'],
  ['dress', length('long'), '连衣长裙', 'maxi dress', 'long'],
  ['dress', any, '连衣裙', 'dress', ''],
  ['gown', occasion('wedding'), '礼服', 'gown', ''],
  ['gown', any, '晚礼服', 'evening gown', ''],
];

export function nounOf(line: StyleLine, more: readonly Rule[] = []): Noun {
  for (const [category, applies, zh, en, tells] of [...RULES, ...more]) {
    if (category === line.category && applies(line)) return { zh, en, tells: tells.split(' ') };
  }
  return { zh: line.category, en: line.category.replaceAll('_', ' '), tells: [] };
}

export type { Rule };
