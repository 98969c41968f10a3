import type { developers as en } from '../en/developers.ts';

export const developers: typeof en = {
  title: 'Kwa waandishi wa programu',
  description: (jurisdiction) =>
    `API ya ${jurisdiction}: ijaribu ukurasani, mifano ya curl, R, Python, Excel na Google Sheets, na faili ya TypeScript.`,
  lead: 'Yote ambayo tovuti hii inaonyesha yanaweza kuombwa na programu. Bila ufunguo, bila usajili, kutoka tovuti yoyote.',
  facts: {
    base: 'Anwani',
    description: 'Maelezo',
    openapi: 'OpenAPI 3.1',
    client: 'Programu tayari',
    client_file: 'faili moja ya TypeScript, isiyohitaji kitu kingine',
    licence: 'Leseni',
  },
  try: 'Jaribu',
  try_text:
    'Chagua, kisha uone API inavyojibu. Anwani iliyo juu ya jibu ndiyo pekee ambayo programu inahitaji.',
  form: {
    area: 'Mahali',
    any: 'pote',
    any_status: 'zote',
    status: 'Hali',
    status_of: { open: 'inasubiri', closed: 'imefungwa' },
    period: 'Ilipokelewa',
    period_hint: 'Mwaka, mwezi, siku au kipindi: 2026, 2026-03, 2026-01..2026-03',
    limit: 'Ripoti kwa ukurasa',
    ask: 'Uliza',
  },
  answers_text: 'Au moja ya hizi:',
  answers: {
    requests: 'Ripoti tatu ambazo zimesubiri zaidi',
    median: 'Jibu la kwanza huchukua muda gani',
    by_area: 'Ripoti zinazosubiri, kwa mahali',
    by_month: 'Ripoti zilizopokelewa, kwa mwezi',
    services: 'Aina za ripoti, na ahadi ya kila moja',
    release: 'Toleo jipya kabisa, pamoja na faili na alama zake za uhakiki',
    refusal: 'Kosa linavyoonekana',
  },
  asked: 'Swali',
  answer: 'Jibu',
  cut: 'Jibu linaendelea; huu ni mwanzo wake.',
  not_reached: 'Tovuti haikufikiwa. Tafadhali jaribu tena.',
  examples: 'Mifano',
  tools: {
    curl: 'curl',
    python: 'Python',
    r: 'R',
    excel: 'Excel',
    sheets: 'Google Sheets',
    typescript: 'TypeScript',
  },
  example: {
    longest_waiting: 'Ripoti kumi ambazo zimesubiri zaidi, kwa JSON:',
    file: 'Ripoti zote zinazosubiri, kama faili:',
    every_page: 'Kila ripoti inayosubiri, ukurasa kwa ukurasa, kwa Python peke yake:',
    frequency:
      'Ripoti zote, zikihesabiwa kwa matokeo. Namba za mahali husomwa kama maandishi, kwa kuwa baadhi huanza na sifuri:',
    workbook:
      'Kitabu chenye tarehe halisi, na karatasi ya pili inayoeleza maana ya kila safu. Fungua anwani hii, au chagua Data, kisha From Web, ili uweze kuisasisha:',
    sheet: 'Kwenye seli ya kwanza. Google huuliza tena takriban kila saa:',
    client:
      'Pakua faili hii mara moja. Imetengenezwa kutokana na maelezo ya tovuti hii yenyewe, kwa hivyo kihariri chako kinajua kila sehemu. Hufanya kazi kama ilivyo katika Node, Deno na Bun:',
  },
  addresses: 'Anwani',
  addresses_text: 'Zote hujibu GET na HEAD kwa JSON. Vigezo na sehemu zimeelezwa katika OpenAPI.',
  address: 'Anwani',
  gives: 'Inachotoa',
  operations: {
    '/requests': 'Ripoti za toleo, zilizochujwa na kupangwa, ukurasa kwa ukurasa',
    '/requests/{code}': 'Ripoti moja: hali yake sasa, na mstari wake katika toleo jipya kabisa',
    '/changes': 'Ripoti, zilizobadilika karibuni kwanza',
    '/areas': 'Mahali; pamoja na mipaka ikiombwa',
    '/services': 'Aina za ripoti na ahadi ya kila moja',
    '/agencies': 'Ofisi',
    '/statistics': 'Takwimu zilizopo, na jinsi kila moja inavyokokotolewa',
    '/statistics/{id}':
      'Takwimu moja, nzima au kwa mahali, aina, ofisi na kipindi, pamoja na kiwango cha uhakika',
    '/releases': 'Matoleo yote',
    '/releases/{release}': 'Toleo moja pamoja na faili na alama zake za uhakiki',
    '/datasets': 'Kinachoweza kupakuliwa, pamoja na maana ya kila safu',
  },
  rules: 'Vizuri kujua',
  paging: 'Kurasa',
  paging_text:
    'Orodha hutoa data, total na next. Tuma next kama cursor ili kupata ukurasa unaofuata; kichwa Link kina anwani nzima. Orodha hubaki ya toleo lile ilipoanza, hata toleo jipya likichapishwa wakati huo. limit ni 100, isizidi 1,000. Ukurasa wa mwisho haugharimu zaidi ya wa kwanza.',
  releases: 'Matoleo',
  releases_text:
    'Kila jibu hutaja toleo lake. Bila release unapata toleo jipya kabisa. Kwa release=20 unapata jibu lilelile daima: nukuu hilo.',
  errors: 'Makosa',
  errors_text:
    'Kukataliwa ni application/problem+json (RFC 9457): 400 hutaja kila kigezo kisicho sahihi na kinachoruhusiwa, 404 haijulikani, 410 imeondolewa, 429 ni nyingi mno, 503 haifikiki. Kigezo kisichokuwepo hukataliwa, hakipuuzwi kamwe. Hakuna ulichotuma kinachorudiwa.',
  limits: 'Kiasi',
  limits_text: (burst, per_second) =>
    `Kila anayeuliza anaweza kupata majibu mapya ${burst} kwa pamoja, kisha ${per_second} kila sekunde. Lililoulizwa awali hutoka kwenye kumbukumbu na halihesabiwi. Zaidi ya hapo hurudi 429, na Retry-After kwa sekunde. Ukitaka yote kwa pamoja, pakua faili: ni ombi moja.`,
  caching: 'Kuuliza tena',
  caching_text:
    'Majibu yana ETag. Irudishe kama If-None-Match, nawe utapata 304 bila maudhui mradi hakuna kilichobadilika.',
  versions: 'Kinachobaki',
  versions_text:
    'Chini ya /api/v1 sehemu na vigezo huongezwa; hakuna kinachoondolewa wala kubadilishwa maana. Kinacholazimika kubadilika huenda /api/v2, na v1 hubaki kando yake kwa angalau mwaka mmoja.',
  elsewhere: 'Njia nyingine za data hiyohiyo',
  downloads: 'Kupakua: faili nzima, au kile tu ambacho kichujio kinaonyesha',
  figures: 'Ukurasa wa kila takwimu, pamoja na jinsi ya kuinukuu',
  feed: 'Mlisho wa ripoti mpya na zilizobadilika (Atom)',
  open311: 'Open311 GeoReport v2, kwa programu zinazosoma miji mingine pia',
  trpc: 'tRPC kwenye /api/trpc, kwa programu zinazotumia msimbo wa tovuti hii',
  verify: 'Hakiki yote',
  verify_text:
    'Amri hii hukokotoa upya kila takwimu ya tovuti kutokana na mistari inayochapisha, na kulinganisha kila alama ya uhakiki. Inahitaji nakala ya programu inayoendesha tovuti hii:',
};
