/** Words that stand before a person's name, in lower case. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Nothing else than a name follows these, however it is written. */
export const FORMS_OF_ADDRESS = list(`
  mr mrs ms miss messrs dr hon eng prof rev pst fr sgt cpl insp supt capt col gen lt maj mh mhe mhesh bw bwn bwana
  mheshimiwa muheshimiwa mhandisi pastor pasta padre askofu bishop reverend sheikh imam engineer
`);

/** These are also offices and kin; a name follows when it begins with a capital and is no word of an office. */
export const OFFICES = list(`
  bi chief assistant mca governor gavana senator seneta mbunge mp cs ps cecm cec minister waziri director mkurugenzi
  manager meneja principal headteacher deputy afisa ofisa officer clerk karani contractor kontrakta driver dereva
  elder mzee dcc occ do dc acc ocs ocpd ocd inspector koplo sajenti konstebo constable corporal sergeant father brother
  mama baba dada kaka ndugu mwalimu mwl teacher tutor daktari dkt doctor nurse muuguzi nesi matron sister askari
  watchman guard soldier chifu naibu msaidizi mjomba shangazi uncle auntie aunty aunt cucu shosh babu nyanya bibi
  binti bint bin arap madam sir teacher tr mwenyekiti chairman chairlady chairperson secretary katibu treasurer
  mwalim daktar chif mwalimi nesi tichar ticha dokta kansela prefect patron chaplain evangelist
  councillor diwani hakimu magistrate judge jaji vet fundi plumber mkulima mkandarasi supervisor caretaker
`);

/** After an office: words of offices, services and greetings, which are no names. */
export const NO_NAMES = list(`
  office officer officers ofisi county kaunti ward wadi health afya kilimo agriculture roads road barabara water maji education
  elimu of in at on the a and or for to from is was has had will who said says did does came come went must should
  clinic department idara executive general minister secretary governor engineer inspector constable administrator
  commissioner chief assistant deputy principal teacher nurse doctor director manager clerk member committee finance
  planning lands trade social services youth gender livestock veterinary extension environment public works medical
  clinical nursing procurement revenue enforcement security police camp station post house home line lines centre center
  mkuu mkubwa mdogo mkazi msaidizi mtendaji kaunti serikali mboga fua mzazi mkwe wa ya la cha za kwa na ni hii huyu hapo
  hakuja hajakuja hayupo hakuna anasema alisema amekataa aliniambia yetu yangu wetu wangu wake yake wao yao mmoja mwingine
  location sublocation sub sub-location division village kijiji mtaa nyumba kumi school shule hospital hospitali dispensary
  zahanati market soko town mji madam sir mama baba mzee please tafadhali asante thanks sana kesho leo jana
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
  jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili ecde vtc aic pcea mca ocs mp cec kenya nakuru not no
  rais makamu spika mjumbe mipango hongera mawaziri usalama kanda habari tawi mahusiano mwandamizi halmashauri mstaafu
  mtakatifu ujenzi mkuu kijiji elimu fedha uchukuzi mifugo miundombinu tanzania kenya world international africa mwenzangu
  kama siyo sio kwanini zangu zetu hivi hili hilo hizi je sasa lakini kwani wewe mimi sisi nyinyi nyie yeye wao ndani basi
  taifa halafu pia tena bado baada kabla wakati mambo jamani naomba samahani mungu shukrani pole karibu what when why where how
  if he she they we you i it there here this that these then but so yes no are can please our your his her their my
  vacancy absent present needed required asked available posted transferred quarters toilet toilets team staff unit
`);

/** After these someone's name is given. */
export const INTRODUCTIONS =
  /\b(?:my name is|his name is|her name is|i am called|this is|named|called|by the name(?: of)?|name[:=]|jina langu(?: ni)?|jina lake(?: ni)?|jina ni|kwa jina(?: la)?|naitwa|anaitwa|aitwaye|ninaitwa|mimi ni|contact|mpigie|mtafute|muulize|wasiliana na|ask for|talk to)\s+/g;

/** "mama wa …", "mke wa …": somebody's kin. */
export const KIN = list(
  'mama baba kaka dada mke mume binti mtoto watoto kijana mjukuu jirani shangazi mjomba bibi babu familia',
);

/** Forms of address that are nothing else, in small letters or in capitals. */
export const SURE_FORMS = list('mr mrs ms dr bw eng prof rev sgt cpl arap');

/** How Swahili verbs begin: "Anasema", "Hawakuja", "Tutashukuru" are no names. */
export const SWAHILI_VERB =
  /^(?:ha|si|hatu|hawa|hai|hau|hazi)?(?:ni|u|a|tu|m|wa|i|zi|ki|vi|ya|li|ku)(?:na|me|li|ta|ki|ka|nge|ja|ku|si)\p{L}{3,}$/u;

/** Offices that are letters: in small letters, "do" and "co" are words. */
export const ACRONYMS = list('mca mp cs ps cec cecm dcc occ do dc acc ocs ocpd ocd co');
