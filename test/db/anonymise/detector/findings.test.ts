import { describe, expect, it } from 'vitest';
import { findings } from '../../../../db/anonymise/detector/findings.ts';
import { detectors } from '../../../../db/anonymise/detector/registry.ts';
import { FINDING_KINDS } from '../../../../db/anonymise/detector/types.ts';
import {
  DECLINED,
  MERGED,
  NATIONAL_ROAD,
  PLACES,
  SERVICE_TEXTS,
  STARTED,
} from '../../../../db/demo/texts/texts.ts';

const kinds = (text: string, messages: readonly string[] = []) => [
  ...new Set(findings(text, { places: ['Kiplokoi North'], messages }).map((finding) => finding.kind)),
];
const stretches = (text: string) =>
  findings(text, { places: [], messages: [] }).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('the detector stops', () => {
  it.each([
    ['telephone', 'Call 0712 345 678 for the key'],
    ['telephone', 'Piga sifuri saba moja mbili tatu nne tano sita saba nane'],
    ['telephone', 'Piga +254 (0) 712-345-678'],
    ['telephone', '0712 ongeza 345 halafu 678'],
    ['telephone', 'Ring +44 20 7946 0958'],
    ['email', 'Andika jina kwa gmail nukta com'],
    ['email', 'write to jina(at)school.ac.ke'],
    ['url', 'See bit.ly/3xYz for the picture'],
    ['url', 'wa.me/254'],
    ['url', 'majina dot co dot ke'],
    ['plate', 'Gari KDA 123B limefunga njia'],
    ['plate', 'lorry K.D.A one two three B'],
    ['plate', 'GK B 234 C stood at the bar'],
    ['identity', 'ID no. 1234 was refused'],
    ['identity', 'Kitambulisho changu ni 23456'],
    ['identity', 'KRA PIN A001234567Z'],
    ['identity', 'NHIF namba 44521 imekataliwa'],
    ['payment', 'Paid, code TJK7X4K2P1'],
    ['payment', 'Till no. 55221'],
    ['payment', 'Merged into K7Q-M2F-9XH4'],
    ['coordinates', 'The leak is at 0.6703, 35.5081'],
    ['coordinates', `0°40'12"N`],
    ['coordinates', '6GCR+2XM'],
    ['digits', 'Received on 22/11/2026'],
    ['title', 'Chief Sirikwet took the money'],
    ['title', 'Mwalimu Onyonka hayupo'],
    ['title', 'bw. nyamweno amekataa'],
    ['name', 'Kiprop broke the pump'],
    ['name', 'Ask K i p r o p for it'],
    ['name', 'wambui na otieno walikuwepo'],
    ['name', 'Naitwa Zedekia, nipigie'],
    ['name', 'The house of Grace Chebet'],
    ['name', "Ng'etich's gate blocks the road"],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  it('five words in a row of the message, however they are punctuated, and not four', () => {
    const sent = ['Maji yamekatika tangu Jumatatu hapa kwa ndugu yangu'];
    expect(kinds('Wasema: MAJI yamekatika, tangu jumatatu hapa', sent)).toEqual(['quotation']);
    expect(kinds('Maji yamekatika tangu Jumatatu', sent)).toEqual([]);
  });

  it('says where it stands in the text as it was written', () => {
    expect(stretches('Piga 0️⃣7️⃣1️⃣2️⃣ 345 678 sasa')).toEqual([['telephone', '0️⃣7️⃣1️⃣2️⃣ 345 678']]);
    expect(stretches('Mama\u200b Chebet')).toEqual([
      ['title', 'Mama\u200b Chebet'],
      ['name', 'Chebet'],
    ]);
  });
});

describe('the detector lets pass', () => {
  it.each([
    'Kapsowar Girls has no water',
    'The chief’s office is closed',
    'Ofisi ya chifu imefungwa',
    'MCA Lembus Kwen ward was told',
    'Daniel Arap Moi Primary needs desks',
    'Financial year 2025/2026',
    'Graded in 2019 and 2023',
    'Opened on December 12, 2025',
    'Open 8:00-17:00',
    'Pipe of 200m and 150m laid; 3 taps',
    'Kaa 200 m kutoka kwa daraja',
    'Kimefunguliwa tena; kibali kipya kimetolewa',
    'Chemchemi imekauka, chekechea bila maji',
    'The nurse was posted to the facility',
    'Mama na watoto wanangoja daktari',
    'Roads C51 and B54 meet at the junction',
    'Limo kwenye mpango wa kazi',
    'Amani na neema',
    'ID cards are issued by the national government',
    'The chief of Kiplokoi asks for a road',
    '',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  const texts = [
    ...Object.values(SERVICE_TEXTS).flatMap(({ summaries, resolved }) => [
      ...PLACES.flatMap((place) => [
        ...summaries.en.map((summary) => summary.replace('{place}', place.en)),
        ...summaries.sw.map((summary) => summary.replace('{place}', place.sw)),
      ]),
      ...resolved.en,
      ...resolved.sw,
    ]),
    ...[DECLINED, STARTED].flatMap((said) => [...said.en, ...said.sw]),
    ...[NATIONAL_ROAD, MERGED].flatMap((said) => [said.en, said.sw]),
  ];
  it('every text of the demonstration', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => kinds(text).length > 0)).toEqual([]);
  });

  it('no summary of the demonstration that repeats its message', () => {
    const repeating = Object.values(SERVICE_TEXTS).flatMap(({ summaries, messages }) =>
      (['en', 'sw'] as const).flatMap((tongue) =>
        PLACES.flatMap((place) => {
          const said = (text: string) => text.replace('{place}', place[tongue]);
          return summaries[tongue]
            .map(said)
            .filter(
              (summary) => kinds(summary, [...messages[tongue], ...messages.mixed].map(said)).length > 0,
            );
        }),
      ),
    );
    expect(repeating).toEqual([]);
  });
});

describe('the registry', () => {
  it('has a detector for each kind, with a reason that says what to do', () => {
    expect(detectors.map((detector) => detector.kind).toSorted()).toEqual([...FINDING_KINDS].toSorted());
    for (const { kind, reason } of detectors)
      expect([kind, reason]).toEqual([kind, expect.stringMatching(/Take (it|them|the name) out|Say it/)]);
  });
});
