import { readSheet } from './sheet.js';

export const FOOTWEAR = readSheet(`
sneakers | women | solid leather - - - - | | white, white+pink, white+light_green | pua | daily school travel | minimalist casual | 299
sneakers | women | solid canvas - - - - | | white, black | pu | school daily | casual american | 159
sneakers | women | solid leather - - - - | platform contrast_trim | white+black, cream+tan | pa | daily concert | korean street | 359
sneakers | women | colour_block suede - - - - | gum_sole contrast_trim side_panel | beige+green, light_blue+white | pa | daily travel | vintage sporty | 369
sneakers | men | solid leather - - - - | side_panel contrast_trim | white+light_grey, white+navy | pua | daily travel school | minimalist casual | 329
sneakers | men | solid leather - - - - | gum_sole contrast_trim | white+dark_green, off_white+brown | pa | daily school | vintage american | 359
sneakers | men | solid canvas - - - - | gum_sole | white, navy | pu | daily school | casual american | 169
sneakers:high | unisex | solid canvas - - - - | | black, cream | pa | concert school daily | street punk | 199
sneakers:high | men | colour_block leather - - - - | contrast_trim side_panel | white+red, black+royal_blue | pa | ball_games concert daily | street american | 459
sneakers | kids | colour_block faux_leather - - - - | contrast_trim | white+blue, pink+white | pua | school sports | sporty casual | 139
sports_shoes | women | solid mesh - - - - | | white+coral, lavender+white | pua | running gym yoga | sporty | 329
sports_shoes | men | solid mesh - - - - | | black+lime | pua | running gym sports | sporty | 359
sports_shoes | men | solid mesh - - - - | dark_sole | olive+orange, charcoal+turquoise | pa | hiking outdoor | gorpcore sporty | 429
sports_shoes | kids | solid mesh - - - - | | pink+lavender | pua | school running sports | sporty | 169
casual_shoes | men | solid suede - - - - | | tan, navy | pa | daily travel | italian smart_casual | 299
casual_shoes | men | solid canvas - - - - | laced gum_sole | khaki | pu | daily vacation | american casual | 199
casual_shoes | women | stripes canvas - - - - | | white+navy, beige+red | u | vacation beach daily | french casual | 159
formal_shoes | men | solid leather - - - - | | black, dark_brown, burgundy | * | work formal interview wedding | business british | 599
formal_shoes | men | solid leather - - - - | brogue gum_sole | brown | pa | work wedding_guest | british vintage | 659
formal_shoes | men | solid patent_leather - - - - | wholecut | black | * | banquet wedding performance | elegant | 699
formal_shoes | men | solid leather - - - - | monk | black | pa | work | italian business | 699
formal_shoes | women | solid leather - - - - | brogue chunky | black, brown | pa | work school | british preppy | 399
loafers | men | solid leather - - - - | | black, brown | pa | work daily | smart_casual preppy | 499
loafers | men | solid suede - - - - | tassel | navy | pa | daily travel | italian | 529
loafers | women | solid leather - - - - | horsebit | black, burgundy | pa | work daily | british luxury_quiet | 459
loafers | women | solid patent_leather - - - - | contrast_trim | burgundy+cream, black+white | pa | school work | preppy | 379
heels | women | solid leather - - - - | | black, nude, red | pua | work banquet formal | elegant business | 399
heels | women | solid satin - - - - | bow | beige | * | banquet wedding party | elegant ladylike | 459
heels | women | solid suede - - - - | block_heel ankle_strap | camel, black | pa | work date | french vintage | 369
heels | women | solid leather - - - - | kitten | black | pua | work date | french minimalist | 329
heels | women | solid leather - - - - | open_toe ankle_strap gold_heel | gold, silver | u | party nightclub banquet | sexy | 389
flats | women | solid leather - - - - | bow | black, nude | pua | work daily | french balletcore | 259
flats | women | solid satin - - - - | mary_jane | light_pink | pu | date daily dance | balletcore sweet | 279
flats | women | solid leather - - - - | contrast_trim | beige+black, white+black | pua | work date | ladylike french | 329
flats | women | leopard suede - - - - | pointed | tan+dark_brown | pa | date daily | vintage french | 289
flats | girls | solid patent_leather - - - - | mary_jane bow | black, red | * | school party performance | sweet preppy | 129
boots | women | solid leather - - - - | knee block_heel zip | black, dark_brown | aw | work date | elegant british | 799
boots | women | solid suede - - - - | knee block_heel | camel | aw | date daily | french vintage | 729
boots | women | solid suede - - - - | fur_trim | tan, charcoal | w | daily outdoor | casual | 399
boots | men | solid leather - - - - | laced lug gum_sole | dark_brown | aw | outdoor hiking daily | workwear american | 659
boots | unisex | solid rubber - - - - | rain | dark_green, yellow | pua | rainy_day outdoor | british casual | 199
boots | kids | solid rubber - - - - | rain | yellow+red, red+white | pua | rainy_day school | casual sweet | 99
ankle_boots | women | solid leather - - - - | chelsea block_heel | black, brown | aw | work daily | british minimalist | 499
ankle_boots | women | solid suede - - - - | block_heel zip | camel | aw | date daily | french | 469
ankle_boots | women | solid leather - - - - | laced lug | black, burgundy | aw | concert daily | punk gothic | 549
ankle_boots | men | solid leather - - - - | chelsea | dark_brown | aw | work daily | british | 599
ankle_boots | men | solid suede - - - - | laced gum_sole | camel, navy | aw | daily travel | british vintage | 549
ankle_boots | women | solid leather - - - - | buckle block_heel | dark_brown | aw | concert daily | western punk | 569
sandals | women | solid leather - - - - | ankle_strap | tan, white | u | vacation daily beach | minimalist french | 229
sandals | women | solid leather - - - - | gladiator | brown | u | vacation beach | boho | 259
sandals | women | solid leather - - - - | cross ankle_strap flower | white, pink | u | vacation date | sweet | 219
sandals | men | solid leather - - - - | two_strap cork | black | u | vacation daily | casual japanese | 299
sandals | unisex | solid suede - - - - | two_strap cork | taupe, navy | u | vacation daily | artsy casual | 289
sandals | kids | solid faux_leather - - - - | two_strap | navy | u | beach school | casual | 99
slippers | women | solid faux_fur - - - - | | light_pink, cream | w | home | sweet casual | 79
slippers | men | solid wool - - - - | | charcoal | w | home | minimalist | 89
slippers | unisex | plaid cotton - - - - | | red+black, light_blue+white | pa | home | casual | 59
flip_flops | women | solid rubber - - - - | | coral+cream, turquoise+white | u | beach vacation swimming | casual | 49
flip_flops | men | solid rubber - - - - | | navy+grey | u | beach vacation swimming | casual | 59
`);
