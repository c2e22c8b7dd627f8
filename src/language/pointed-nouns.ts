/** What a garment is called when it is pointed at, as parts of patterns. */
export const NOUN =
  'pairs? of (?:shoes|boots|sneakers|trainers|heels|sandals|jeans|trousers|pants|shorts)|one|ones|item|items|option|options|pair|pairs|piece|pieces|picture|photo|result|outfit|look|suggestion|dress|skirt|shirt|top|tee|t-shirt|jacket|coat|bag|jeans|trousers|pants|shoes|boots|sweater|blouse|hoodie|jumper|cardigan|hat|scarf|blazer|shorts|sneakers|trainers|heels|sandals|suit|belt|necklace';

export const CLASSIFIER = '(?:件|条|双|款|个|套|只|顶|身|把|枚|张|款式|双鞋|家)';
