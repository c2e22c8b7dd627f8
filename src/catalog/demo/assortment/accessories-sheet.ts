import { readSheet } from './sheet.js';

export const ACCESSORIES = readSheet(`
# Bags
tote | women | solid canvas - - - - | leather_trim | cream, navy | * | daily work school | casual minimalist | 159
tote | unisex | letters canvas - - - - | | cream+navy | * | school daily | artsy casual | 89
tote | unisex | graphic canvas - - - - | | cream+coral, cream+green | * | daily travel | artsy | 99
tote | women | solid leather - - - - | slouchy | black | * | work travel | luxury_quiet minimalist | 599
tote | women | solid straw - - - - | leather_trim | beige, tan | u | beach vacation | boho french | 199
tote | women | stripes canvas - - - - | leather_trim | white+navy | u | beach travel | french | 169
handbag | women | solid leather - - - - | | black, camel, burgundy, cream | * | work date banquet | elegant luxury_quiet | 699
handbag:bowling | women | solid leather - - - - | charm | brown | * | work daily | vintage british | 629
handbag | women | quilted faux_leather - - - - | silver_metal | pink, white | * | date party | ladylike sweet | 299
handbag | women | snake faux_leather - - - - | | grey+charcoal | * | party date | sexy vintage | 329
crossbody | women | solid leather - - - - | | tan, black | * | daily date travel | french minimalist | 399
crossbody | women | quilted leather - - - - | chain | black | * | date party banquet | ladylike elegant | 499
crossbody:saddle | women | solid suede - - - - | | camel, burgundy | aw | daily date | western vintage | 359
crossbody | men | solid nylon - - - - | silver_metal | olive | * | travel daily | techwear street | 229
crossbody:saddle | women | solid denim - - - - | | blue, light_blue | pu | daily school | y2k | 189
backpack | unisex | solid nylon - - - - | silver_metal | black, navy | * | school travel work | casual minimalist | 259
backpack | unisex | solid canvas - - - - | leather_trim flap | khaki | * | school travel camping | vintage british | 299
backpack | women | solid leather - - - - | flap | black, brown | * | work travel | minimalist | 559
backpack | kids | cartoon polyester - - - - | | pink+lavender | * | school | sweet | 149
backpack | unisex | solid technical - - - - | silver_metal | orange+charcoal, teal+black | * | hiking camping outdoor | gorpcore | 399
clutch | women | solid satin - - - - | | black, beige | * | banquet wedding_guest party | elegant | 259
clutch | women | sequin polyester - - - - | tassel | gold | * | party nightclub | sexy y2k | 199
clutch | women | solid leather - - - - | | burgundy, nude | * | banquet work | minimalist elegant | 329
wallet:long | women | solid leather - - - - | | pink, black | * | daily work | elegant | 229
wallet | men | solid leather - - - - | | black | * | daily work | business minimalist | 259
suitcase | unisex | solid plastic - - - - | | light_blue, cream | * | travel | minimalist | 459
duffel_bag | men | solid canvas - - - - | leather_trim | olive, navy | * | travel gym camping | vintage | 399
duffel_bag | women | solid nylon - - - - | silver_metal | pink | * | gym yoga travel | sporty | 229
laptop_bag | men | solid leather - - - - | silver_metal | black, dark_brown | * | work | business | 699
laptop_bag | unisex | solid canvas - - - - | | grey | * | work school | minimalist | 259
belt_bag | unisex | solid nylon - - - - | silver_metal | black, lime | * | running concert travel | street sporty | 129
pouch | women | floral cotton - - - - | | white+pink, light_blue+white | * | travel daily | sweet | 69
pouch | unisex | solid leather - - - - | | tan | * | travel work | minimalist | 199
# Hats
cap | unisex | solid cotton - - - - | | black, navy | * | daily sports travel | casual american | 89
cap | unisex | letters cotton - - - - | | navy+white | * | daily concert | street preppy | 99
cap | women | embroidery cotton - - - - | | light_pink, white | pu | daily vacation | sweet | 109
cap | kids | colour_block cotton - - - - | | red+navy | u | school sports | casual | 59
hat | women | solid straw - - - - | ribbon | beige+black, tan+white | u | beach vacation | french boho | 139
hat:bucket | unisex | solid cotton - - - - | | khaki | u | travel outdoor daily | japanese street | 99
hat:bucket | women | floral cotton - - - - | | cream+rose, light_blue+white | u | vacation beach | sweet pastoral | 109
hat:fedora | women | solid wool - - - - | | black+charcoal | aw | date travel | british vintage | 199
hat:beret | women | solid wool - - - - | | red, black | aw | date daily photo_shoot | french | 129
beanie | unisex | ribbed knit - - - - | patch | charcoal, mustard | w | daily outdoor skiing | street casual | 99
beanie | women | cable_knit knit - - - - | pompom | cream | w | daily skiing | sweet | 119
beanie | kids | solid knit - - - - | bear_ears | tan, light_grey | w | school outdoor | sweet | 79
# Scarves, gloves
scarf | women | solid cashmere - - - - | fringe | camel, light_grey | w | work daily | luxury_quiet minimalist | 499
scarf | unisex | plaid wool - - - - | fringe | red+black+cream | w | daily school travel | british preppy | 229
scarf:square | women | floral silk - - - - | | cream+navy, light_pink+burgundy | pa | work banquet | french elegant | 299
scarf:square | women | paisley silk - - - - | | rust+cream+teal | pa | work travel | vintage elegant | 299
shawl | women | solid cashmere - - - - | fringe | beige, mauve | aw | banquet travel | elegant luxury_quiet | 599
shawl | women | ethnic_print wool - - - - | fringe | rust+cream+teal | aw | travel vacation | boho ethnic | 259
gloves | women | solid leather - - - - | bow | black, burgundy | w | work date | elegant british | 229
gloves | men | solid leather - - - - | stitched | dark_brown | w | work cycling | business british | 259
gloves | unisex | solid knit - - - - | | grey, navy | w | daily outdoor | casual | 69
gloves:mitten | kids | solid wool - - - - | fur_trim | pink | w | school skiing | sweet | 59
# Belts, ties
belt | men | solid leather - - - - | | black, brown | * | work formal | business | 199
belt | men | solid canvas - - - - | silver_metal | navy | * | daily | casual american | 99
belt | women | solid leather - - - - | thin round_buckle | tan, black | * | daily work | french | 129
belt | women | solid suede - - - - | wide round_buckle | camel | * | daily vacation | western boho | 169
suspenders | men | solid polyester - - - - | | navy+burgundy, black | * | wedding work | british vintage | 129
tie | men | solid silk - - - - | | navy, burgundy | * | work formal interview | business | 169
tie | men | stripes silk - - - - | | navy+silver | * | work formal | british business | 189
tie | men | polka_dot silk - - - - | | royal_blue+white, black+white | * | work wedding_guest | italian | 179
tie | men | paisley silk - - - - | | burgundy+gold+navy | * | wedding_guest banquet | vintage italian | 199
bow_tie | men | solid velvet - - - - | | black, burgundy | * | wedding banquet performance | elegant british | 119
bow_tie | boys | polka_dot cotton - - - - | | navy+white | * | party performance wedding_guest | preppy | 59
# Eyewear, watches, umbrellas, hair
sunglasses | women | solid plastic - - - - | | black+charcoal, brown+rust | u | beach vacation travel | minimalist elegant | 229
sunglasses:cat | women | solid plastic - - - - | | burgundy+charcoal | u | vacation date | vintage french | 249
sunglasses:aviator | men | solid stainless_steel - - - - | | gold+dark_green, silver+charcoal | u | travel outdoor | american military | 299
sunglasses:round | unisex | solid plastic - - - - | | transparent+navy | u | concert vacation | vintage street | 199
glasses:round | unisex | solid stainless_steel - - - - | | gold, silver | * | work school | artsy korean | 199
glasses | unisex | solid plastic - - - - | | black | * | work school | preppy | 179
watch | men | solid stainless_steel - - - - | dark_dial | silver | * | work formal | business | 1299
watch | men | solid leather - - - - | | brown | * | work daily | british minimalist | 799
watch:square | women | solid leather - - - - | gold_metal | burgundy, black | * | work date | vintage elegant | 699
watch:sport | unisex | solid rubber - - - - | dark_dial | orange | * | sports running outdoor | sporty | 359
watch | women | solid stainless_steel - - - - | gold_metal | gold | * | work banquet | luxury_quiet | 999
umbrella | unisex | solid nylon - - - - | border | navy+white, yellow+white | * | rainy_day travel work | minimalist | 99
umbrella | women | floral nylon - - - - | | light_pink+rose | * | rainy_day | sweet french | 119
umbrella | kids | solid plastic - - - - | border | transparent+pink | * | rainy_day school | sweet | 69
hair_accessory | women | solid satin - - - - | long_tails | black, red | * | date daily | balletcore sweet | 39
hair_accessory:scrunchie | women | solid velvet - - - - | | burgundy | * | daily home | casual | 25
hair_accessory:claw | women | solid plastic - - - - | | brown, white | * | daily work | korean french | 35
hair_accessory:headband | women | beaded satin - - - - | pearls | black | * | party wedding_guest date | ladylike | 79
hair_accessory:headband | women | plaid cotton - - - - | knot | red+navy, cream+camel | * | school daily | preppy | 45
# Jewellery
necklace | women | solid pearl - - - - | | white+gold | * | banquet work wedding_guest | elegant ladylike | 399
necklace:graduated | women | solid pearl - - - - | | white+silver | * | wedding banquet date | french elegant | 459
necklace:disc | women | solid gold_metal - - - - | layered | gold | * | daily date | french minimalist | 259
necklace:heart | unisex | solid stainless_steel - - - - | chunky | silver | * | concert daily | punk street | 129
pendant | women | solid sterling_silver - - - - | | silver+royal_blue | * | date daily | sweet elegant | 229
pendant:jade | women | solid jade - - - - | | green+gold | * | festival_cny ethnic daily | new_chinese | 899
earrings:hoop | women | solid gold_metal - - - - | | gold, rose_gold | * | daily party | minimalist american | 159
earrings:pearl | women | solid pearl - - - - | | white+gold | * | work banquet wedding_guest | elegant french | 199
earrings | women | beaded gemstone - - - - | | gold+dark_green, silver+royal_blue | * | banquet party | elegant | 229
earrings:tassel | women | fringe polyester - - - - | | gold+coral | u | vacation party | boho | 79
ring | women | beaded gemstone - - - - | | silver+transparent, gold+red | * | wedding date | elegant | 299
ring:signet | men | solid sterling_silver - - - - | chunky | silver | * | daily concert | street vintage | 259
ring:pearl | women | solid pearl - - - - | | white+gold | * | date banquet | french | 169
bracelet:heart | women | solid gold_metal - - - - | | gold, rose_gold | * | date daily | sweet | 219
bracelet:beads | unisex | beaded gemstone - - - - | | gold+dark_green | * | daily travel | ethnic new_chinese | 159
bracelet | women | solid pearl - - - - | | white+gold | * | wedding_guest work | elegant | 249
bangle | women | solid jade - - - - | | green, mint | * | festival_cny ethnic daily | new_chinese | 1299
bangle | women | solid gold_metal - - - - | chunky | gold | * | party daily | minimalist | 259
brooch | women | beaded pearl - - - - | | gold+pink, silver+light_blue | aw | work banquet | ladylike vintage | 129
brooch:bow | women | solid gold_metal - - - - | | gold | aw | work banquet | ladylike | 119
`);
