import { readSheet } from './sheet.js';

/** What one dresses up, plays or goes out into the snow in, last in the shop: earlier styles keep their numbers. */
export const OCCASION_WEAR = readSheet(`
# Men at a banquet, a wedding, an interview, a graduation
suit | men | solid wool long lapel slim regular | shawl satin_lapel one_button | black, burgundy | * | banquet wedding performance formal | elegant italian | 1699
suit | men | solid wool long lapel slim regular | double peak | dark_green, light_grey | * | wedding_guest banquet wedding | italian elegant | 1499
suit | men | solid polyester long lapel slim regular | one_button | black, blue | * | interview graduation work | business korean | 599
blazer | men | solid polyester long lapel regular regular | one_button patch_pockets | light_grey, blue | * | graduation interview date | korean smart_casual | 449
blazer | men | jacquard satin long lapel slim regular | shawl one_button satin_lapel | navy+gold, black+silver | * | banquet party performance | elegant italian | 999
shirt | men | jacquard cotton long shirt_collar slim regular | | white, light_pink, lavender | * | wedding_guest banquet graduation | elegant italian | 329
shirt | men | solid silk long mandarin_collar regular regular | | cream, navy | pa | festival_cny banquet ethnic | new_chinese elegant | 499
shirt | men | solid satin long shirt_collar slim regular | | black, burgundy | * | party banquet date | elegant sexy | 269
dress_trousers | men | solid wool - - slim regular | crease side_stripe | black+charcoal | * | banquet wedding formal | elegant | 559
dress_trousers | men | solid polyester - - straight regular | crease pleats | light_grey, beige, dark_brown | * | graduation wedding_guest work | italian business | 299
vest:waistcoat | men | solid wool sleeveless v_neck slim regular | breast_pocket | navy, light_grey | * | wedding_guest wedding banquet | british elegant | 359
formal_shoes | men | solid suede - - - - | monk | dark_brown | * | wedding_guest banquet date | italian elegant | 699
loafers | men | solid patent_leather - - - - | | black | * | banquet wedding party | elegant italian | 599
loafers | men | solid velvet - - - - | | burgundy, navy | aw | banquet party festival_cny | elegant | 559
tie | men | jacquard silk - - - - | | red+gold, silver+white | * | wedding wedding_guest banquet festival_cny | elegant | 219
clutch | men | solid leather - - - - | | black | * | banquet wedding_guest work | business elegant | 399
crossbody:saddle | men | solid leather - - - - | | black, dark_brown | * | daily date work | minimalist smart_casual | 429
tote | men | solid leather - - - - | | dark_brown | * | work daily travel | italian smart_casual | 659
# Spring Festival
jacket:tang | men | jacquard satin long mandarin_collar regular regular | | red+gold, black+gold | w | festival_cny banquet wedding | new_chinese elegant | 699
jacket:tang | men | solid cotton_linen long mandarin_collar loose regular | | beige, dark_green | pua | festival ethnic daily | new_chinese | 359
coat | men | solid wool long lapel straight regular | welt_pockets | camel, burgundy | w | festival_cny date work | luxury_quiet korean | 1199
sweater | men | solid wool long mock_neck regular regular | | burgundy, red | aw | festival_cny work date | smart_casual minimalist | 369
sweater | men | chinese_motif knit long crew_neck loose regular | | red+gold+cream | w | festival_cny home | china_chic new_chinese | 329
sweater | women | solid cashmere long mock_neck regular regular | | red, burgundy | w | festival_cny work date | luxury_quiet elegant | 899
trousers | men | solid wool - - straight regular | pleats crease | charcoal, camel | aw | festival_cny work date | italian smart_casual | 429
scarf | men | solid cashmere - - - - | fringe | burgundy, charcoal | w | work date festival_cny | luxury_quiet british | 459
heels | women | solid velvet - - - - | | burgundy, black | aw | banquet wedding_guest party festival_cny | elegant vintage | 429
# Children at a wedding, on a stage, at the family table
shirt | boys | solid poplin long shirt_collar regular regular | | white, light_blue | * | performance school wedding_guest graduation party | preppy | 89
dress_trousers | boys | solid polyester - - slim regular | crease elastic | black, grey | * | performance wedding_guest graduation party festival_cny | preppy | 109
blazer | boys | solid polyester long lapel regular regular | flap_pockets breast_pocket | navy, grey | * | performance wedding_guest graduation party | british preppy | 199
suit | boys | plaid polyester long lapel regular regular | | grey+charcoal | * | wedding_guest performance party | british preppy | 329
formal_shoes | boys | solid patent_leather - - - - | wholecut gum_sole | black, brown | * | performance wedding_guest graduation party festival_cny | preppy elegant | 149
jacket:tang | boys | jacquard satin long mandarin_collar regular regular | | red+gold, navy+gold | aw | festival_cny performance | new_chinese | 219
jacket:tang | girls | chinese_motif satin long mandarin_collar regular regular | | red+gold+cream | aw | festival_cny performance | new_chinese sweet | 219
sweater | kids | solid knit long crew_neck regular regular | | red, navy | aw | festival_cny school daily | preppy | 139
trousers | boys | solid corduroy - - straight regular | elastic | dark_brown, navy | aw | school daily festival_cny | preppy | 119
dress | girls | solid velvet long peter_pan a_line knee | | burgundy, dark_green | w | festival_cny party performance festival | sweet vintage | 199
dress | girls | lace lace short crew_neck a_line knee | waist_bow | white, light_blue | pu | graduation performance wedding_guest party | elegant sweet | 189
ankle_boots | kids | solid leather - - - - | laced gum_sole | brown, black | aw | school daily festival_cny | british casual | 199
boots | kids | solid suede - - - - | fur_trim | tan, navy | w | school outdoor skiing daily | casual sweet | 199
# Sport
skirt | women | pleated polyester - - a_line short | elastic | white, navy | pu | golf ball_games sports | preppy sporty | 199
shorts | women | solid cotton - - slim knee | | khaki, white | pu | golf vacation daily | preppy smart_casual | 149
shorts | women | solid technical - - loose short | elastic drawstring side_stripe | black+white | pua | running ball_games gym | sporty | 109
tshirt | women | solid technical short crew_neck slim regular | | white, coral | pu | running gym ball_games sports | sporty | 119
tshirt | women | solid technical long mock_neck slim regular | | navy, mauve | paw | running cycling hiking skiing | sporty | 169
tshirt | men | solid technical long mock_neck slim regular | | charcoal, royal_blue | paw | running cycling hiking skiing | sporty | 169
trousers | women | solid technical - - tapered regular | zip_pockets | charcoal, khaki | pa | hiking outdoor travel | gorpcore | 289
trousers | women | solid technical - - straight regular | zip_pockets | black, mauve | w | skiing outdoor | gorpcore sporty | 459
trousers | men | solid technical - - straight regular | zip_pockets | black, royal_blue | w | skiing outdoor | sporty gorpcore | 469
trousers | kids | solid technical - - straight regular | zip_pockets | navy, pink | w | skiing outdoor school | sporty | 259
boots | men | solid suede - - - - | laced fur_trim gum_sole | dark_brown, olive | w | daily outdoor skiing | casual gorpcore | 429
sports_shoes | women | solid nylon - - - - | dark_sole | charcoal+pink, black+white | aw | running hiking gym | sporty | 369
sports_shoes | men | solid nylon - - - - | dark_sole | navy+orange | aw | running hiking gym | sporty | 389
sports_shoes | boys | solid mesh - - - - | | royal_blue+lime | pua | school running ball_games | sporty | 169
swimsuit | girls | polka_dot nylon - scoop_neck slim - | skirted | pink+white, turquoise+white | u | swimming beach | sweet | 99
flip_flops | kids | solid rubber - - - - | | yellow+white, blue+white | u | beach swimming vacation | casual | 35
`);
