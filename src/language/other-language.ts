import { ENGLISH_STOP_WORDS } from './english-words.js';
import { ENGLISH_SHOP_WORDS } from './stop-words.js';

/** Languages that are recognised so that they can be declined by name, as ISO 639-1 codes. */
export type OtherLanguage =
  | 'ja'
  | 'ko'
  | 'ru'
  | 'ar'
  | 'he'
  | 'th'
  | 'hi'
  | 'el'
  | 'fr'
  | 'es'
  | 'de'
  | 'it'
  | 'pt'
  | 'vi';

const LETTER = /[\p{L}\p{M}]/gu;
/** Scripts that neither Chinese nor English is written in. Ukrainian and Persian go by the language most read of their script. */
const SCRIPTS: readonly (readonly [OtherLanguage, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
];
/** Share of the letters from which on a script makes the language; kana stand between Chinese characters. */
const MOSTLY = 0.5;
const AMONG_HAN = 0.3;

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Words of grammar, of clothes and of colours, that a shopper's sentence in each language can hardly do without. */
const WORDS: readonly (readonly [OtherLanguage, ReadonlySet<string>])[] = [
  [
    'fr',
    list(
      'je j’ai tu il elle nous vous un une des du le la les et ou de pour avec sans dans sur mon ma mes est suis cherche voudrais veux avez robe jupe chemise chemisier pantalon manteau veste chaussures bottes pull chapeau sac femme homme fille garçon rouge bleu bleue vert verte noir noire blanc blanche jaune pas cher moins bonjour merci taille mariage été hiver',
    ),
  ],
  [
    'es',
    list(
      'yo tú un una unos unas el la los las y o de del para con sin en mi mis es soy busco quiero quisiera necesito tiene tienen vestido falda camisa blusa pantalón pantalones abrigo chaqueta zapatos botas sombrero bolso mujer hombre niña niño rojo roja azul verde negro negra blanco blanca amarillo barato por favor hola gracias talla boda verano invierno',
    ),
  ],
  [
    'de',
    list(
      'ich du er sie wir ihr ein eine einen einem der die das den dem und oder für mit ohne im auf mein meine ist bin suche möchte brauche haben habt kleid rock hemd bluse hose mantel jacke schuhe stiefel hut tasche frau frauen damen mann männer herren mädchen junge rotes rote roter blau blaues blaue grün schwarz schwarzes schwarze weiß weißes weiße gelb günstig bitte hallo danke größe hochzeit sommer',
    ),
  ],
  [
    'it',
    list(
      'io tu un una uno il lo la gli le e o di del della per con senza nel mio mia è sono cerco vorrei voglio avete vestito abito gonna camicia camicetta pantaloni cappotto giacca scarpe stivali cappello borsa donna uomo ragazza ragazzo rosso rossa blu verde nero nera bianco bianca giallo economico ciao grazie taglia matrimonio estate inverno',
    ),
  ],
  [
    'pt',
    list(
      'eu um uma uns umas o os a as e ou de do da para com sem no na meu minha é sou procuro quero queria preciso tem vestido saia camisa blusa calça calças casaco jaqueta sapatos botas chapéu bolsa mulher homem menina menino vermelho vermelha azul verde preto preta branco branca amarelo barato por favor olá obrigado obrigada tamanho casamento verão inverno',
    ),
  ],
  [
    'vi',
    list(
      'tôi mình em anh chị muốn tìm mua cần có không cho một chiếc cái áo váy đầm quần giày dép túi mũ khoác sơ mi nữ nam bé màu đỏ xanh đen trắng vàng rẻ đi dự tiệc cưới mùa hè đông',
    ),
  ],
];
/** Words of the lists above that English sentences about clothes have too: they prove nothing alone. */
const SHARED = list(
  'a as no o me on do die la le el e y robe rock blouse verde rose pull botas mini das der in im per per com tem cape os you chic fin on sac est mi des bin men nam em anh mix eu',
);

/**
 * The language a text is in, where that is surely neither Chinese nor English: by its script, or for Latin letters by
 * three words of one language, two in a text of at most four words, that outweigh the English ones doubled. Brands, borrowed
 * words ("une robe" in a title) and a の between Chinese words decide nothing.
 */
export function otherLanguage(text: string): OtherLanguage | undefined {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [language, script] of SCRIPTS) {
    const found = text.match(script)?.length ?? 0;
    if (found >= 2 && found / letters >= (language === 'ja' ? AMONG_HAN : MOSTLY)) return language;
  }
  if (/\p{Script=Han}/u.test(text)) return undefined;
  const english = (word: string) => ENGLISH_STOP_WORDS.has(word) || ENGLISH_SHOP_WORDS.has(word);
  const words = text
    .toLowerCase()
    .replaceAll("'", '’')
    .split(/[^\p{L}\p{M}’]+/u)
    .filter(Boolean);
  const foreign = WORDS.map(([language, known]) => {
    const found = words.filter((word) => known.has(word));
    return { language, found: found.length, sure: found.filter((word) => !SHARED.has(word) && !english(word)).length };
  }).reduce((best, next) =>
    next.sure > best.sure || (next.sure === best.sure && next.found > best.found) ? next : best,
  );
  const others = words.filter(english).length;
  const enough = words.length <= 4 ? 2 : 3;
  return foreign.sure > 0 && foreign.found >= enough && foreign.found > 2 * others ? foreign.language : undefined;
}
