import { readSheet } from './sheet.js';

export const DRESSES = readSheet(`
dress | women | floral chiffon puff v_neck a_line midi | buttons | cream+rose+red, navy+cream+rose, light_green+white+pink | pu | date vacation beach | french pastoral | 329
dress | women | floral chiffon strappy v_neck a_line long | | white+light_blue+blue, yellow+white+coral | u | beach vacation photo_shoot | french boho | 289
dress | women | floral cotton short square_neck waisted short | | red+white+cream, light_blue+white, lavender+white | u | date daily beach | french sweet | 229
dress | women | floral viscose long wrap_neck a_line midi | wrap_tie | black+red+pink, dark_green+cream+rose | pa | date work daily | french vintage | 299
dress | women | floral chiffon flutter v_neck a_line short | | light_pink+rose, mint+white+coral | u | date vacation party | sweet french | 259
dress | women | solid satin strappy v_neck slim long | slit | red, black | pu | party banquet date | sexy elegant | 299
dress | women | solid cotton short crew_neck a_line short | | red, white, navy | u | daily school | casual sweet | 149
dress | women | solid viscose short v_neck waisted knee | belt | red, black | pu | work date daily | elegant korean | 239
dress | women | solid polyester half square_neck slim knee | | black, navy, mauve | pa | work interview banquet | elegant business | 289
dress | women | stripes cotton half shirt_collar waisted midi | belt button_front | light_blue+white, pink+white | pu | work daily travel | preppy french | 279
dress | women | solid poplin long shirt_collar loose midi | button_front | white, khaki, light_blue | pa | work daily vacation | minimalist japanese | 269
dress | women | solid linen sleeveless scoop_neck loose midi | patch_pockets | beige, white | u | vacation daily travel | artsy japanese | 259
dress | women | ruffled cotton flutter off_shoulder a_line long | | white, coral, turquoise | u | beach vacation photo_shoot | boho french | 319
dress | women | polka_dot chiffon three_quarter wrap_neck a_line midi | wrap_tie | black+white, red+white | pa | date work wedding_guest | vintage french | 289
dress | women | ribbed knit long mock_neck bodycon midi | | black, camel, burgundy | aw | work date | minimalist sexy | 269
dress | women | cable_knit knit long turtleneck straight knee | | cream, grey | w | daily date | korean casual | 299
dress | women | plaid wool long crew_neck a_line knee | contrast_trim | red+navy+black, grey+charcoal+white | aw | school work | british preppy | 359
dress | women | solid tweed sleeveless crew_neck a_line short | buttons | cream+black, pink+white | pa | date banquet work | ladylike elegant | 429
dress | women | solid velvet long square_neck waisted midi | | burgundy, dark_green, black | w | party banquet festival_cny | vintage french | 399
dress | women | lace lace half v_neck a_line knee | | white, light_pink | pu | wedding_guest date party | elegant sweet | 359
dress | women | sequin polyester strappy v_neck bodycon short | | gold, silver, black | * | nightclub party concert | sexy y2k | 329
dress | women | leopard viscose long v_neck slim midi | wrap_tie | tan+dark_brown, beige+brown | pa | date party | vintage sexy | 269
dress | women | gradient chiffon strappy sweetheart a_line long | | light_blue+navy, pink+lavender, yellow+coral | u | photo_shoot vacation party | sweet elegant | 349
dress | women | tropical viscose strappy v_neck loose long | | white+coral, navy+orange | u | beach vacation | boho dopamine | 249
dress | women | solid denim sleeveless square_neck a_line short | buttons patch_pockets | blue, light_blue | pu | daily school | american sweet | 239
dress | women | pleated chiffon sleeveless halter a_line midi | | mint, pink | u | wedding_guest party date | elegant french | 329
dress | women | solid cotton short polo_collar straight short | contrast_trim | white+navy, green+white | u | golf school sports | preppy sporty | 199
dress | women | solid cotton puff peter_pan a_line knee | contrast_trim | black+white, navy+white | pa | school date | vintage sweet | 259
dress | women | abstract viscose batwing v_neck loose midi | | cream+teal+rust, navy+pink+mustard | pu | vacation travel daily | artsy boho | 299
dress | women | colour_block knit short crew_neck straight midi | | black+cream, navy+red | pa | work daily | minimalist korean | 279
dress | women | solid chiffon bell v_neck a_line midi | waist_bow | lavender, peach, light_blue | pu | wedding_guest date | elegant sweet | 339
dress | women | solid tulle puff sweetheart a_line short | | light_pink, cream | * | party photo_shoot graduation | balletcore lolita | 399
dress | women | bow satin sleeveless boat_neck a_line knee | waist_bow | black, red, cream | * | party banquet wedding_guest | elegant ladylike | 379
dress | maternity | stripes cotton short crew_neck loose midi | | navy+white, grey+white | pu | daily home | casual | 199
dress | maternity | floral viscose short v_neck loose midi | | pink+white+red, light_blue+white | u | daily travel | sweet casual | 219
dress | girls | floral cotton short peter_pan a_line short | | pink+white+red, yellow+white | u | school party daily | sweet | 129
dress:tulle | girls | solid tulle sleeveless crew_neck a_line short | waist_bow | light_pink, white, lavender | * | party performance festival | sweet | 199
dress | girls | plaid cotton long peter_pan a_line short | contrast_trim | red+navy, navy+white | aw | school festival | preppy british | 159
dress | girls | cartoon cotton short crew_neck straight short | | mint, cream | u | school daily | sweet casual | 89
# Gowns
gown | women | solid satin - strapless mermaid floor | | burgundy, dark_green | * | banquet formal performance | elegant sexy | 899
gown | women | solid velvet long v_neck mermaid floor | | navy | w | banquet formal performance | elegant luxury_quiet | 1099
gown | women | sequin polyester strappy sweetheart mermaid floor | slit | gold, silver | * | banquet performance party | elegant sexy | 1199
gown | women | solid tulle - sweetheart a_line floor | | light_blue | * | wedding party graduation | sweet elegant | 999
gown | women | lace lace long v_neck mermaid floor | | white, off_white | * | wedding | elegant french | 1899
gown | women | solid chiffon flutter v_neck a_line floor | waist_bow | mauve | pu | wedding wedding_guest | elegant | 699
gown | women | solid satin - halter a_line floor | | red, royal_blue | * | banquet wedding formal | elegant | 859
`);
