/**
 * Names of persons that are common in the Rift Valley and in Kenya: facts, in lower case.
 *
 * `CERTAIN_NAMES` are names wherever they stand. `DOUBTFUL_NAMES` are words as well ("grace", "baraka", "limo"), and
 * count only beside another name, after a title, or where someone is introduced.
 */
const KALENJIN = `
  kiprop kiplagat kipchumba kibet kimutai kipkoech kiptoo kiprono kipruto kipsang kipchoge kipkemboi kipngetich kipng'etich
  kipngeno kipng'eno kipketer kipyego kiplimo kipkosgei kipkorir kiptanui kiptum kipkirui kiprotich kipkemei kipkemoi kipchirchir
  kipkurui kipsigei kiprugut kiprir kiptarus kipsanai kipkurgat kipchoim kipleting kipkering kipkeny kiplel kipkogei kiptalam
  kibiwott kibiwot kibor kiboi kibos kibogy kibowen kibitok kibichii kibii kimaiyo kimeli kimosop kimtai kimaru kimitei
  kimurgor kimuge kimugo kimngetich kimboi kirwa kirui kirop kitur kiyeng kigen kisang kiptui kiplang'at kiplangat
  chebet chepkemoi cheruto cherono chepkoech chemutai chelagat chelangat chelang'at cherotich cheruiyot chepngetich
  chepng'etich chepng'eno chepngeno cheptoo chepkorir chepkirui chepkurui chepchirchir chepkosgei chepkwony chepkwemoi chepchumba
  chebii chebiegon cheboi cheboiywo chebichii chebichi chebon cheborgei chelimo chelulei chelule chemeli chemweno chemjor chemoiywo
  chemosit chemweno chepyegon cherop cherogony cherutich chesang cheserem cheserek chesire cheseret chesaro cheshari cheruyot
  chemtai chemtaii cheptai chebwai chepkiyeng cheposait chepkong'a chesebe chemining'wa
  chumo chirchir cheptum cheptanui cheptarus chepleting chepyator cheboror chelanga chesoo chepkok chepkonga chebor
  jerop jepkosgei jelagat jemutai jepchirchir jepkoech jeptoo jepkemoi jepkorir jepngetich jepng'etich jepchumba jepkemei
  jepleting jepkogei jepyego jepchoge jepkirui jerono jeruto jerotich jerobon jeruiyot jebet jebichii jebiwott jebii
  jebiwot jeboi jemeli jematia jemosop jemaiyo jemimah jelimo jeptanui jeptum jepketer jepkoros jesang jesire jebitok
  koech korir kosgei kosgey kosge koros koskei koske kogo komen kogei koimur keter keitany kandie kaino kaptich
  rotich ruto rutto rono ronoh tanui biwott biwot langat lang'at lagat tuwei tuwey tarus yego yator yatich yegon suter
  sawe serem serum boit birech birgen barngetuny barng'etuny metto murkomen murgor mutai maiyo maiyoh misoi melly meli lelei
  kurgat kuto kotut kutto busienei tallam talam toroitich tororei tirop togom tomno tuitoek sirma songok sigei sitienei
  siele sambu samoei saina segut sugut suge sumbeiywo soi sirtui sang'
  arusei aiyabei bett bitok bundotich boinett boinnet boiyo changwony chumba kones kemboi kemei kenei kenduiywo
  kesire ketich kisorio kittony kiptis komol kwambai lelgo  loroupe mosop mosonik  moindi mibei menjo
  ng'etich ngetich ngeny ng'eny ngeno ng'eno nge'tich  sainna tergat tanui tuei tuikong tisia towett toweet 
  yano yebei yego  kirorei kitilit keino kemeli lokwang lotodo lomada lonyangapuo poghisio domokwang lopeyok
  kangogo kandagor kibiego kiptiony kipsengwer kapkiai suter kitum  cheserot kipkebut kilach cheptumo chemaswet
  kaitany  kimaiywo kimisik cherwon chemitei chematia chebotibin chelelgo kipkulei kibaas
`;
const OTHER_KENYAN = `
  kamau mwangi njoroge wanjiku wanjiru wambui kariuki nyambura njeri muthoni wangari waithera wairimu wangui wanjohi ndung'u
  ndungu njuguna gachanja gitau gathoni githinji kimani kinyanjui kamande macharia muriithi mureithi ngugi nganga ng'ang'a
  karanja kuria mbugua mburu wachira waweru wainaina gichuki gikonyo gichuru nduta nyokabi wacera wanjala mumbi
  otieno ochieng achieng odhiambo adhiambo onyango anyango akinyi okinyi omondi awino owino atieno oduor aduor okoth akoth
  opiyo apiyo odongo ouma auma owuor awuor oloo odinga ogola okello akello odero okumu ojwang oyugi raila oginga ouko
  wafula wekesa nekesa  barasa nasimiyu nanjala wanyonyi wanyama namalwa naliaka khaemba kulundu shikuku shitanda
  masinde mukhwana makokha nafula nabwire mulongo musungu wangila walubengo  mudavadi
  mutua musyoka mwende ndunge kioko muthama mutiso mutisya mumo musembi kalonzo nzioka nzomo mwikali kavata munyao wambua
  ndeto syokau mbithe mwongeli kyalo muli ngila
  nyaboke moraa kerubo ondieki nyakundi onsongo omwoyo nyamweya momanyi mogaka nyanchama bosibori kwamboka gesare makori
  ongeri matiang'i nyaribo okemwa orina
  murithi muthuri mwiti kaimenyi kirimi nkatha kanyaru gatwiri makena karimi kinoti mutuma mbaabu muriuki ntongai
  mohamed mohammed muhammad mohamud ahmed ahmad ali hassan fatuma fatma amina halima abdi abdullahi abdalla abdullah yusuf
  hussein omar umar salim zainab mwanaisha mwanahamisi khadija rashid hamisi issa ibrahim ismail jama farah aden
  adan noor hawa maryam saida sumaya abdirahman shariff bakari athman mwinyi  nassir swaleh
  lekishon lemiso leshan lenana nkaissery ntimama sankok  saitoti kuntai nkedianye
   kenyatta  kibaki gachagua kalonzo wetangula
`;
const CHRISTIAN = `
  john mary peter  james joseph david daniel samuel simon stephen steven michael george charles william robert richard
  thomas henry edward francis patrick anthony antony benjamin jacob isaac abraham moses aaron joshua elijah elisha
  ezekiel jeremiah isaiah nathan jonathan emmanuel gideon solomon reuben josiah zachary zachariah zechariah caleb silas
  timothy  philip phillip andrew nicholas vincent victor kenneth kevin brian dennis denis edwin erick eric evans felix
  fredrick frederick geoffrey gilbert gerald hillary hilary haron harun isaack jackson johnson julius justus laban
  lawrence laurence leonard linus  meshack meshak musa nelson nicodemus nixon noah  collins collince cyrus
  dickson dominic dominick duncan elias elkana enock enoch ernest eugene festus gabriel gedion godfrey hosea
  ian jared jason jeremy  joel johnstone  jonas jotham keneth kennedy kelvin lameck lazarus levi martin matthew mathew
  maurice moris morris micah micheal mike nahashon naftali nathaniel newton obadiah obed paulo pius philemon phineas
  raphael raymond remmy robinson roland ronald ruben rodgers sammy shadrack shadrach solomon stanley symon tobias
  walter wesley weldon wilberforce wilfred wilson winston wycliffe zablon zakayo alfred albert alex allan amos andrea
  augustine barnabas benard bernard benson boaz boniface brimin calvin cornelius cosmas clement christopher  cleophas
  yohana petro yakobo daudi samweli stefano mikaeli yosefu yusufu ibrahimu ezekieli   mathayo
  jane anne ann anna alice agnes catherine katherine caroline carolyne christine cynthia diana dorcas dorothy doreen edith
  elizabeth elisabeth emily esther eunice eva evaline evelyne evelyn everlyne florence frida gladys gladwell helen hellen
  irene jackline jacqueline janet jennifer jenifer jentrix joan joanna josephine judith judy juliana julia juliet
  lilian lillian linet lucy lydia magdalene magdalena margaret maria martha marion maureen millicent milka mirriam miriam
  monica monicah nancy naomi nelly norah pamela pauline penina peninah perpetua phoebe phylis phyllis priscah prisca
  priscilla rachael rachel rael rebecca rebeccah regina rhoda rosemary rosebella roseline ruth sally salome sarah sara sharon
  selina selly sheila sophia sophy stella stellah susan susanna sylvia tabitha teresa teresia theresa vivian veronica veronicah
  viola  winnie winfred winfrida zipporah zippy beatrice beatrix betty brenda brigid carol clara damaris debora
  deborah delphine eddah elsie emma gertrude hannah harriet hilda  immaculate jerusha jemima jackie joyce kezia
  leah linda loise lorna lornah mercyline mildred miriamu nicole norine  patricia rahab rodah rosaline scola
  scholastica  sellah tecla teclah truphena  valary valerie vane vicky  yvonne zeddy mariamu
   ester rahabu elizabeti agnesi marta
`;
/** Words of English or Swahili, days, or names of public things. */
const DOUBTFUL = `
  grace faith joy mercy hope rose mark will grant gift peace patience prudence charity comfort dan ben sam tom ken kim bill
  frank jack may june april august precious prince king victor purity violet daisy lily ivy pearl ruby amber
  angel angela christian justice justine faith glory gloria blessing blessed bright happy innocent lucky moses sunday
  baraka amani rehema neema furaha zawadi imani upendo tumaini subira shukuru mapenzi juma asha said saidi salama
  bahati riziki heri sifa nuru zuhura simba tatu sita moja pendo siti mwanzo kazungu karisa chema
  limo too sang bor wanyama kuto jama rop moi kilimo uhuru paul luke titus job oscar jonah ida scholar valentine victoria soi kisa hawa
  moiben yuda luka marko             
  tuei  suge ouma meli saina menjo yano mosop kogo soo   linda    
`;

