/**
 * Invented Kenyan personal data in many disguises, inside sentences as people write them: English, Swahili, Sheng.
 *
 * In:     a seed, and how many of each disguise
 * Out:    samples: the text, and where in it the secret stands
 */
import { pick, type Random, seededRandom, wholeBetween } from '../../../../db/demo/random.ts';
import {
  CODE_DISGUISES,
  type Disguise,
  digits,
  EMAIL_DISGUISES,
  ID_DISGUISES,
  PHONE_DISGUISES,
  PLATE_DISGUISES,
} from './disguises.ts';

export type SecretKind = 'telephone' | 'identity' | 'email' | 'plate' | 'payment';

export interface Sample {
  readonly kind: SecretKind;
  readonly disguise: Disguise;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const letter = (random: Random, from = LETTERS) => pick(random, [...from]);

const SECRETS: Readonly<
  Record<
    SecretKind,
    { disguises: readonly Disguise[]; sentences: readonly string[]; draw(random: Random): string }
  >
> = {
  telephone: {
    disguises: PHONE_DISGUISES,
    draw: (random) =>
      `${pick(random, ['070', '071', '072', '074', '075', '079', '010', '011'])}${digits(random, 7)}`,
    sentences: [
      'Culvert broken at the junction, {x}',
      'The caretaker of the borehole is on {x} for the key',
      'Maji hayatoki hapa sokoni, piga {x} uelezwe',
      'Mtu wa greda ni {x} tafadhali',
      'Street light iko down, chapa {x} uone story',
      '{x} ako na details za hiyo road',
    ],
  },
  identity: {
    disguises: ID_DISGUISES,
    draw: (random) => `${wholeBetween(random, 1, 4)}${digits(random, 7)}`,
    sentences: [
      'Bursary form returned, {x}',
      'The owner of the stall, {x}, was asked to move',
      'Ombi la basari la {x} halijajibiwa',
      'Mwenye kibanda {x} ameambiwa ahame',
      'Permit ya {x} bado haijatoka manze',
    ],
  },
  email: {
    disguises: EMAIL_DISGUISES,
    draw: (random) =>
      `${pick(random, ['jerop', 'kiplagat77', 'water.point', 'maji_safi', 'mwangi', 'stima2', 'shamba'])}@${pick(random, ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'co-op.co.ke', 'school.ac.ke'])}`,
    sentences: [
      'Send the photos of the bridge to {x}',
      'Report on the dip is with {x}',
      'Picha za daraja zimetumwa kwa {x}',
      'Andika barua pepe {x} upewe ratiba',
      'Receipt iko {x} cheki hapo',
    ],
  },
  plate: {
    disguises: PLATE_DISGUISES,
    draw: (random) =>
      wholeBetween(random, 0, 3) > 0
        ? `K${letter(random, 'ABCD')}${letter(random)} ${digits(random, 3)}${letter(random)}`
        : `KM${letter(random, 'CDEFG')}${letter(random)} ${digits(random, 3)}${letter(random)}`,
    sentences: [
      'A lorry {x} dumps waste by the river',
      'The road is blocked by {x} since Monday',
      'Gari {x} linamwaga taka kando ya mto',
      'Taka zinatupwa na {x} kila usiku',
      'Hiyo mat {x} imefunga njia',
    ],
  },
  payment: {
    disguises: CODE_DISGUISES,
    draw: (random) =>
      `${letter(random, 'RSTU')}${letter(random, 'ABCDEFGHJKL')}${letter(random, '123456789ABCD')}${wholeBetween(random, 1, 9)}${letter(random)}${letter(random)}${wholeBetween(random, 0, 9)}${letter(random)}${letter(random)}${wholeBetween(random, 0, 9)}`,
    sentences: [
      'The permit was paid for, {x}',
      'Kibali kimelipiwa {x} na hakijatoka',
      'Nililipa {x} na bado najibiwa kesho',
    ],
  },
};

export function kenyanSet(seed: string, ofEach: number): Sample[] {
  const random = seededRandom(seed);
  return Object.entries(SECRETS).flatMap(([kind, { disguises, sentences, draw }]) =>
    disguises.flatMap((disguise) => {
      const own = random.fork(`${kind}/${disguise.name}`);
      return Array.from({ length: ofEach }, (): Sample => {
        const secret = disguise.write(draw(own), own);
        const sentence = pick(own, sentences);
        const start = sentence.indexOf('{x}');
        const text = sentence.slice(0, start) + secret + sentence.slice(start + 3);
        return { kind: isKind(kind), disguise, text, start, end: start + secret.length };
      });
    }),
  );
}

function isKind(kind: string): SecretKind {
  if (kind === 'telephone' || kind === 'identity' || kind === 'email' || kind === 'plate') return kind;
  return 'payment';
}
