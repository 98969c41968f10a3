/** One row per released request, as it stood at the cut-off of the release. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';

export const requests: Dataset = {
  id: 'requests',
  title: { en: 'Requests', sw: 'Ripoti' },
  description: {
    en: 'Every request that is published row by row: where, about what, when it was received, how long the answer took, and how it stood at the cut-off of the release. The newest come first.',
    sw: 'Kila ripoti inayochapishwa kwa mstari wake: mahali, jambo, ilipopokelewa, muda wa kujibiwa, na hali yake wakati toleo lilipofungwa. Mpya huja kwanza.',
  },
  caveats: [
    {
      en: 'Not every request received is here. Sensitive ones are only counted (see sensitive_counts), some are withheld, some are held for a later release; the page of the release adds them all up.',
      sw: 'Si kila ripoti iliyopokelewa imo hapa. Zile nyeti huhesabiwa tu (tazama sensitive_counts), nyingine zimezuiliwa, na nyingine zinasubiri toleo la baadaye; ukurasa wa toleo unajumlisha zote.',
    },
    {
      en: 'An empty first response or resolution means that there was none by the cut-off, or that the source does not record it. An average over the rows that have one makes the county look faster than it is: treat the others as still waiting.',
      sw: 'Jibu la kwanza au utatuzi usiojazwa unamaanisha kwamba haukuwepo hadi toleo lilipofungwa, au chanzo hakiurekodi. Wastani wa mistari iliyojazwa pekee huonyesha kaunti kuwa na kasi kuliko ilivyo: hesabu zingine kuwa bado zinasubiri.',
    },
    {
      en: 'How people were served is published coarsely, so that nobody can be singled out: received by month, and at a wider area or without the service where fewer than five people reported the like (disclosure: guarded). They show what happened only as long after the end of their month as it took from receipt. Figures of a single ward leave out what is known only for a wider area.',
      sw: 'Namna watu walivyohudumiwa huchapishwa bila undani ili mtu asitambulike: kwa mwezi wa kupokelewa, na kwa eneo pana zaidi au bila huduma pale waliporipoti watu wachache kuliko watano (disclosure: guarded). Huonyesha kilichotokea baada tu ya muda uleule kupita tangu mwisho wa mwezi. Takwimu za wadi moja hazina zile zinazojulikana kwa eneo pana pekee.',
    },
    {
      en: 'Places, kinds and offices are codes; their names are in the datasets areas, services and agencies, and in the Excel file on the sheet codes. Codes are text, and some begin with a zero: the Excel file keeps it, while a spreadsheet that opens the CSV makes 744 of 0744, and of 2-4 reporters the second of April.',
      sw: 'Mahali, aina na ofisi ni misimbo; majina yake yamo katika seti za areas, services na agencies, na katika faili ya Excel kwenye laha ya codes. Misimbo ni maandishi, na mingine huanza na sifuri: faili ya Excel huitunza, lakini lahajedwali inayofungua CSV hugeuza 0744 kuwa 744, na walioripoti 2-4 kuwa tarehe 2 Aprili.',
    },
    {
      en: 'Summaries are text written by people. A spreadsheet may take one that begins with =, +, - or @ for a formula: for a spreadsheet take the Excel file, or the CSV with ?bom=true, where an apostrophe stands before such a text.',
      sw: 'Muhtasari ni maandishi ya watu. Programu ya lahajedwali inaweza kudhani unaoanza na =, +, - au @ ni fomula: kwa lahajedwali chukua faili ya Excel, au CSV yenye ?bom=true, ambapo alama ya ritifaa hutangulia maandishi kama hayo.',
    },
  ],
  source: 'published.request_version',
  order: 'received_period desc, service_request_id',
  key: ['service_request_id'],
  filters: true,
  columns: [
    describedColumn(
      'service_request_id',
      { example: 'K7Q-M2F-9XH4' },
      [
        'Code',
        'Open requests: the public code of the request, such as K7Q-M2F-9XH4, with a status page. Guarded ones: an id of the row alone, which no status page has, so that nobody can watch the page and reckon the day of receipt. Neither tells anything about order or time.',
      ],
      [
        'Nambari',
        'Ripoti za open: nambari ya umma ya ripoti, kama K7Q-M2F-9XH4, yenye ukurasa wake wa hali. Za guarded: kitambulisho cha mstari pekee, kisicho na ukurasa, ili mtu asifuatilie ukurasa na kukisia siku ya kupokelewa. Hakuna inayoonyesha mpangilio wala wakati.',
      ],
    ),
    describedColumn(
      'disclosure',
      { example: 'open' },
      [
        'Disclosure',
        'How precisely the request is published. Guarded ones are as precise as the number of like reports allows.',
      ],
      [
        'Kiwango cha uwazi',
        'Undani wa kuchapishwa. Zile za guarded huwa na undani ambao idadi ya ripoti zinazofanana inaruhusu.',
      ],
    ),
    describedColumn(
      'area_code',
      { example: '0744' },
      ['Area', 'Code of the finest area at which the request is published; see the dataset areas.'],
      ['Eneo', 'Msimbo wa eneo dogo zaidi ambapo ripoti inachapishwa; tazama seti ya areas.'],
    ),
    describedColumn(
      'area_level',
      { example: 'ward' },
      ['Level of the area', 'Level of that area, such as ward or county.'],
      ['Ngazi ya eneo', 'Ngazi ya eneo hilo, kama wadi au kaunti.'],
    ),
    describedColumn(
      'service_code',
      { example: 'road-damage' },
      ['Service', 'Code of the service; see the dataset services.', 'only the group is published.'],
      ['Huduma', 'Msimbo wa huduma; tazama seti ya services.', 'kundi pekee linapochapishwa.'],
    ),
    describedColumn(
      'service_group',
      { example: 'roads' },
      ['Group of services', 'Code of the group of services.', 'not even the group is published.'],
      ['Kundi la huduma', 'Msimbo wa kundi la huduma.', 'hata kundi halichapishwi.'],
    ),
    describedColumn(
      'agency_responsible',
      { example: 'roads-transport' },
      [
        'Office responsible',
        'Code of the office responsible; see the dataset agencies.',
        'not published: of a guarded row whose service is not, either.',
      ],
      [
        'Ofisi inayohusika',
        'Msimbo wa ofisi inayohusika; tazama seti ya agencies.',
        'haichapishwi: mstari wa guarded ambao huduma yake pia haichapishwi.',
      ],
    ),
    describedColumn(
      'received_period',
      { type: 'period', example: '2026-11-22' },
      ['Received', 'Local day of receipt (2026-11-22) for open requests, month (2026-11) for guarded ones.'],
      ['Ilipokelewa', 'Siku ya kupokelewa (2026-11-22) kwa ripoti za open, mwezi (2026-11) kwa za guarded.'],
    ),
    describedColumn(
      'first_response_hours',
      { type: 'integer', unit: 'hours', example: '26' },
      [
        'Hours to the first response',
        'From receipt to the first public action, rounded up: whole hours to 48, then whole days.',
        'none by the cut-off, or not recorded by the source.',
      ],
      [
        'Saa hadi jibu la kwanza',
        'Tangu kupokelewa hadi hatua ya kwanza ya wazi, kwa kuzidisha: saa kamili hadi 48, kisha siku kamili.',
        'haikuwepo hadi toleo lilipofungwa, au chanzo hakirekodi.',
      ],
    ),
    describedColumn(
      'resolution_hours',
      { type: 'integer', unit: 'hours', example: '264' },
      [
        'Hours to resolution',
        'From receipt to resolution, on the same grid.',
        'not resolved at the cut-off; a reopened request is not resolved.',
      ],
      [
        'Saa hadi utatuzi',
        'Tangu kupokelewa hadi kutatuliwa, kwa vipimo vile vile.',
        'haikuwa imetatuliwa; ripoti iliyofunguliwa tena haijatatuliwa.',
      ],
    ),
    describedColumn(
      'closed_hours',
      { type: 'integer', unit: 'hours', example: '264' },
      [
        'Hours to closing',
        'From receipt to the resolution, refusal or merger that closed it, on the same grid.',
        'open.',
      ],
      [
        'Saa hadi kufungwa',
        'Tangu kupokelewa hadi utatuzi, kukataliwa au kuunganishwa kulikoifunga, kwa vipimo vile vile.',
        'iko wazi.',
      ],
    ),
    describedColumn(
      'first_resolution_hours',
      { type: 'integer', unit: 'hours', example: '264' },
      [
        'Hours to the first resolution',
        'From receipt to the first resolution, whatever came of it later, on the same grid.',
        'never resolved.',
      ],
      [
        'Saa hadi utatuzi wa kwanza',
        'Tangu kupokelewa hadi kutatuliwa mara ya kwanza, lolote lililofuata, kwa vipimo vile vile.',
        'haijawahi kutatuliwa.',
      ],
    ),
    describedColumn(
      'first_response_due',
      { type: 'date', example: '2026-11-25' },
      [
        'First response due',
        'Last day for a first response by the service standard; late from the next day.',
        'no standard.',
      ],
      [
        'Mwisho wa jibu la kwanza',
        'Siku ya mwisho ya jibu la kwanza kwa kiwango cha huduma; imechelewa kuanzia siku inayofuata.',
        'hakuna kiwango.',
      ],
    ),
    describedColumn(
      'first_response_on_time',
      { type: 'boolean', example: 'true' },
      [
        'First response on time',
        'Whether the first response came by the last day of the standard.',
        'none yet, no standard, or a guarded row, where it would tell the day of receipt.',
      ],
      [
        'Jibu la kwanza kwa wakati',
        'Kama jibu la kwanza lilikuja kufikia siku ya mwisho ya kiwango.',
        'bado hakuna jibu, hakuna kiwango, au mstari wa guarded, ambapo ingeonyesha siku ya kupokelewa.',
      ],
    ),
    describedColumn(
      'resolution_due',
      { type: 'date', example: '2027-01-06' },
      [
        'Resolution due',
        'Last day for resolution by the service standard; late from the next day.',
        'no standard.',
      ],
      [
        'Mwisho wa utatuzi',
        'Siku ya mwisho ya utatuzi kwa kiwango cha huduma; imechelewa kuanzia siku inayofuata.',
        'hakuna kiwango.',
      ],
    ),
    describedColumn(
      'resolution_on_time',
      { type: 'boolean', example: 'true' },
      [
        'Resolved on time',
        'Whether it was resolved by the last day of the standard.',
        'not resolved, no standard, or a guarded row.',
      ],
      [
        'Ilitatuliwa kwa wakati',
        'Kama ilitatuliwa kufikia siku ya mwisho ya kiwango.',
        'haijatatuliwa, hakuna kiwango, au mstari wa guarded.',
      ],
    ),
    describedColumn(
      'status',
      { example: 'open' },
      ['Status', 'Whether it was closed by the cut-off.'],
      ['Hali', 'Kama ilikuwa imefungwa wakati toleo lilipofungwa.'],
    ),
    describedColumn(
      'outcome',
      { example: 'waiting' },
      ['Outcome', 'How far it had come at the cut-off.'],
      ['Matokeo', 'Ilikuwa imefikia wapi wakati toleo lilipofungwa.'],
    ),
    describedColumn(
      'reopened',
      { type: 'boolean', example: 'false' },
      ['Reopened', 'Whether it was reopened within 30 days of its first resolution.'],
      ['Ilifunguliwa tena', 'Kama ilifunguliwa tena ndani ya siku 30 baada ya kutatuliwa mara ya kwanza.'],
    ),
    describedColumn(
      'reporter_says',
      { example: 'confirmed' },
      ["Reporter's word", 'What the reporter says of the resolution.', 'said nothing.'],
      ['Kauli ya aliyeripoti', 'Aliyeripoti anasema nini kuhusu utatuzi.', 'hakusema.'],
    ),
    describedColumn(
      'reporters',
      { example: '2-4' },
      ['Reporters', 'How many people reported it, in bands.', 'the source does not know.'],
      ['Walioripoti', 'Idadi ya watu walioripoti, kwa makundi.', 'chanzo hakijui.'],
    ),
    describedColumn(
      'public_summary',
      { example: 'Deep potholes on the road to the market' },
      [
        'Summary',
        'Summary approved for publication, 140 characters at most; open requests only.',
        'none was approved, or a guarded row.',
      ],
      [
        'Muhtasari',
        'Muhtasari ulioidhinishwa kuchapishwa, herufi 140 zaidi; kwa ripoti za open pekee.',
        'hakuna ulioidhinishwa, au mstari wa guarded.',
      ],
    ),
  ],
};