const words = (list: string): string[] => list.trim().split(/\s+/);

export const DOUBTFUL_NAMES: ReadonlySet<string> = new Set(words(DOUBTFUL));
export const CERTAIN_NAMES: ReadonlySet<string> = new Set(
  words(`${KALENJIN} ${OTHER_KENYAN} ${CHRISTIAN}`).filter((name) => !DOUBTFUL_NAMES.has(name)),
);

const single = (name: string): string => name.replace(/(.)\1+/g, '$1');
const LEAST_LETTERS = 5;
const SINGLE: ReadonlySet<string> = new Set(
  [...CERTAIN_NAMES].map(single).filter((name) => name.length >= LEAST_LETTERS),
);

/** `Kiiprop`, `Chebbet`: letters written twice. */
export const isDrawnOut = (lower: string): boolean => {
  const short = single(lower);
  return short !== lower && SINGLE.has(short);
};

/**
 * How Kalenjin names are made: Kip- and Chep-/Jep-, then a consonant (Swahili words with these beginnings go on with a
 * vowel: kipindi, chepuka, jepesi). Names of places are made so too.
 */
export const KALENJIN_PATTERN = /^(?:kip|chep|jep)(?:[bcdfghjklmnrstw]|y(?!a$|o$))[a-z']{2,}$/;
