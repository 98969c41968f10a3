/** One row per released request, as it stood at the cut-off of the release. */
import type { Dataset } from './dataset.ts';
import { describedColumn } from './described-column.ts';

export const requests: Dataset = {
  id: 'requests',
  title: { en: 'Requests', sw: 'Ripoti' },
  description: {
    en: 'Every request that is published row by row: where, about what, when it was received, how long the answer took, and how it stood at the cut-off of the release. The newest come first.',
    sw: 'Kila ripoti inayochapishwa kwa safu yake: mahali, jambo, ilipopokelewa, muda wa kujibiwa, na hali yake wakati toleo lilipofungwa. Mpya huja kwanza.',
  },
  caveats: [
    {
      en: 'Not every request received is here. Sensitive ones are only counted (see sensitive_counts), some are withheld, some are held for a later release; the page of the release adds them all up.',
      sw: 'Si kila ripoti iliyopokelewa imo hapa. Zile nyeti huhesabiwa tu (tazama sensitive_counts), nyingine zimezuiliwa, na nyingine zinasubiri toleo la baadaye; ukurasa wa toleo unajumlisha zote.',
    },
    {
      en: 'An empty first response or resolution means that there was none by the cut-off, or that the source does not record it. An average over the rows that have one makes the county look faster than it is: treat the others as still waiting.',
      sw: 'Jibu la kwanza au utatuzi usiojazwa unamaanisha kwamba haukuwepo hadi toleo lilipofungwa, au chanzo hakiurekodi. Wastani wa safu zilizojazwa pekee huonyesha kaunti kuwa na kasi kuliko ilivyo: hesabu zingine kuwa bado zinasubiri.',
    },
    {
      en: 'How people were served is published coarsely, so that nobody can be singled out: received by month, and at a wider area or without the service where fewer than five people reported the like (disclosure: guarded). They show what happened only as long after the end of their month as it took from receipt. Figures of a single ward leave out what is known only for a wider area.',
      sw: 'Namna watu walivyohudumiwa huchapishwa bila undani ili mtu asitambulike: kwa mwezi wa kupokelewa, na kwa eneo pana zaidi au bila huduma pale waliporipoti watu wachache kuliko watano (disclosure: guarded). Huonyesha kilichotokea baada tu ya muda uleule kupita tangu mwisho wa mwezi. Takwimu za wadi moja hazina zile zinazojulikana kwa eneo pana pekee.',
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
      [
        'Code',
        'Open requests: the public code of the request, such as K7Q-M2F-9XH4, with a status page. Guarded ones: an id of the row alone, which no status page has, so that nobody can watch the page and reckon the day of receipt. Neither tells anything about order or time.',
      ],
      [
        'Nambari',
        'Ripoti za open: nambari ya umma ya ripoti, kama K7Q-M2F-9XH4, yenye ukurasa wake wa hali. Za guarded: kitambulisho cha safu pekee, kisicho na ukurasa, ili mtu asifuatilie ukurasa na kukisia siku ya kupokelewa. Hakuna inayoonyesha mpangilio wala wakati.',
      ],
    ),
    describedColumn(
      'disclosure',
      [
        'Disclosure',
        'How precisely the request is published: open (by day and ward) or guarded (by month, and as precisely as the number of like reports allows).',
      ],
      [
        'Kiwango cha uwazi',
        'Undani wa kuchapishwa: open (kwa siku na wadi) au guarded (kwa mwezi, na kwa undani ambao idadi ya ripoti zinazofanana inaruhusu).',
      ],
    ),
    describedColumn(
      'area_code',
      ['Area', 'Code of the finest area at which the request is published; see the dataset areas.'],
      ['Eneo', 'Msimbo wa eneo dogo zaidi ambapo ripoti inachapishwa; tazama seti ya areas.'],
    ),
    describedColumn(
      'area_level',
      ['Level of the area', 'Level of that area, such as ward or county.'],
      ['Ngazi ya eneo', 'Ngazi ya eneo hilo, kama wadi au kaunti.'],
    ),
    describedColumn(
      'service_code',
      ['Service', 'Code of the service; see the dataset services. Empty where only the group is published.'],
      ['Huduma', 'Msimbo wa huduma; tazama seti ya services. Huwa tupu pale kundi pekee linapochapishwa.'],
    ),
    describedColumn(
      'service_group',
      ['Group of services', 'Code of the group of services. Empty where not even the group is published.'],
      ['Kundi la huduma', 'Msimbo wa kundi la huduma. Huwa tupu pale hata kundi halichapishwi.'],
    ),
    describedColumn(
      'agency_responsible',
      ['Office responsible', 'Code of the office responsible; see the dataset agencies.'],
      ['Ofisi inayohusika', 'Msimbo wa ofisi inayohusika; tazama seti ya agencies.'],
    ),
    describedColumn(
      'received_period',
      ['Received', 'Local day of receipt (2026-11-22) for open requests, month (2026-11) for guarded ones.'],
      ['Ilipokelewa', 'Siku ya kupokelewa (2026-11-22) kwa ripoti za open, mwezi (2026-11) kwa za guarded.'],
      'period',
    ),
    describedColumn(
      'first_response_hours',
      [
        'Hours to the first response',
        'From receipt to the first public action, rounded up: whole hours to 48, then whole days. Empty: none by the cut-off, or not recorded by the source.',
      ],
      [
        'Saa hadi jibu la kwanza',
        'Tangu kupokelewa hadi hatua ya kwanza ya wazi, kwa kuzidisha: saa kamili hadi 48, kisha siku kamili. Tupu: haikuwepo hadi toleo lilipofungwa, au chanzo hakirekodi.',
      ],
      'integer',
      'hours',
    ),
    describedColumn(
      'resolution_hours',
      [
        'Hours to resolution',
        'From receipt to resolution, on the same grid. Empty: not resolved at the cut-off; a reopened request is not resolved.',
      ],
      [
        'Saa hadi utatuzi',
        'Tangu kupokelewa hadi kutatuliwa, kwa vipimo vile vile. Tupu: haikuwa imetatuliwa; ripoti iliyofunguliwa tena haijatatuliwa.',
      ],
      'integer',
      'hours',
    ),
    describedColumn(
      'closed_hours',
      [
        'Hours to closing',
        'From receipt to the resolution, refusal or merger that closed it, on the same grid. Empty: open.',
      ],
      [
        'Saa hadi kufungwa',
        'Tangu kupokelewa hadi utatuzi, kukataliwa au kuunganishwa kulikoifunga, kwa vipimo vile vile. Tupu: iko wazi.',
      ],
      'integer',
      'hours',
    ),
    describedColumn(
      'first_resolution_hours',
      [
        'Hours to the first resolution',
        'From receipt to the first resolution, whatever came of it later, on the same grid. Empty: never resolved.',
      ],
      [
        'Saa hadi utatuzi wa kwanza',
        'Tangu kupokelewa hadi kutatuliwa mara ya kwanza, lolote lililofuata, kwa vipimo vile vile. Tupu: haijawahi kutatuliwa.',
      ],
      'integer',
      'hours',
    ),
    describedColumn(
      'first_response_due',
      [
        'First response due',
        'Last day for a first response by the service standard; late from the next day. Empty: no standard.',
      ],
      [
        'Mwisho wa jibu la kwanza',
        'Siku ya mwisho ya jibu la kwanza kwa kiwango cha huduma; imechelewa kuanzia siku inayofuata. Tupu: hakuna kiwango.',
      ],
      'date',
    ),
    describedColumn(
      'first_response_on_time',
      [
        'First response on time',
        'Whether the first response came by the last day of the standard. Empty: none yet, no standard, or a guarded row, where it would tell the day of receipt.',
      ],
      [
        'Jibu la kwanza kwa wakati',
        'Kama jibu la kwanza lilikuja kufikia siku ya mwisho ya kiwango. Tupu: bado hakuna jibu, hakuna kiwango, au safu ya guarded, ambapo ingeonyesha siku ya kupokelewa.',
      ],
      'boolean',
    ),
    describedColumn(
      'resolution_due',
      [
        'Resolution due',
        'Last day for resolution by the service standard; late from the next day. Empty: no standard.',
      ],
      [
        'Mwisho wa utatuzi',
        'Siku ya mwisho ya utatuzi kwa kiwango cha huduma; imechelewa kuanzia siku inayofuata. Tupu: hakuna kiwango.',
      ],
      'date',
    ),
    describedColumn(
      'resolution_on_time',
      [
        'Resolved on time',
        'Whether it was resolved by the last day of the standard. Empty: not resolved, no standard, or a guarded row.',
      ],
      [
        'Ilitatuliwa kwa wakati',
        'Kama ilitatuliwa kufikia siku ya mwisho ya kiwango. Tupu: haijatatuliwa, hakuna kiwango, au safu ya guarded.',
      ],
      'boolean',
    ),
    describedColumn(
      'status',
      ['Status', 'open or closed, at the cut-off.'],
      ['Hali', 'open (iko wazi) au closed (imefungwa), wakati toleo lilipofungwa.'],
    ),
    describedColumn(
      'outcome',
      ['Outcome', 'waiting, in_progress, resolved, reopened, declined or merged, at the cut-off.'],
      [
        'Matokeo',
        'waiting (inasubiri), in_progress (inashughulikiwa), resolved (imetatuliwa), reopened (imefunguliwa tena), declined (imekataliwa) au merged (imeunganishwa).',
      ],
    ),
    describedColumn(
      'reopened',
      ['Reopened', 'Whether it was reopened within 30 days of its first resolution.'],
      ['Ilifunguliwa tena', 'Kama ilifunguliwa tena ndani ya siku 30 baada ya kutatuliwa mara ya kwanza.'],
      'boolean',
    ),
    describedColumn(
      'reporter_says',
      ["Reporter's word", 'Whether the reporter confirmed or disputed the resolution. Empty: said nothing.'],
      [
        'Kauli ya aliyeripoti',
        'Kama aliyeripoti alithibitisha (confirmed) au alipinga (disputed) utatuzi. Tupu: hakusema.',
      ],
    ),
    describedColumn(
      'reporters',
      [
        'Reporters',
        'How many people reported it, in bands: 1, 2-4, 5-9, 10+. Empty: the source does not know.',
      ],
      ['Walioripoti', 'Idadi ya watu walioripoti, kwa makundi: 1, 2-4, 5-9, 10+. Tupu: chanzo hakijui.'],
    ),
    describedColumn(
      'public_summary',
      ['Summary', 'Summary approved for publication, 140 characters at most; open requests only.'],
      ['Muhtasari', 'Muhtasari ulioidhinishwa kuchapishwa, herufi 140 zaidi; kwa ripoti za open pekee.'],
    ),
  ],
};
