/** Chinese words without content of their own in a shop, for keywords and the lexical index. */
export const CHINESE_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    '的 了 着 过 地 得 是 在 有 和 与 及 或 或者 并 而 且 也 都 就 还 又 再 很 太 更 最 挺 蛮 好 非常 特别 超 超级 比较 稍微 有点 有些 一些 些 点 一点 一点儿 点儿 ' +
    '我 你 您 他 她 它 我们 你们 他们 她们 咱 咱们 自己 人家 大家 这 那 这个 那个 这些 那些 这种 那种 这样 那样 这么 那么 这边 那边 哪 哪个 哪些 哪里 哪儿 哪种 什么 啥 怎么 怎样 怎么样 如何 为什么 为啥 几 多少 ' +
    '个 件 条 双 款 只 套 顶 身 把 枚 对 种 一个 一件 一条 一双 一款 一只 一套 一顶 一身 一种 一把 一枚 一对 两件 几件 几款 几个 几条 一下 一下子 ' +
    '想 想要 要 想买 需要 求 找 找找 找个 找一找 帮 帮我 帮忙 给 给我 替 请 请问 麻烦 看 看看 看一下 看下 看到 瞧瞧 推荐 介绍 买 购买 入手 入 来 来个 来件 来条 去 穿 穿着 穿搭 搭 能 能不能 可以 可 会 应该 该 有没有 有无 没有 没 不 别 不要 没什么 不是 是不是 好不好 可不可以 ' +
    '吗 呢 吧 啊 呀 哦 噢 哈 嘛 啦 哟 诶 欸 嗯 额 呃 喂 亲 亲亲 哎 唉 哇 哒 滴 咯 呗 哈哈 哈哈哈 嘻嘻 谢谢 感谢 多谢 ' +
    '用 被 让 使 从 到 向 往 为 为了 因为 所以 但 但是 可是 不过 如果 的话 要是 虽然 然后 而且 以及 关于 对于 比 跟 同 像 似的 一样 一般 左右 大概 大约 差不多 以内 以下 以上 之内 之间 以外 之外 左 右 上 下 里 中 内 外 时 时候 时间 的时候 ' +
    '东西 衣服 服装 服饰 衣物 商品 产品 货 款式 样式 样子 颜色 价格 价位 价钱 预算 尺码 尺寸 码 号 质量 风格 类型 类 型 版 款的 式 系 色 风 新款 适合 合适 喜欢 爱 觉得 感觉 希望 打算 准备 知道 日常款 那件 这件 那条 这条 那双 这双 第一 第二 第三 块 元 块钱 钱 人民币 给个 今天 明天 现在 最近 马上 ' +
    '一号 两号 一码 大一号 小一号 大一码 小一码 两步 三步 别动 三套 两套 太热 太冷 怎么办 链接 购物车 加入 ' +
    '老给 总给 老推 弄错 搞错 选错 拍错 买错 看错 错 错了 不对 抱歉 不好意思 错码 选错码 哎呀 算了 礼物 生日礼物 送礼 生日 随便看看 看看吧 逛逛 怎么弄 朋友 ' +
    '平时 平常 通常 每次 经常 一直 年 月 周 下周 下个月 这周 上周 周末 去年 今年 明年 后天 昨天 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 月底 月初 ' +
    '参加 出席 类似 相似 相近 同款 区别 差别 材质 面料 比较 伴娘 忽略 指令 ' +
    '换个 换件 换条 换双 换一个 换一件 换一双 换一条 换 加个 加件 加一件 加条 回到 整套 全套 退一步 再退 撤销 鞋换 包换 双鞋 天冷 天热 ' +
    '多少钱 讨厌 除了 除去 以外 换成 改成 行 成 好的 好看 漂亮 不错 好看的 漂亮的 百元 有 没 上面 下面 搭配 配 一起 之类 等 等等 其他 其它 别的 另外 任何 所有 全部 随便 无所谓 都行 都可以 只 只要 仅 仅仅 必须 一定 真 真的 确实'
  )
    .split(' ')
    .filter(Boolean),
);

/** English words that every request in a shop has, beside the stop words of the language. */
export const ENGLISH_SHOP_WORDS: ReadonlySet<string> = new Set(
  (
    'want wanna looking look need find show see search seek buy purchase buying shop shopping like love prefer recommend suggest something smth sth anything thing things stuff item items product products clothes clothing apparel garment garments wear wearing worn ' +
    'good nice great pretty beautiful lovely perfect cool best better decent colour color colours colors size sizes price prices priced budget cost costs style styles kind kinds type types sort material materials fabric brand brands ' +
    'pair pairs piece pieces one ones bit little lot really quite rather please kindly help give tell try trying go going goes come comes make makes made take new think thinking maybe perhaps also too instead around about approximately roughly less more max maximum min minimum under over below above within between least most ' +
    'two three stop showing without steps step hot cold link cart send ' +
    'january february march april june july august september october november december month months week weeks year years season height usually normally always often ' +
    'present gift birthday browsing browse know idea mind friday monday tuesday wednesday thursday saturday sunday weekend ' +
    'oops whoops wait sorry wrong mistake mistakenly hmm hm nah picky actually please somewhat honestly guess um uh er oh well though either similar ' +
    'swap swapped different change changed add drop whole entire outfit outfits fine works meant mean pay spend keep everything replace put together back undo start again still else other others another ' +
    'pls plz thx ty ok okay yes yeah yep no nope hey hi hiya heya howdy hullo hello thanks thank u ur r im id ill ive lets available stock option options pick choose today tomorrow now soon suitable suit suits match matching fits fit cheers dollars dollar bucks quid pounds pound euros euro yuan rmb usd gbp eur cny'
  ).split(' '),
);
