/** What a column of a feed can be about. */
export const FEED_FIELDS = [
  'id',
  'sku',
  'groupId',
  'title',
  'titleZh',
  'titleEn',
  'description',
  'descriptionZh',
  'descriptionEn',
  'price',
  'salePrice',
  'listPrice',
  'currency',
  'category',
  'colours',
  'pattern',
  'material',
  'sleeve',
  'neckline',
  'fit',
  'length',
  'seasons',
  'occasions',
  'styles',
  'audience',
  'ageGroup',
  'size',
  'stock',
  'availability',
  'image',
  'moreImages',
  'link',
  'brand',
  'tags',
] as const;
export type FeedField = (typeof FEED_FIELDS)[number];

/** Column names per field, in the forms `columnKey` gives; the first that a feed has is read, in this order. */
const NAMES: Readonly<Record<FeedField, string>> = {
  id: 'id gid productid itemid goodsid garmentid productcode 商品编号 商品id 商品编码 编号 货品编号 产品编号 产品id 宝贝id 商家编码 spu spuid uuid handle',
  sku: 'sku skuid skucode variantsku sku编码 sku编号 skuid 规格编码 货号 款码',
  groupId:
    'itemgroupid groupid group parentid parentsku styleid stylecode modelid 款号 商品款号 款式编号 款式编码 系列编号 组号 主商品编号',
  title:
    'title name productname producttitle itemname itemtitle goodsname productdisplayname displayname 标题 商品标题 商品名称 商品名 名称 品名 产品名称 产品标题 宝贝标题 宝贝名称',
  titleZh:
    'titlezh titlecn titlezhcn namezh namecn namezhcn chinesetitle chinesename titlechinese 中文标题 中文名称 中文名 标题中文 商品名称中文 名称中文',
  titleEn:
    'titleen titleenus nameen englishtitle englishname titleenglish 英文标题 英文名称 英文名 标题英文 商品名称英文 名称英文',
  description:
    'description desc body bodyhtml longdescription details detail productdescription 描述 商品描述 详情 商品详情 简介 产品描述 宝贝描述 说明 卖点 shortdescription',
  descriptionZh: 'descriptionzh descriptioncn descriptionzhcn desczh 中文描述 中文详情 描述中文 商品描述中文',
  descriptionEn: 'descriptionen descriptionenus descen 英文描述 英文详情 描述英文 商品描述英文',
  price:
    'price currentprice sellingprice unitprice variantprice finalprice retailprice pricecny pricermb 价格 售价 现价 销售价 单价 到手价 零售价 一口价 商品价格 本店价 金额',
  salePrice:
    'saleprice discountprice promoprice promotionprice specialprice offerprice 促销价 活动价 折扣价 优惠价 特价 券后价',
  listPrice:
    'listprice compareatprice variantcompareatprice originalprice regularprice msrp rrp wasprice marketprice tagprice 原价 划线价 吊牌价 市场价 标价 专柜价',
  currency: 'currency pricecurrency currencycode 币种 货币 货币单位 价格单位',
  category:
    'category categories producttype productcategory customproducttype articletype type subcategory categoryname googleproductcategory mastercategory 类目 品类 分类 类别 商品类目 商品分类 产品分类 种类 类型 商品类型 叶子类目',
  colours:
    'color colour colors colours basecolour basecolor colorname colourname 颜色 颜色分类 色彩 主色 主颜色 色系 花色',
  pattern: 'pattern patterns print 图案 花型 花纹 图案花纹 印花',
  material:
    'material materials fabric composition fabriccomposition 材质 面料 材料 主面料 面料材质 成分 材质成分 面料成分 主要材质',
  sleeve: 'sleeve sleeves sleevelength sleevetype 袖长 袖型 袖子',
  neckline: 'neckline neck collar necktype collartype 领型 领口 衣领 领子',
  fit: 'fit fittype cut 版型 廓形 裤型 裙型 腰型',
  length: 'length garmentlength itemlength dresslength 衣长 长度 裙长 裤长 长短',
  seasons: 'season seasons 季节 适用季节 适穿季节 上市季节',
  occasions: 'occasion occasions usage 场合 适用场合 场景 适用场景',
  styles: 'style styles stylename 风格 款式风格 服装风格',
  audience: 'gender sex audience targetgender department 性别 适用人群 适用性别 人群 适用对象 男女',
  ageGroup: 'agegroup age 年龄段 年龄 适用年龄 年龄组',
  size: 'size sizes sizename availablesizes 尺码 尺寸 码数 规格尺码 鞋码 号型 可选尺码',
  stock:
    'stock quantity qty inventory inventoryquantity variantinventoryqty stockquantity quantityavailable available stocklevel onhand 库存 数量 库存数量 库存量 可售库存 可用库存 现货数量 件数',
  availability: 'availability instock stockstatus status availabilitystatus 有货 是否有货 库存状态 状态 上架状态 可售',
  image:
    'imagelink image images imageurl imagesrc picture pictures photo photos imagefile imagename mainimage mainimageurl productimageurl thumbnail filename file 图片 主图 图片链接 图片地址 商品图片 商品主图 主图链接 图片文件 照片 图 主图地址 图片名',
  moreImages:
    'additionalimagelink additionalimages additionalimage moreimages gallery galleryimages otherimages image2 image3 image4 variantimage variantimageurl 附图 细节图 其他图片 更多图片 副图 商品相册',
  link: 'link url producturl productlink permalink producturllink weburl 链接 商品链接 网址 详情链接 商品地址 购买链接 详情页',
  brand: 'brand brandname vendor manufacturer designer 品牌 品牌名称 牌子 厂家 厂商',
  tags: 'tags tag keywords labels 标签 关键词',
};

