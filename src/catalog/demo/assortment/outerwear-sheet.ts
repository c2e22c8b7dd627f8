import { readSheet } from './sheet.js';

export const OUTERWEAR = readSheet(`
jacket:overshirt | men | solid cotton long shirt_collar loose regular | chest_flaps | olive, khaki | pa | daily outdoor | workwear american | 329
jacket:overshirt | men | plaid wool long shirt_collar loose regular | chest_flaps | red+black | aw | daily camping | american vintage | 369
jacket:overshirt | women | solid corduroy long shirt_collar oversized regular | chest_flaps | camel, dark_green | pa | daily school | vintage japanese | 299
jacket | men | solid polyester long mandarin_collar regular regular | welt_pockets | black | pa | work daily | business smart_casual | 399
jacket:tweed | women | solid tweed long collarless regular cropped | fringe_trim patch_pockets gold_buttons | cream+black, pink+white | pa | work date banquet | ladylike elegant | 499
jacket:fleece | unisex | solid sherpa long mandarin_collar loose regular | chest_zip | cream | aw | camping outdoor daily | gorpcore japanese | 299
jacket:fleece | kids | solid fleece long mandarin_collar regular regular | zip_pockets | red, navy | aw | school outdoor | casual | 149
jacket:track | unisex | colour_block polyester long crew_neck regular regular | zip_pockets contrast_sleeves | burgundy+cream | pa | sports running daily | sporty vintage | 259
jacket:tang | men | jacquard silk long mandarin_collar regular regular | | burgundy+gold, navy+gold | aw | festival_cny wedding banquet | new_chinese | 599
jacket:tang | women | chinese_motif satin three_quarter mandarin_collar regular cropped | | cream+red+dark_green | pa | festival_cny date photo_shoot | new_chinese elegant | 459
denim_jacket | women | solid denim long shirt_collar regular cropped | chest_flaps | blue, light_blue | pa | daily travel | american vintage | 279
denim_jacket | men | denim_wash denim long shirt_collar regular regular | chest_flaps | blue | pa | daily concert | american workwear | 329
denim_jacket | women | solid denim long shirt_collar oversized regular | chest_flaps | light_blue, white | pu | daily school | korean street | 299
denim_jacket | kids | solid denim long shirt_collar regular regular | chest_flaps | light_blue | pa | school daily | american | 139
leather_jacket | women | solid leather long lapel slim regular | zip_pockets wide_lapel | black, dark_brown | pa | concert date nightclub | punk sweet_cool | 899
leather_jacket:moto | men | solid leather long mandarin_collar slim regular | zip_pockets chest_zip | black | pa | cycling concert daily | punk american | 1199
leather_jacket:moto | men | solid faux_leather long shirt_collar regular regular | welt_pockets | dark_brown, black | aw | daily work | vintage | 459
leather_jacket | women | solid suede long lapel regular regular | zip_pockets | brown | a | daily date | western vintage | 659
bomber_jacket | men | solid nylon long crew_neck regular regular | welt_pockets | olive, black | pa | daily concert | military street | 379
bomber_jacket | women | solid satin long crew_neck oversized cropped | welt_pockets | pink | pa | concert daily | y2k sweet_cool | 339
bomber_jacket | unisex | embroidery satin long crew_neck regular regular | welt_pockets contrast_sleeves | navy+gold, burgundy+cream | pa | concert daily | china_chic street | 459
bomber_jacket | boys | colour_block nylon long crew_neck regular regular | zip_pockets contrast_sleeves | red+white | pa | school daily | street american | 189
shell_jacket | men | colour_block technical long hooded regular regular | zip_pockets chest_zip | orange+charcoal, teal+black | paw | hiking outdoor camping | gorpcore | 699
shell_jacket | women | colour_block technical long hooded regular regular | zip_pockets chest_zip | lavender+mauve | paw | hiking outdoor travel | gorpcore | 659
shell_jacket | men | solid technical long hooded loose regular | zip_pockets storm_flap | black, olive | paw | rainy_day outdoor cycling | techwear | 799
shell_jacket | kids | colour_block technical long hooded regular regular | zip_pockets | pink+purple | pa | outdoor school skiing | gorpcore | 329
sun_protection_jacket | women | solid ice_silk long hooded regular regular | zip_pockets | white, light_pink | u | outdoor cycling daily | sporty casual | 169
sun_protection_jacket | men | solid nylon long hooded regular regular | zip_pockets chest_zip | light_grey | u | outdoor cycling hiking | sporty | 189
sun_protection_jacket | kids | solid nylon long hooded regular regular | zip_pockets | light_blue, light_pink | u | outdoor school | sporty | 119
blazer | women | solid polyester long lapel regular regular | flap_pockets breast_pocket | beige, black, grey | pa | work interview | business korean | 399
blazer | women | solid linen long lapel loose regular | patch_pockets one_button | cream, light_blue | u | work vacation | french minimalist | 429
blazer:blazer_double | women | solid wool long lapel oversized regular | flap_pockets peak | camel, navy, charcoal | aw | work daily | luxury_quiet androgynous | 699
blazer | women | houndstooth wool long lapel regular regular | flap_pockets breast_pocket | cream+black, camel+dark_brown | aw | work school | british vintage | 559
blazer | men | solid wool long lapel slim regular | flap_pockets breast_pocket | navy, charcoal, black | * | work interview formal | business | 799
blazer | men | plaid wool long lapel regular regular | flap_pockets breast_pocket | grey+charcoal, brown+rust | aw | work daily wedding_guest | british smart_casual | 859
blazer | men | solid linen long lapel regular regular | patch_pockets breast_pocket | beige, light_blue | pu | vacation wedding_guest | italian smart_casual | 659
blazer | men | solid velvet long lapel slim regular | shawl flap_pockets one_button satin_lapel | burgundy, dark_green | w | banquet party performance | elegant italian | 899
vest | unisex | solid down sleeveless mandarin_collar regular regular | zip_pockets | black, olive | aw | camping outdoor daily | gorpcore casual | 299
vest:waistcoat | men | solid wool sleeveless v_neck slim regular | breast_pocket | charcoal | * | formal wedding work | british business | 329
vest | women | solid down sleeveless mandarin_collar regular cropped | zip_pockets | white, lavender | aw | daily school | korean sporty | 269
vest:overshirt | men | solid cotton sleeveless v_neck loose regular | cargo_pockets | olive | pu | outdoor camping | workwear gorpcore | 239
trench_coat | women | solid cotton long lapel waisted regular | belt buckle epaulettes gun_flap welt_pockets wide_lapel | khaki, beige | pa | work daily travel | british elegant | 699
trench_coat | women | solid polyester long lapel loose long | belt welt_pockets wide_lapel | navy | pa | work travel | minimalist korean | 629
trench_coat | men | solid cotton long lapel regular regular | belt buckle epaulettes gun_flap welt_pockets | khaki, navy | pa | work travel | british | 799
trench_coat | women | solid cotton long lapel regular short | belt epaulettes welt_pockets | camel | p | date daily | sweet french | 499
coat | women | solid wool long lapel straight midi | welt_pockets | camel, light_grey, black, burgundy | w | work date | luxury_quiet minimalist | 999
coat:coat_double | women | solid cashmere long lapel oversized long | welt_pockets wide_lapel belt | beige | w | work banquet | luxury_quiet | 1999
coat | women | plaid wool long lapel oversized midi | flap_pockets | grey+charcoal, cream+camel+brown | w | daily school | british korean | 859
coat:duffle | women | solid wool long hooded straight regular | patch_pockets | red | w | school daily | preppy japanese | 659
coat | men | solid wool long lapel straight regular | flap_pockets | charcoal, navy | w | work formal | business british | 1299
coat:coat_double | men | herringbone wool long lapel regular regular | flap_pockets peak | grey+charcoal | w | work formal | british vintage | 1399
coat | women | solid faux_fur long collarless loose regular | | cream, dark_brown | w | party banquet photo_shoot | luxury_quiet elegant | 799
coat:duffle | kids | solid wool long hooded regular regular | patch_pockets | camel | w | school festival_cny | preppy british | 359
down_jacket | women | solid down long hooded regular regular | zip_pockets | white, black, red, light_blue | w | daily travel skiing | korean casual | 699
down_jacket | women | solid down long hooded waisted long | zip_pockets belt | cream, black | w | work daily | elegant minimalist | 999
down_jacket | women | solid down long mandarin_collar regular cropped | zip_pockets | pink, silver | w | daily concert | y2k sweet_cool | 599
down_jacket | men | solid down long hooded regular regular | zip_pockets | black, navy | w | daily outdoor skiing | casual gorpcore | 799
down_jacket | men | solid down long mandarin_collar slim regular | zip_pockets | charcoal, royal_blue | aw | work travel | smart_casual | 499
down_jacket | men | solid down long hooded loose long | zip_pockets chest_zip | black, khaki | w | outdoor daily | gorpcore | 1199
down_jacket | kids | solid down long hooded regular regular | zip_pockets | red, yellow | w | school skiing outdoor | casual | 399
padded_jacket | women | quilted padding long collarless regular regular | patch_pockets | cream, mauve | aw | daily work | french pastoral | 329
padded_jacket | men | quilted nylon long shirt_collar regular regular | patch_pockets cord_collar | dark_green | aw | daily outdoor | british smart_casual | 399
padded_jacket | women | chinese_motif padding long mandarin_collar loose regular | | red+gold+cream, navy+red+cream | w | festival_cny home | new_chinese china_chic | 359
padded_jacket | kids | quilted padding long hooded regular regular | patch_pockets | pink | aw | school daily | sweet | 189
parka | men | solid cotton long hooded loose regular | fur_trim cargo_pockets storm_flap | olive, black | w | outdoor daily | military street | 799
parka | women | solid cotton long hooded loose regular | fur_trim cargo_pockets storm_flap | khaki | w | daily travel | casual korean | 759
raincoat | kids | solid rubber long hooded regular regular | patch_pockets | yellow, red | pua | rainy_day school | casual sweet | 119
raincoat | kids | polka_dot rubber long hooded regular regular | patch_pockets | pink+white | pua | rainy_day school | sweet | 129
raincoat | women | solid rubber long hooded loose regular | patch_pockets | mustard, navy | pua | rainy_day travel | japanese minimalist | 259
raincoat | men | solid technical long hooded loose regular | cargo_pockets | black | pua | rainy_day camping cycling | techwear workwear | 329
`);
