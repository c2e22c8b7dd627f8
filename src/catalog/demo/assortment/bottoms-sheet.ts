import { readSheet } from './sheet.js';

export const BOTTOMS = readSheet(`
# Trousers
trousers | women | solid polyester - - wide_leg regular | crease pleats high_waist | black, beige, navy, grey | pa | work interview daily | business minimalist | 229
trousers | women | solid lyocell - - wide_leg long | elastic drawstring | black | u | daily vacation travel | casual japanese | 169
trousers | women | solid cotton_linen - - wide_leg ankle | elastic | off_white, khaki | u | vacation daily beach | french minimalist | 189
trousers | women | solid corduroy - - straight regular | high_waist | burgundy | aw | daily school | vintage french | 239
trousers | women | solid wool - - barrel_leg ankle | pleats | charcoal, camel | aw | work daily | minimalist artsy | 359
trousers | women | solid leather - - straight regular | high_waist | black | aw | date concert party | punk sexy | 599
trousers | women | solid satin - - flare long | high_waist | black, gold | pa | party date banquet | elegant sexy | 259
trousers | women | plaid wool - - straight ankle | crease | camel+brown | aw | work school | british preppy | 329
trousers | men | solid polyester - - straight regular | elastic drawstring | black, charcoal | * | daily work travel | korean casual | 199
trousers | men | solid linen - - loose regular | drawstring elastic | beige | u | vacation beach daily | italian japanese | 239
trousers | men | solid corduroy - - wide_leg regular | pleats | camel, olive | aw | daily school | vintage japanese | 259
trousers | men | solid technical - - tapered regular | zip_pockets | olive | pa | hiking outdoor travel | gorpcore techwear | 299
trousers | boys | solid cotton - - regular regular | elastic | navy, khaki | pa | school daily | casual | 89
dress_trousers | men | solid wool - - slim regular | crease | black, navy | * | work interview formal | business | 399
dress_trousers | men | plaid wool - - straight regular | crease | grey+charcoal | aw | work formal | british business | 429
dress_trousers | women | solid polyester - - slim ankle | crease | black, khaki | * | work interview | business smart_casual | 239
dress_trousers | women | stripes wool - - straight regular | crease high_waist | navy+white | pa | work | business british | 329
chinos | men | solid cotton - - slim regular | | khaki, navy | pa | work daily golf | smart_casual american | 229
chinos | men | solid cotton - - straight regular | turn_up | camel | pa | daily | american vintage | 239
chinos | women | solid cotton - - tapered ankle | turn_up | khaki, white | pu | daily work | smart_casual | 199
cargo_pants | men | solid cotton - - loose regular | cargo | olive, khaki | pa | outdoor daily camping | workwear street | 259
cargo_pants | men | camouflage cotton - - tapered regular | cargo | olive | pa | outdoor camping | military street | 269
cargo_pants | women | solid nylon - - wide_leg long | cargo elastic drawstring | light_grey, black | pu | daily concert dance | y2k street | 229
cargo_pants | boys | solid cotton - - regular regular | cargo elastic | dark_green | pa | school outdoor | workwear | 109
joggers | men | solid jersey_knit - - tapered regular | drawstring | grey, black | pa | running gym daily home | sporty casual | 169
joggers | men | solid jersey_knit - - regular regular | drawstring side_stripe | black+white | pa | sports gym daily | sporty street | 189
joggers | women | solid jersey_knit - - tapered regular | drawstring | light_grey, pink | pa | daily gym home | sporty casual | 159
joggers | women | solid polyester - - wide_leg long | drawstring side_stripe elastic | burgundy+cream | pa | daily school travel | sporty preppy | 179
joggers | kids | solid jersey_knit - - regular regular | drawstring side_stripe | navy+white, grey+yellow | pa | school sports | sporty | 79
leggings | women | solid spandex - - skinny regular | | black, mauve | * | yoga gym running | sporty | 159
leggings | women | ribbed spandex - - high_waist ankle | | charcoal | * | yoga gym dance | sporty minimalist | 179
leggings | women | gradient spandex - - skinny regular | | purple+pink, navy+turquoise | * | yoga running | sporty dopamine | 189
leggings | women | cable_knit knit - - skinny regular | | charcoal, cream | w | daily home | minimalist | 99
leggings | girls | polka_dot cotton - - skinny regular | | navy+white, pink+white | pa | school daily dance | sweet | 59
# Jeans
jeans | women | denim_wash denim - - straight ankle | high_waist | blue, light_blue, black | pa | daily school | american casual | 239
jeans | women | solid denim - - wide_leg long | high_waist | blue, navy | pa | daily concert | korean vintage | 259
jeans | women | solid denim - - skinny regular | | navy, black | pa | daily date | casual sexy | 199
jeans | women | denim_wash denim - - flare long | high_waist | light_blue, blue | pa | daily concert | vintage y2k | 269
jeans | women | ripped denim - - loose regular | turn_up | light_blue, blue | pu | daily concert | street american | 249
jeans | women | denim_wash denim - - barrel_leg ankle | | blue, grey | pa | daily | artsy korean | 279
jeans | men | denim_wash denim - - straight regular | | blue, light_blue | pa | daily travel | american casual | 259
jeans | men | solid denim - - slim regular | | navy, black | * | daily work | smart_casual | 249
jeans | men | solid denim - - straight regular | turn_up | navy, blue | aw | daily | japanese workwear | 399
jeans | men | ripped denim - - slim regular | | light_blue, black | pu | concert daily | street punk | 279
jeans | men | denim_wash denim - - wide_leg regular | | light_blue, grey | pa | daily school | street japanese | 279
jeans | kids | denim_wash denim - - regular regular | elastic | blue, light_blue | pa | school daily | casual | 99
# Capris and shorts
capris | women | solid cotton - - slim three_quarter | | white, navy | u | daily vacation | casual french | 149
capris | women | plaid cotton - - slim three_quarter | | black+white | u | daily vacation | vintage french | 159
capris | men | solid cotton - - regular three_quarter | cargo | khaki, charcoal | u | outdoor daily | workwear | 159
shorts | women | solid denim - - high_waist short | turn_up | light_blue, blue | u | daily beach concert | american casual | 149
shorts | women | solid linen - - loose short | elastic drawstring | white | u | beach vacation | french casual | 129
shorts | women | solid polyester - - a_line short | crease pleats | black, cream | u | work date | korean elegant | 169
shorts | women | solid spandex - - skinny knee | elastic | burgundy | * | cycling yoga gym | sporty | 99
shorts | men | solid cotton - - regular knee | | khaki, navy | u | daily vacation travel | smart_casual | 159
shorts | men | solid technical - - loose knee | drawstring elastic side_stripe | black+white | u | running gym ball_games | sporty | 119
shorts | men | solid linen - - loose knee | drawstring elastic | off_white, navy | u | beach vacation | italian | 149
shorts | men | denim_wash denim - - loose knee | | black | u | daily concert | street american | 179
shorts | men | camouflage cotton - - loose knee | cargo | olive, khaki | u | outdoor camping | military street | 169
shorts | kids | solid cotton - - regular knee | elastic drawstring | navy | u | school sports daily | casual | 59
# Skirts
skirt | women | pleated polyester - - a_line midi | elastic | navy, beige, dark_green | pa | work school daily | korean preppy | 199
skirt | women | plaid wool - - a_line short | pleated | red+navy | aw | school daily | preppy british | 189
skirt | women | solid satin - - a_line midi | | beige, black, rust | pa | work date banquet | elegant luxury_quiet | 219
skirt | women | solid polyester - - bodycon knee | slit | charcoal | * | work interview | business elegant | 169
skirt | women | floral chiffon - - a_line midi | elastic | cream+rose, navy+white+pink, light_blue+white | u | vacation beach date | french pastoral | 189
skirt | women | solid denim - - a_line short | button_front patch_pockets | blue | pu | daily concert | american vintage | 179
skirt | women | solid denim - - straight long | slit | blue, navy | pa | daily | korean vintage | 229
skirt:tulle | women | solid tulle - - a_line midi | | black | pu | date party photo_shoot | balletcore sweet | 229
skirt | women | solid leather - - a_line short | | black, brown | aw | party date concert | punk sexy | 459
skirt | women | ruffled cotton - - a_line long | elastic | white | u | beach vacation travel | boho | 209
skirt | women | solid knit - - straight midi | | grey, camel | w | work daily | minimalist | 219
skirt | women | sequin polyester - - bodycon short | | gold | * | party nightclub concert | y2k sexy | 239
skirt:mamian | women | jacquard silk - - a_line long | | navy+gold, burgundy+gold, dark_green+gold | pa | festival_cny banquet ethnic | new_chinese | 459
skirt | women | leopard satin - - slim midi | | tan+dark_brown | pa | party date | vintage sexy | 229
skirt | women | solid cotton - - mermaid midi | | black, khaki | pu | work date | elegant korean | 199
skirt | girls | pleated polyester - - a_line short | elastic | pink | * | school dance | preppy sweet | 89
skirt:tulle | girls | sequin tulle - - a_line short | | pink, lavender | * | party performance dance | sweet | 109
`);
