/** Sentences for shoes, bags and accessories, where those for clothes would not fit. */
type Notes = Readonly<Record<string, readonly (readonly [zh: string, en: string])[]>>;

export const GOODS_MATERIAL_NOTES: Notes = {
  satin: [['缎面光泽细腻，近看很有质感。', 'Satin with a fine, close-up lustre.']],
  polyester: [['面料结实耐磨，好打理。', 'Hard-wearing cloth that is easy to look after.']],
  cotton: [['棉布质地厚实，软硬适中。', 'Sturdy cotton, neither stiff nor limp.']],
  wool: [['羊毛柔软保暖，轻而不扎。', 'Soft wool that warms without a scratch.']],
  nylon: [['尼龙轻便防泼水，耐用好收纳。', 'Light nylon that sheds rain and lasts.']],
  silk: [['桑蚕丝细滑，光泽含蓄。', 'Mulberry silk, smooth with a quiet sheen.']],
  velvet: [['丝绒细密，光线下层次丰富。', 'Close velvet that deepens in the light.']],
  technical: [['功能面料防泼水，耐磨又轻。', 'Technical cloth: water-shedding, tough, light.']],
  denim: [['牛仔布耐磨有型，越用越有味道。', 'Denim that takes wear and looks better for it.']],
  rubber: [['橡胶材质柔韧，防水好清洁。', 'Supple rubber, waterproof and wiped clean in seconds.']],
};

export const GOODS_PATTERN_NOTES: Notes = {
  graphic: [['图案出自原创插画。', 'Printed with an original illustration.']],
  cartoon: [['小动物图案，孩子一眼就喜欢。', 'A small animal that children take to at once.']],
  ribbed: [['罗纹织法，有弹性更服帖。', 'Rib-knitted for stretch and hold.']],
  quilted: [['菱格绗缝，立体又耐看。', 'Diamond quilting with depth.']],
  letters: [['字母图案简单利落。', 'Plain, confident lettering.']],
};

export const GOODS_WEAR_NOTES: Notes = {
  daily: [
    ['日常出门随手就能搭。', 'Goes with most days.'],
    ['简单百搭，出门不费心。', 'Easy to match, easy to reach for.'],
  ],
  work: [['通勤开会都得体。', 'Right for the commute and the meeting.']],
  date: [['约会那天的小心思。', 'A small thought for a date.']],
  school: [['上学天天用得上。', 'Something for every school day.']],
  travel: [['旅行带上它，轻松不少。', 'Makes a journey lighter.']],
  vacation: [['度假行李里少不了。', 'Earns its place in the holiday case.']],
  beach: [['海边度假正合适。', 'Just right by the sea.']],
  party: [['派对上的点睛一笔。', 'The finishing touch for a party.']],
  banquet: [['晚宴、年会都压得住场。', 'Holds its own at a gala.']],
  wedding: [['婚礼上很合宜。', 'Fitting for a wedding.']],
  wedding_guest: [['参加婚礼，得体大方。', 'Graceful at a wedding.']],
  home: [['在家用着舒服。', 'Comfortable around the house.']],
  graduation: [['毕业照里会很好看。', 'One for the graduation photos.']],
  outdoor: [['户外出行很顺手。', 'Handy outdoors.']],
  hiking: [['徒步爬山的可靠搭档。', 'A steady companion on the trail.']],
  skiing: [['雪场上也够暖。', 'Warm enough for the slopes.']],
  ball_games: [['上场打球，稳当轻快。', 'Sure-footed and quick on court.']],
  festival_cny: [['过年送人自戴都喜气。', 'A festive piece for New Year, to give or to keep.']],
  ethnic: [['传统节庆场合端庄应景。', 'Dignified on traditional occasions.']],
  interview: [['面试时显得稳重。', 'Lends a steady air at interviews.']],
};
