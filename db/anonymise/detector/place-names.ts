/**
 * Places, schools, markets, rivers and peoples of Elgeyo Marakwet and its neighbours. Many sound like persons, since
 * both are named after the same things: Kip- and Chep- begin names of people and of villages alike. A name in this
 * table is read as a place. Jurisdictions add their own areas (`DetectorContext.places`).
 *
 * Out:    single words in lower case
 */
const NAMES = `
  iten kapsowar tambach kapcherop chepkorio kaptarakwa flax nyaru tot chesongoch chesoi cheptongei chebiemit chebara
  chebororwa kapchemutwa kamariny bugar kiptingo sergoit kaptagat kipkabus kapkenda simotwo kapkoi kaptum kitany kamwosor
  kocholwo kimwarer emsea biretwo rimoi kolol kabulwo arror koibarak koibatek embobut embulot embolot kapyego maron sangach
  sangurur sambirir endo mogil mokoro kaben tirap kapkobil sengwer kapterit kaptabuk kapsait labot lelan kapsangar makutano
  kipkunurr kiptaberr kerer kaptirbai kapsiliot moiben kuserwo torok cherangany cherang'any kondabilet yatoi matunda ziwa
  kessup keu anin songeto msekekwa muskut kabechei metkei kipsaos kombatich kabiemit kapkitony tumeiyo chororget chepsigot
  chepkum kaptubei kapchorwa kapteren korkitony chegilet soy kerio turesia epke kipsoen kaptuli cheptebo cheptigit
  chepsirei chepkiit chemurgoi chemulany chebulbai kipchumwa kiptengwer kibendo kapkata kapkayo kapsio emsoo embomon
  keiyo elgeyo marakwet nandi tugen pokot turkana kipsigis kalenjin sabaot ogiek dorobo sengwer
  eldoret kabarnet marigat kitale kapenguria nakuru nairobi kericho bomet kapsabet baringo uasin gishu trans nzoia
  chepareria sigor lomut chepterwai cheptiret kipkenyo kiplombe kipkaren kesses timboroa mogotio kipsaraman cheptais
  cheptulu kipkelion chepalungu chepseon chemelil kimilili kimumu chemolingot kiptere kiptagich kipsitet chepkoilel
  chepkanga ainabkoi cheptoroi chepngoror cheptalal chepkunyuk kipsonoi kipkorgot kipsomba chebiemitt kipkener
  kiplegetet kaplolo kapkures kapsaret kapseret kapsabet burnt mombasa kisumu thika machakos garissa wajir lodwar
  chelingwa chemase chemosit cheborgei cheborge chebirirbei chebirirbeek chebunyo chebango chebilat chemagel chemaner
  chembulet chepkosa chepkorok chepkoyo chepkero chepkongony chepkatet chepkoiyo cheplaskei chepsaita cheptabach
  cheptarit cheptingting cheptuech cheptuiyet cheputo chesubet chesogon chesegon chesta chesuman chesitoi chesikaki
  kipchoria kipchamo kipchimchim kipkeikei kipkeino kiplabot kipnai kipriria kipsaina kipsebwo kipsegi kipsiliot kipsing
  kipsoen kipsois kiptangwany kiptewit kiptugumo kiptulos kiptunos kiptuya kipwastuiyo kipyeni kipyemit kiptuilong
  kipteimet kiptoim kibigos kibigor kiboino kibonze kimoning kimose kimngorom kimsaini kimuchi kimuren kaplelach
  jeptulu jemunada jebara jelimbai jericho
  sagat chepyomot chepkoit cheptendeniet chelilis cheboin kobil kocholia kaplenge kapnarok kapluk rokocho salawa
  toroplongon kisonei kolowa tangulbei kinyach barpello barwessa kuikui lawan bartolimo poi talai tenges sacho
  saniak sinen singore kaptalamwa kapkessum kapsigoria kapkochur liter mungwa kipsero kaptiony karel koitilial sisiya
  kapchebau kapcherop kapkanyar yemit kokwao kapchepkok kabetwa kibaimwa kiptani kaplamai chepkurmum kaptora
  kiplagot kamogich katilit ngachar arroror kewapsos kewamoi kaptorokwa kitony maina-soi sirikwa chororo kimnai
`;

export const PLACE_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** After a name: what it names is a place. */
export const PLACE_NOUNS_AFTER: ReadonlySet<string> = new Set(
  `primary secondary school schools girls boys mixed high academy ecde ecd nursery pre-primary market dispensary hospital
   clinic health centre center road street river stream dam spring springs borehole bridge footbridge dip forest hill
   hills valley escarpment falls waterfall waterfalls stage junction estate village location sublocation ward constituency
   county subcounty sub-county church parish aic pcea acc cathedral mission camp polytechnic vtc tti tvet university
   college stadium airstrip cooperative society factory sacco water supply scheme intake trading shopping polling station
   police post block area region town township tank pan swamp plateau ridge drain culvert bypass roundabout library hall
   resource slaughterhouse auction cattle area's special teachers training ttc kmtc museum gate depot quarry airport`
    .trim()
    .split(/\s+/),
);

/** Before a name, with `ya`, `la`, `cha` … between: what it names is a place. */
export const PLACE_NOUNS_BEFORE: ReadonlySet<string> = new Set(
  `shule soko barabara mto kijiji vijiji daraja kalvati zahanati hospitali kituo eneo maeneo wadi kata tarafa bwawa kisima
   chuo kanisa mtaa njia stendi steji uwanja msitu mlima bonde kambi mji mjini chekechea josho taa bomba pampu mtaro
   soko choo lokesheni eneobunge mnada bweni school market road river village dispensary hospital bridge town area ward
   location st st. saint santa mt mount lake ziwa hatua`
    .trim()
    .split(/\s+/),
);

export const PLACE_CONNECTORS: ReadonlySet<string> = new Set(
  'ya la cha wa za vya kya pa huko kule of the'.split(' '),
);

/** Prepositions of place. What follows is a place, unless it is a well-known name of a person. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at near from to towards around between via past beyond behind katika huko kule hadi mpaka kutoka toka karibu na hapa'.split(
    ' ',
  ),
);
