import { readSheet } from './sheet.js';

export const TOPS = readSheet(`
# T-shirts
tshirt | women | solid cotton short crew_neck regular regular | | white, black, light_grey, light_blue | pu | daily school travel | minimalist casual | 99
tshirt | women | stripes cotton short crew_neck regular regular | | white+navy, white+red | pu | daily vacation travel | french casual | 129
tshirt | women | solid modal short v_neck slim regular | | off_white, rose | pu | daily work | minimalist elegant | 119
tshirt | women | letters cotton short crew_neck oversized regular | | white+navy, lavender+white | u | daily concert school | street y2k | 139
tshirt | women | cartoon cotton short crew_neck loose regular | | cream, light_pink | u | daily school | sweet casual | 109
tshirt | women | solid cotton short square_neck slim cropped | | black, white | u | daily date concert | y2k sexy | 99
tshirt | women | stripes cotton long boat_neck regular regular | | white+navy, cream+rust | pa | daily travel date | french | 159
tshirt | women | ribbed modal long mock_neck slim regular | | black, camel | aw | daily work | minimalist | 149
tshirt | men | solid cotton short crew_neck regular regular | | white, black | pu | daily travel | minimalist casual | 99
tshirt | men | solid cotton short v_neck slim regular | | charcoal, white | u | daily | minimalist | 109
tshirt | men | letters cotton short crew_neck oversized regular | | black+off_white, white+black | u | daily concert school | street american | 149
tshirt | men | graphic cotton short crew_neck loose regular | | off_white+navy, navy+cream | u | daily travel vacation | japanese casual | 139
tshirt | men | stripes cotton short crew_neck regular regular | chest_pocket | white+green, navy+white | pu | daily vacation | japanese casual | 129
tshirt | men | solid technical short crew_neck slim regular | | royal_blue, black | u | running gym sports | sporty | 129
tshirt | men | solid cotton long henley regular regular | | off_white, charcoal | pa | daily outdoor | workwear american | 159
tshirt | unisex | tie_dye cotton short crew_neck oversized regular | | white+lavender+turquoise, white+coral+yellow | u | vacation concert beach | boho street | 149
tshirt | unisex | colour_block cotton short crew_neck loose regular | | white+green+cream, light_blue+navy+white | u | daily school | preppy american | 139
tshirt | girls | cartoon cotton short crew_neck regular regular | | light_pink, white | u | school daily | sweet | 69
tshirt | boys | cartoon cotton short crew_neck regular regular | | yellow, mint | u | school daily outdoor | casual | 69
tshirt | boys | stripes cotton short crew_neck regular regular | | white+blue, white+red | u | school daily | casual preppy | 65
# Polo shirts
polo | men | solid cotton short polo_collar regular regular | | navy, white | pu | work daily golf | smart_casual preppy | 199
polo | men | stripes cotton short polo_collar slim regular | | navy+white | u | daily golf vacation | italian smart_casual | 229
polo | men | solid ice_silk short polo_collar regular regular | | light_grey, black | u | work golf | business smart_casual | 259
polo | women | solid cotton short polo_collar slim cropped | | light_pink | u | daily golf school | preppy sporty | 169
polo | women | ribbed knit short polo_collar slim regular | | off_white, mauve | pu | work daily | elegant preppy | 219
polo | kids | colour_block cotton short polo_collar regular regular | | white+navy+red | u | school sports | preppy | 89
# Shirts
shirt | men | solid poplin long shirt_collar slim regular | | white, light_blue, black | * | work interview formal | business minimalist | 259
shirt | men | stripes poplin long shirt_collar regular regular | | white+blue, light_blue+white | pa | work | business british | 279
shirt | men | plaid flannel long shirt_collar loose regular | two_pockets | red+black, dark_green+navy | aw | daily camping outdoor | american workwear | 229
shirt | men | solid linen long mandarin_collar loose regular | | white, khaki | pu | vacation daily | japanese minimalist | 269
shirt | men | tropical viscose short shirt_collar loose regular | | navy+coral, cream+orange | u | beach vacation | vintage american | 199
shirt | men | solid denim long shirt_collar regular regular | two_pockets | blue, light_blue | pa | daily outdoor | workwear american | 259
shirt | men | solid corduroy long shirt_collar loose regular | chest_pocket | brown, olive | aw | daily | vintage japanese | 269
shirt | women | solid poplin long shirt_collar loose regular | chest_pocket | white, light_blue | * | work daily interview | minimalist korean | 219
shirt | women | stripes cotton long shirt_collar oversized midi | | white+light_blue, white+pink | pu | work daily vacation | french minimalist | 239
shirt | women | solid silk long shirt_collar regular regular | | off_white, beige | pa | work banquet | luxury_quiet elegant | 699
shirt | women | plaid cotton long shirt_collar oversized regular | chest_pocket | cream+rust+brown, light_green+white | pa | daily school | japanese casual | 189
shirt | boys | plaid cotton long shirt_collar regular regular | chest_pocket | navy+red, light_blue+white | pa | school daily | preppy british | 109
# Blouses
blouse | women | solid chiffon lantern bow_neck regular regular | | light_pink, cream | pu | work date interview | elegant french | 229
blouse | women | floral cotton puff square_neck slim cropped | | white+red | u | date vacation daily | french sweet | 189
blouse | women | solid satin long v_neck regular regular | | burgundy, navy | pa | work banquet date | elegant luxury_quiet | 289
blouse | women | embroidery linen half v_neck loose regular | | off_white | u | vacation travel daily | boho ethnic | 239
blouse | women | lace lace long mock_neck slim regular | | white, black | pa | date wedding_guest party | ladylike elegant | 279
blouse | women | solid cotton flutter peter_pan regular regular | | white | u | school daily | sweet preppy | 169
blouse | women | polka_dot chiffon three_quarter keyhole regular regular | | navy+white, rust+cream | pu | work daily | vintage french | 209
blouse | women | ruffled cotton bell off_shoulder loose regular | | coral | u | beach vacation date | boho french | 199
blouse | women | solid chiffon long cowl_neck regular regular | | lavender, black | pa | work date | elegant | 239
# Tunics
tunic | women | paisley viscose three_quarter v_neck loose midi | | rust+cream+teal, navy+cream+rose | pa | daily travel | boho ethnic | 219
tunic | women | embroidery cotton_linen half mandarin_collar a_line midi | | beige | u | daily travel | new_chinese artsy | 259
tunic | women | solid cotton_linen long v_neck a_line midi | | olive, cream | pa | daily | artsy japanese | 229
# Tank tops and camisoles
tank_top | women | ribbed cotton sleeveless scoop_neck slim regular | | white, black | u | daily gym | minimalist casual | 69
tank_top | women | solid technical sleeveless scoop_neck slim cropped | | black | u | yoga gym running | sporty | 119
tank_top | men | solid cotton sleeveless crew_neck regular regular | | white, grey | u | gym home sports | casual sporty | 69
tank_top | men | solid mesh sleeveless scoop_neck loose regular | | black | u | gym ball_games running | sporty | 99
camisole | women | solid satin strappy v_neck regular regular | lace_trim | black, off_white | u | date party daily | sexy elegant | 159
camisole | women | floral viscose strappy scoop_neck regular regular | | cream+coral | u | vacation beach date | sweet french | 119
camisole | women | solid knit strappy square_neck slim cropped | | cream, pink | u | daily date concert | y2k sweet_cool | 99
camisole | women | solid spandex - strapless slim cropped | | white | u | party nightclub | sexy y2k | 79
# Knitwear
sweater | women | cable_knit knit long turtleneck regular regular | | cream, camel | aw | daily work | french british | 329
sweater | women | solid cashmere long crew_neck regular regular | | beige | aw | work daily | luxury_quiet minimalist | 899
sweater | women | stripes knit long crew_neck loose regular | | cream+navy, pink+red | aw | daily school | french casual | 259
sweater | women | solid mohair drop_shoulder v_neck oversized regular | | rose | aw | daily date | sweet korean | 299
sweater | women | ribbed knit long mock_neck slim regular | | black, off_white | aw | work daily | minimalist elegant | 219
sweater | women | ethnic_print knit long crew_neck regular regular | | cream+red+dark_green | w | festival festival_cny home | vintage casual | 289
sweater | women | cutout knit half v_neck slim cropped | | lavender, cream | pu | date daily | sweet korean | 199
sweater | men | solid wool long crew_neck regular regular | | charcoal | aw | work daily | minimalist smart_casual | 399
sweater | men | cable_knit knit long crew_neck regular regular | | off_white, dark_green | w | daily travel | british vintage | 369
sweater | men | argyle knit long v_neck regular regular | | navy+grey+cream | aw | school work golf | preppy british | 319
sweater | men | solid cashmere long turtleneck slim regular | | black, taupe | w | work date banquet | luxury_quiet italian | 1099
sweater | men | colour_block knit long half_zip regular regular | contrast_trim | grey+charcoal | aw | daily golf travel | smart_casual sporty | 349
sweater | kids | cartoon knit long crew_neck regular regular | | cream, light_blue | aw | school daily festival | sweet | 129
cardigan | women | solid knit long v_neck regular regular | | cream, light_pink | pa | work daily | french korean | 239
cardigan | women | solid tweed long collarless regular cropped | contrast_trim | cream+black | pa | date work banquet | ladylike | 399
cardigan | women | cable_knit wool long v_neck oversized regular | | beige, rust | aw | daily home | japanese casual | 359
cardigan | women | floral knit long crew_neck slim cropped | | light_green+pink | p | date daily | sweet vintage | 229
cardigan | men | solid wool long v_neck regular regular | | grey, navy | aw | work daily school | british preppy | 379
cardigan | girls | solid knit long crew_neck regular regular | | red | pa | school daily | preppy sweet | 119
# Sweatshirts and hoodies
hoodie | unisex | solid jersey_knit drop_shoulder hooded oversized regular | kangaroo | grey, black | pa | daily school travel | street american | 229
hoodie | men | letters jersey_knit drop_shoulder hooded oversized regular | kangaroo | navy+white | pa | daily concert school | street american | 249
hoodie | women | solid fleece long hooded loose cropped | kangaroo | lavender, light_pink | pa | daily gym school | y2k sporty | 199
hoodie | women | solid jersey_knit long hooded regular regular | zip kangaroo | navy | pa | daily running travel | sporty casual | 239
hoodie | men | camouflage jersey_knit long hooded regular regular | kangaroo | olive, grey | pa | outdoor daily | street military | 259
hoodie | boys | letters jersey_knit long hooded regular regular | kangaroo | yellow+navy | pa | school sports | street sporty | 139
sweatshirt | unisex | solid jersey_knit long crew_neck loose regular | | grey, navy | pa | daily school | minimalist casual | 179
sweatshirt | women | letters jersey_knit long crew_neck oversized regular | | cream+dark_green | pa | daily school | preppy american | 189
sweatshirt | women | embroidery jersey_knit long crew_neck regular cropped | | white, mint | p | daily date | sweet china_chic | 199
sweatshirt | men | graphic jersey_knit raglan crew_neck loose regular | contrast_sleeves | grey+burgundy | pa | daily concert | american vintage | 199
sweatshirt | girls | cartoon jersey_knit long crew_neck regular regular | | pink, lavender | pa | school daily | sweet | 109
# Sport
jersey | men | colour_block mesh short crew_neck loose regular | | red+white, royal_blue+white | u | ball_games sports | sporty | 129
jersey | men | stripes mesh sleeveless v_neck loose regular | | yellow+purple | u | ball_games sports | sporty street | 119
jersey | kids | colour_block mesh short crew_neck loose regular | | royal_blue+yellow, red+navy | u | ball_games sports school | sporty | 89
undershirt | men | solid modal sleeveless scoop_neck slim regular | | white, light_grey | * | home daily | minimalist | 59
`);
