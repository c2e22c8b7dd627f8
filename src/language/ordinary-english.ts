/**
 * Ordinary English words one edit away from a garment word (reach: teach, bench, beach). They are never taken for
 * typos. Made from Debian's small word lists (SCOWL) and the vocabulary.
 */
const WORDS =
  'minus dupe dupes lines shows shown legs tied abode academic acres aimless alike aline alive allay alley allot allow alluding ample anesthetic angle annul ' +
  'antiqued apply babble babes babied babier babiest badger baker baking baling balled ballot bandanna barbing barge ' +
  'barging barking barred barren barring bashing basil basin basing basins basis basked batch batching batting battle ' +
  'baying beaked beamed beaned beard bearded bearing bedded beech belated belch belied belled bellow bench bereft beset ' +
  'bested betted bicker bicycled biding biked biting blacking blamer bland blank blaring blaze blazed blazes bleach ' +
  'bleed blent blight blind blocs blond blots bloused blown blushed bluster boars boiled bolder bolted bolts bombed ' +
  'booms boons boors boost boosts bootee bootees booth booths booty boring bottled bouts bowler boxed brace braced ' +
  'bracket brags brakes brash brassier brassy brats braves brawn brays breach breaded bribe bridge bridle brine bring ' +
  'brink brisk broach brocaded broiler brunt brusk brutish bubble bucked budge buggy bullet bully bungle bungles burns ' +
  'burst bushed bushier busier cabled cameo camouflaged camped caped capping carped carping carton carve cashier catch ' +
  'causal cellar chair champing chancing chanting chapped charging chars chart chasm cheat cheats checker cheek cheeked ' +
  'cheeks cheery chemist chess chick chicks chile chili chill chink chinks chins choke choked chokes chopped chopper ' +
  'choral chord chose chuck chucked chucks chunk chunks cinches clack clamping clams clanging clans clapped claps clash ' +
  'clasp clasps cleaner cleanse cleansed cleanses clear clears cleat clefts clinched clinching clock clods clone closed ' +
  'closer closet clothe clothed clots clotting clove clover clovers cloves coaling coarse cocks coding coffer coiling ' +
  'coking colic collage collated colon combing comfortably commune communing commuted commuter compute computed ' +
  'computes computing concealed conceit concept concern concerti concerto conditioned contract convert cooed cooing ' +
  'cooker cooking cooper cooping copier coping copped coring cornet corral cosmic costumed couch count county coupled ' +
  'coursed courser covert coverts coves covet covets cower cowers cowing coyer cramping crass creak creaky creep crept ' +
  'crest croak croci crock crocks crocus crows crutch cupped curly curry curse curved dairy daisy dally danced dancer dated ' +
  'daring darting dazing defied defiled define defines deign derail deriving designed dessert destroyer detain dicing ' +
  'diking diner dining dinned distresses ditty divine doily doted doting drape drapes dregs drily dripped drooped dross ' +
  'dully dunce duress dusted dustier dusts earning earnings earthly embellishes embroider embroiders envelop enveloped ' +
  'envelops errand erring ethic evens exercised expended fable faced fails faked falling falser falter famed fared ' +
  'fares faring farther fated fatter fazed feared feathery feats felled felling ferry fiber fiend fight fights figured ' +
  'filed filing filler fillet filly filmed filming fined finer fishermen fitter fizzy flags flake flaked flakes flame ' +
  'flamed flames flaps flash flatter flawed flawing flaws fleeced fleecy fleshy flighty flits flitted flitting floated ' +
  'floats flock flogs flood flora florae floras floss flour flowed flown flows fluff fluffs flurry flush fluster ' +
  'fooling forayed fording format frail frame framed franc francs freeing fright frond frost frown fulled fulling ' +
  'funner funny gaily gander garden gasses gauge gazing genes genus gills girdled glare glass glassed glassy glazing ' +
  'globe globes gloom gloved glows goads goody goofing goofs goons goosed goring grabs gracing gradation grade grader ' +
  'grading graffito grams grasp grasps grassy grateful grater grating graver graving grayer graying graze grazed grazes ' +
  'greed greet groin grooving gross grove groves grudge guess gusts gusty haler halted handled handler handsomer happy ' +
  'hared hares harries headland healed heals heard hears hearth hearty heater heathen heeded heeds hiding highlighted ' +
  'hipped hiring hiving hoarse hogging holier holler hoofed hoofs hooked hooks hooped hooted hoots horde horded horsed ' +
  'horseshoed hound houseboat housed hunger hunted inaner inert infer infinite inland insect inspire inspires insulate ' +
  'insulates insulted inter intimate intimated invert jacked jeweler jewelers jeweller jewellers jigging jogged joins ' +
  'jolts jugging jumped jumpier keying kinks knockers knotted label laced lacks lades ladles lager lagged lagging lakes ' +
  'lamer lames lance lances lanes laser lashed lasses later lather lathes latter lawyer laxer lazies leagued leashes ' +
  'leathery lefter leggin lengthy licks liked liken liker limed linear linger linked linker liter litter littering ' +
  'littler lived liven liver loader loafed locked locker logged logging longing loops loosed loosen looser loots loser ' +
  'lounged louse lover lowed lugged lugging lunge lunging lushes macintosh mallard marching margin marrow match mating ' +
  'matron matts medal melting mental meting miles mites moccasin model moles momma monkey moral morning motorcycled ' +
  'muffle muffled muffles mulls mummy muscled muses mutes mutts napped nesting nettling neural nicked niece nippy ' +
  'nostalgia nutting officer otter ouster outed outwit oversight packet pacts paddle paddled paddling paint painted ' +
  'paints palate palates paneled pangs pansies pansy pantie pantries pantry papal parachuted parched parent pares ' +
  'parity parse parsley parties partly parts paste pasted pastes pasties pasts pasty patch patches patient patter ' +
  'pattered patters patties patty peace pealed peals pears pecked pedant peeked pelted penal pennant peony perch ' +
  'perfumed perked persona perter pester pewter pheasant phoned phoney phony photon picket pieced pierce pints pirates ' +
  'pitched place placed places placid planed planted plants plate plates platter played plead pleaded pleads pleas ' +
  'pleasant pleased plugging plumber plumped plumps plunged plunger plusher poach podded podding pointed poker polarise ' +
  'polarises polarize polarizes ponder poplar porch potent powdery preach prepay preys prime primed primes primmer ' +
  'princess printer processional projection prone pudding puffier pulps pulse pumas punts puree purge purpler pursed ' +
  'pursue pusher pushy quack quartet quest quieted quieting quilt quirk quirks quite quitted quitting rabbi rabbis ' +
  'raffle raffled raffles raiding rapped readying reaming reaping rearing recover rectal refine refines reined related ' +
  'relaxes relayed remoter remove removed removes rending repealing repellant report resign retort retry reveling ' +
  'revelling ricing ridding ridging riling ripple rippled rising robbed robber robbing rocked rocket rockier rolled ' +
  'romped rooms rotund rounder rubbed rubbing rubier ruffed ruining runner rushed sacks saddled safely salon saloon ' +
  'salter sample sanding sapped saving sawing saying scandal scandals scare scares scars scary scoot scooted scoped ' +
  'scrap scraps seating seeping seized serviced servile setter sewing shacks shaded shading shadowy shaft shake shaking ' +
  'shall shamed shaming shape shapes share shared sharing shark sharped sharper sharping shaved shaver shear shearing ' +
  'sheen sheep shelf shies shifty shine shingle shins shipping shire shirk shirked shirted shock shocking shocks shoed ' +
  'shoelace shone shook shoon shoos shopped shops shore shores shorn shorting shots shout shouts shoves shoving showed ' +
  'showier shrub shrubs shyer sicker sicks sided sides siding signed signer silicon silly simile simmer simpler simplex ' +
  'simply singe singer singled singly sired siring sited sizer skated skill skimming skinnier skinniest skipper ' +
  'skippers skulk skying slack slacker slain slake slang slated slating slats slave slaving slaying sleek sleeked ' +
  'sleeking sleepless sleepy sleet sleeted sleeting slice sliced slices slick slicked slicks slime slimmer slimming ' +
  'slink slipped slippery sliver slivers slopping slosh slotted slouch slower slummer slung slush smack smacks smash ' +
  'smell smocking smoulder smouldered snacks snaked snare sneaked sneakier sneer snicker snide snoop snooped snort ' +
  'snorting snorts soaks soaped soaping socialise socialize socking soled soling sophisticate sophisticates sopping ' +
  'sorting sorts sowing sparing sparkle spate spatted spatter spaying speaker speakers speck specks spell spews spiced ' +
  'spiders spitted splash splice splices spore spores sported spots spotting spout spouted spouting spouts sprang spree ' +
  'spreed sprig springy sprint sprung spuds spurt spurting spurts spying squared squarer squire stack stacking stacks ' +
  'staged staging stags staid stain stake staking stale staling stank stare staring start starves state stater states ' +
  'stating stave staving steal stealing stealthy steeling steep steeping steer sticker sticking sticky sting stink ' +
  'stirred stock stocks stoke stoking stolen stolid stoned stoney stony stood stoop stooped stopper stopping store ' +
  'storing stove strain strand stranding strapped stray straying strays strew stride strides strife strike strikes ' +
  'stringy strip stripper strips stript strive strived strives strode stroked strong strove strum strung stubs stuck ' +
  'studied study stuns styled sucks suing sulky summary summed sunnier sunniest superb supper surer surging suspended ' +
  'swaying swear sweaty sweep sweeter swell swept swift swine swoop swooped swung tabled tails tampered tanking tarry ' +
  'tartar tasseled teenage there thing thorough though threw throng timer tired toddle toddled toddles tomes toned ' +
  'tongs tonic tonnes toots topical topography torch torque total touchy tough tower trace tract trailer trailers ' +
  'trailing trained trainee trainees trait trapped trawl treed trend trends trial trick trill trimmer trolled trolly ' +
  'trough truck trucked trucks trumped tuner tunes tweet twirl udder understate understates undoes uniquer unties upped ' +
  'urbane valour vanish velvety vigor violent vizor vocation waddle waddled waddling waded wading wafer waffled wager ' +
  'wails waited waiter waiting waits waking walker walled walling warded warding wards warier warmed washer wasted ' +
  'watery waver wealthy wedded wedge wedged wedging weeding weekended welding while whine whispered whiten whiter ' +
  'wholly wicked wicket winking winner wintery wished witch witting woken wooden woods wooly wording wordy worlds ' +
  'worming worms worse wrest wriest wrinkled write writhing writs ';