const FIELD_OF = new Map<string, { field: FeedField; rank: number }>();
for (const field of FEED_FIELDS) {
  for (const [rank, name] of NAMES[field].split(' ').entries()) {
    if (!FIELD_OF.has(name)) FIELD_OF.set(name, { field, rank });
  }
}

/** `G:Image_Link ` -> `imagelink`, `价格（元）` -> `价格`, `Title [EN]` -> `titleen`. */
export function columnKey(header: string): string {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^g:/, '')
    .replace(/\((?:元|人民币|rmb|cny|usd|eur|gbp|jpy|hkd|¥|\$|€|£|件|个)\)|\[(?:元|cny|usd|eur|gbp)\]/g, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A currency that the header names: `Price (USD)`, `price_usd`, `价格(元)`. */
export function headerCurrency(header: string): string | undefined {
  const plain = header.normalize('NFKC').toLowerCase();
  if (/元|人民币|rmb|cny|¥/.test(plain)) return 'CNY';
  return /(?<![a-z])(usd|eur|gbp|jpy|hkd|twd|aud|cad|krw|sgd)(?![a-z])/.exec(plain)?.[1]?.toUpperCase();
}

/** Which columns to read for a field, best first; what no field is known for is left out. */
export function fieldColumns(headers: readonly string[]): Map<FeedField, string[]> {
  const found = new Map<FeedField, { header: string; rank: number }[]>();
  for (const header of headers) {
    const known = fieldOf(header);
    if (known === undefined) continue;
    found.set(known.field, [...(found.get(known.field) ?? []), { header, rank: known.rank }]);
  }
  return new Map(
    [...found].map(([field, columns]) => [field, columns.sort((a, b) => a.rank - b.rank).map(({ header }) => header)]),
  );
}

function fieldOf(header: string): { field: FeedField; rank: number } | undefined {
  const key = columnKey(header);
  const exact = FIELD_OF.get(key) ?? FIELD_OF.get(key.replace(/(?:usd|eur|gbp|cny|rmb|jpy|hkd)$/, ''));
  if (exact !== undefined) return exact;
  // image_1, 图片2, additional_image_link_3
  const numbered = FIELD_OF.get(key.replace(/\d{1,2}$/, ''));
  if (numbered?.field === 'image' || numbered?.field === 'moreImages') return { field: 'moreImages', rank: 100 };
  return undefined;
}
