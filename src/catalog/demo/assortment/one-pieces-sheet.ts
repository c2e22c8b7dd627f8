import { readSheet } from './sheet.js';

export const ONE_PIECES = readSheet(`
# Qipao and hanfu
qipao | women | floral silk cap mandarin_collar slim midi | | cream+rose+red, mint+pink+dark_green, navy+rose+cream | pu | banquet date ethnic | new_chinese elegant | 599
qipao | women | jacquard satin short mandarin_collar slim long | embroidered | red+gold | * | wedding banquet festival_cny | new_chinese elegant | 899
qipao | women | solid velvet three_quarter mandarin_collar slim long | | navy+silver, burgundy+gold, black+gold | aw | banquet performance ethnic | new_chinese vintage | 699
qipao | women | solid cotton_linen half mandarin_collar a_line knee | | beige+brown | pu | daily work | new_chinese artsy | 329
qipao | women | chinese_motif silk sleeveless mandarin_collar slim midi | | white+blue+light_blue, light_pink+rose+brown | u | photo_shoot date banquet | new_chinese elegant | 659
qipao | girls | floral cotton short mandarin_collar a_line short | | pink+red+white | * | festival_cny party performance | new_chinese sweet | 189
hanfu | women | embroidery chiffon long wrap_neck loose floor | printed_skirt | light_pink+rose+white, light_blue+navy+cream | pu | photo_shoot ethnic festival | new_chinese | 459
hanfu | women | jacquard silk long wrap_neck loose floor | | red+gold+burgundy | * | wedding performance ethnic | new_chinese | 899
hanfu | girls | embroidery chiffon long wrap_neck loose long | printed_skirt | peach+coral+white, lavender+purple+white | pu | performance photo_shoot festival_cny | new_chinese sweet | 239
# Jumpsuits, rompers, overalls
jumpsuit | women | solid polyester sleeveless v_neck wide_leg regular | belt | black, royal_blue | pu | work party banquet | elegant minimalist | 379
jumpsuit | women | solid satin strappy v_neck wide_leg regular | | dark_green | u | party date wedding_guest | elegant sexy | 359
jumpsuit | women | solid cotton long shirt_collar tapered regular | chest_flaps belt buckle zip | olive, khaki | pa | daily travel outdoor | workwear androgynous | 399
jumpsuit | women | polka_dot viscose short v_neck wide_leg ankle | belt buttons | red+white | u | vacation date | vintage french | 299
romper | women | floral cotton strappy square_neck a_line short | | cream+coral, light_blue+white | u | vacation beach | french sweet | 199
romper | women | solid linen short v_neck loose short | belt buttons | white | u | vacation daily | casual french | 229
romper | baby | cartoon cotton short crew_neck regular short | | mint, cream | u | home daily | sweet | 79
overalls | women | solid denim - - straight regular | | blue, light_blue | pa | daily school | american casual | 269
overalls | women | solid corduroy - - wide_leg regular | | brown | aw | daily school | vintage japanese | 289
overalls | men | solid denim - - loose regular | | navy, blue | pa | daily outdoor | workwear american | 329
overalls | kids | solid denim - - regular regular | | light_blue | pa | school daily | casual | 119
# Suits and tracksuits
suit | men | solid wool long lapel slim regular | | navy, charcoal | * | work formal interview wedding | business | 1299
suit | men | plaid wool long lapel regular regular | | grey+charcoal | aw | work formal | british business | 1499
suit | men | solid linen long lapel regular regular | | beige, light_blue | pu | wedding_guest vacation | italian smart_casual | 1099
suit | women | solid polyester long lapel loose regular | | cream | * | work interview | business androgynous | 699
suit | women | stripes wool long lapel regular regular | double | charcoal+light_grey, navy+white | pa | work formal | business british | 899
tracksuit | men | solid polyester long mandarin_collar regular regular | zip_pockets | navy+white, black+red | pa | sports running school | sporty | 329
tracksuit | women | solid jersey_knit long hooded loose regular | kangaroo | pink | pa | daily gym travel | sporty casual | 299
tracksuit | women | solid velvet long hooded regular regular | | burgundy, rose | aw | daily home | y2k sporty | 349
tracksuit | kids | solid polyester long mandarin_collar regular regular | | red+white | pa | school sports | sporty | 169
# Underwear, sleepwear, socks
sports_bra | women | solid spandex sleeveless scoop_neck slim cropped | | black, lavender | * | yoga gym running | sporty | 119
sports_bra | women | colour_block spandex sleeveless scoop_neck slim cropped | zip | navy+turquoise | * | running gym | sporty | 149
bra | women | lace lace - - slim - | | nude, black | * | daily date | elegant | 129
bra | women | solid modal - - slim - | | off_white | * | daily home | minimalist | 99
boxers | men | solid modal - - regular short | elastic | navy, charcoal | * | home daily | minimalist | 59
boxers | men | stripes cotton - - regular short | elastic | white+blue | * | home | casual | 49
thermal_underwear | women | solid modal long crew_neck slim regular | | nude, black | w | home daily | minimalist | 159
thermal_underwear | men | solid modal long crew_neck slim regular | | charcoal | w | home daily skiing | minimalist | 169
bodysuit | women | solid modal sleeveless square_neck slim regular | | black, nude | * | daily date | minimalist sexy | 119
bodysuit | women | ribbed knit sleeveless scoop_neck slim regular | | brown | pa | daily dance | minimalist | 129
pyjamas | women | solid silk long shirt_collar loose regular | | light_pink, navy | * | home | luxury_quiet elegant | 599
pyjamas | women | plaid flannel long shirt_collar loose regular | | red+dark_green+white | w | home festival | casual vintage | 199
pyjamas | women | floral cotton short shirt_collar loose regular | shorts | white+pink, light_blue+white | u | home | sweet | 139
pyjamas | men | stripes cotton long shirt_collar loose regular | | light_blue+white | * | home | casual | 189
pyjamas | kids | cartoon cotton long crew_neck loose regular | | light_blue, yellow | * | home | sweet | 99
loungewear | women | solid fleece long hooded loose regular | | cream, light_pink | w | home | casual | 229
loungewear | women | ribbed modal long crew_neck loose regular | | mauve | pa | home travel | minimalist | 219
loungewear | men | solid jersey_knit long crew_neck loose regular | | grey, navy | aw | home | casual | 199
nightdress | women | solid satin strappy v_neck slim knee | lace_hem | beige, burgundy | u | home date | sexy elegant | 179
nightdress | women | floral cotton short square_neck loose midi | | white+lavender | u | home | pastoral sweet | 139
nightdress | women | solid modal long crew_neck loose knee | | light_grey, light_pink | pa | home | casual | 129
bathrobe | unisex | solid cotton long lapel loose regular | shawl belt patch_pockets | white, navy | * | home | minimalist | 199
bathrobe | women | solid satin long v_neck loose regular | belt | light_pink | u | home wedding | elegant sexy | 229
socks | men | solid cotton - - - - | | black, grey | * | daily work | minimalist | 25
socks | men | argyle cotton - - - - | | navy+burgundy+cream | aw | work school | british preppy | 35
socks:ankle | women | stripes cotton - - - - | contrast_trim | white+navy, cream+pink | pu | sports daily | sporty casual | 25
socks:knee | women | cable_knit wool - - - - | | cream | w | home school | preppy | 49
socks | kids | polka_dot cotton - - - - | contrast_trim | light_blue+white, pink+white | * | school daily | sweet | 19
tights | women | solid nylon - - skinny long | | black, nude | paw | work date | elegant | 39
tights | women | ribbed cotton - - skinny long | | burgundy | w | daily school | preppy vintage | 59
# Swimwear
swimsuit | women | solid nylon - scoop_neck slim - | belt | black, red | u | swimming beach | elegant | 199
swimsuit | women | floral nylon - square_neck slim - | skirted | navy+white+pink | u | swimming beach vacation | french sweet | 229
swimsuit | women | stripes nylon - halter slim - | | white+navy, white+red | u | beach vacation swimming | french vintage | 209
bikini | women | solid nylon - halter slim - | ring | black, coral | u | beach swimming | sexy | 169
bikini:bandeau | women | tropical nylon - strapless slim - | high_waist | white+coral | u | beach vacation | boho vintage | 189
bikini | women | leopard nylon - halter slim - | | tan+dark_brown, pink+burgundy | u | beach vacation | sexy y2k | 179
swim_trunks | men | tropical polyester - - loose knee | drawstring | navy+coral, white+orange | u | swimming beach vacation | vintage casual | 129
swim_trunks | men | solid nylon - - regular short | drawstring side_stripe | navy+white | u | swimming beach | sporty | 109
swim_trunks | boys | stripes polyester - - loose knee | drawstring | turquoise+white, yellow+white | u | swimming beach | casual | 69
`);