/**
 * Words of the lexicon of natural's part-of-speech tagger that the correction of slips would take for a name (books:
 * boots, colleague: college).
 */
const NEAR_NAMES =
  'abstractly academics academies admirable adoptable agitators anise ankles antsy armistice artless autistic ' +
  'backer backs beachhead beats beets beget bells benches betting bilge billet binge blackjack blanks bleachers ' +
  'blink blocker blocks boats boogie bookies books borer borers bother bower boxes breaches brothel brotherly ' +
  'brows buster busyness canard cards cater chanteuse cheerfully childless chines chocks clashes ' +
  'clauses coherence collapsed colleague combating commenting committing competing comport conceiver concertos ' +
  'condition conditional conditions confidence confluence congealed conquered cooperate coupes coupler couplers ' +
  'couplets cringe cringed crotchety cutter dales damping dandy dares deception deductive denies depresses ' +
  'destroyers diming dipped dishing distrusted dreamy dresser dressers drilled duffer dunes eating effortlessly ' +
  'engorgement enlargement exercises exorcise expertise faxed finance finishing fisted flagrante flatus ' +
  'followers following footfall footfalls forma fridge gather geocentric giblet glared glares glassless ' +
  'gloaters glover glowing gracefully graining grainy grasses gravel greeter greets grilled groomsmen headboard ' +
  'headed headlands hells hides hiker hikers hires hobby holds houseboats howdy husbandry inch inches incubated ' +
  'inculcated indicates initiates intimidates jeers jetting jigger kittens knots latched latent liens likens ' +
  'linden liners lingering litters loaders loitering metabolic microtonal militancy militarily minds mines ' +
  'misses mists modernity molal monograph mufti naughtier negligence negligent nighttime overhauls palazzi ' +
  'parities parks parry particles patrician pegging peppy picker picks piker pimps pines pitchfork playfully ' +
  'poignancy pointedly points polyether pooch preachy profession professions puffery radon railing raising ' +
  'rating rationing reader rebelling recession recreation redefined redemption refrained regaining regularly ' +
  'regulator rehearing reining rejection releasing remaining render repeating repelling reselling restive ' +
  'retaining retelling retention revaluing revellings reversing reverting riffle rights rodder rotted roughneck ' +
  'roundness rudder schoolboy scrappy seekers selective sequenced shacked sheathing shipper shippers shoots ' +
  'silos singles sinks sippers sitter skeet skimmers skimp skits snotty soundness spandrels sparkling sportiest ' +
  'sprouting stager starkly starlet starlight steed stonewalled straighten streetcar stretcher strippers ' +
  'stropped sulks supporting surfacing surrender suspensor sweated sweepingly swingy teems tipped tomography ' +
  'trackless traditionally traipsing trampling transnational traversing trickiest trilled typographic underpins ' +
  'underrated understand understanded underwent valuation valuations vantage variation variations warring ' +
  'weatherproof weekends whiner whirred whitens willies winder winery winger writer writes youths ';

export const ORDINARY_ENGLISH: ReadonlySet<string> = new Set(`${WORDS}${NEAR_NAMES}`.trim().split(' '));

/**
 * Ordinary words (of the lexicon of natural's part-of-speech tagger) one slip from those that requests are made of, or from a name without its last e.
 */
export const NEAR_REQUEST_WORDS: ReadonlySet<string> = new Set(
  (
    'abort abound aground blow bon brighten budged bulletin casein cheater chines darken deliver delivers delivered ' +
    'delivering dud expansive extensive fad fibrin fin flak herein hors large larder lighted lighten locking logger ' +
    'loner longed looming looting lung lunger mad notching noting pal pars past petit prim quit rid rob robin sag ' +
    'scar shin shooter shorted shorten sing sipping skipping slat slid slipping spat stag star stat tannin therein ' +
    'thicken thicket thinker thinned ticker tighten ton tot tub weaning wearying weaving wherein win wit within ' +
    'writ'
  ).split(' '),
);

/** Ordinary words (SCOWL's first fifty percentiles) that lack a letter of a name, have another, or hold one: cat, wire. */
export const NEAR_SHORT_NAMES: ReadonlySet<string> = new Set(
  (
    'rec recs pics pic deets info vids prob probs def obvs appt wanna gonna kinda sorta dunno yall imo idk fyi asap ngl ' +
    'Object() [native abut abuts ally anal annals ant ante antes anther anthers ants arts back backsliders ' +
    'backslides bag bags balk barb barbs bard bards bareback bass bay bays beet begs bets bide bigwigs bject ' +
    'blacktops blazer blazers bless blot blur blurs bobbin bolt boos bootlegging boss bran bravest bricked bugger ' +
    'bush buster busters butt cap caps carpetbags carpi cat cats chap chaps cheapen chide chides chin clan cling ' +
    'clings coal coat coats code code] cogs cols compared constructor coon cot cots cram crams cress crises curs ' +
    'curt danker dis dismount disrobe disrobes doe dress dresses dues earmuff earwigs edger exchanged extend ' +
    'extends far fare fax fir firs flattops fled fling flings flippant flow foxglove foxgloves fury fuzz gall ' +
    'gays gaze gent geothermal gild gilt gilts glasses glove gloves gods gong gongs grand grands grin grins gust ' +
    'hags hardtops hare harm harms hart harts hassock hassocks hays headdress headdresses held hod hods holdup ' +
    'holdups housetops humane icecaps jacket jackets jots jut kneecaps lad lads lake largo late lawsuit lawsuits ' +
    'legging lens lid lids lien liens lodger logs looping loosing looter lose madcaps marlin marred me meal met ' +
    'mile mitt moneybags mountaintops muffs native nightcaps nil noggin noshing noughts outskirt outskirts ' +
    'overshoe overshoes overstocking paid pain pall pant parson part pats peal pear peat petty pincer pincers ' +
    'pint pippin plan plans plea plover plovers plow plows pol poll pols pooch puffin pump pups putt rally ran ' +
    'realty red redcaps refs regally rein reinvest reinvests rely replaced roadrunners robe robes rod rode rods ' +
    'roes room rosin rove ruing rung runners rusted ruts saddlebag saddlebags safe sandbags sate save scrunch ' +
    'scrunches secs seer settees shad shads shiner shiners shit shoe shoes shorts shortstops shot shred shreds ' +
    'sick sit sits skintight skirt skirts skit skullcap skullcaps skycaps sliders slides sneak snipping snowshoe ' +
    'snowshoes snowsuit snowsuits sock socks sold sole sorter sparkler sparklers spear spec spender spenders spot ' +
    'spry stall steak stocking stockings stopwatch sty suds sued suit suits supervisor supervisors swat swats ' +
    'swig tail tailcoat tailcoats tam tams tape teed tees ten tens thee theme thermal tho tight toilet toilets ' +
    'tong tops tore toss trailblazer trailblazers turncoat turncoats twee undercoat undercoats ups vest vests ' +
    'vets visor visors volt volts wait war warder wars watch watt wen whet whist whitecaps whore wigs windbags ' +
    'windsock windsocks wineglasses wire wist woos world wound wring wrings { } '
  )
    .trim()
    .split(' '),
);
