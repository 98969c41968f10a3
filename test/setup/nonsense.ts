/**
 * What is wrong for a parameter, by what it should be: as programs, people and attackers write it.
 *
 * Out:    generators of texts that every parser of this portal refuses; `CANARY` stands in much of it, and no answer
 *         may hold it
 */
import fc from 'fast-check';
import { encodeCursor } from '../../api/cursor.ts';

/** Longer than any word that could be taken for a code. */
export const CANARY = 'zq7canaryzq7u';

/** Wrong for every parameter: unprintable, foreign, too long, of another type, meant for a database or a file. */
export const nonsense = fc
  .oneof(
    fc.constantFrom(
      '\u0000',
      '\u0007\u001b[31m',
      '\r\nSet-Cookie: a=b',
      '\u202e',
      '\ufeff',
      '\ud800',
      '💧',
      'Ṡāí',
    ),
    fc.constantFrom(
      "' or 1=1--",
      "'; drop table published.release; --",
      '") union select null',
      '$$',
      '%',
      '\\',
      '#{7*7}',
      '{{7*7}}',
      '<script>alert(1)</script>',
      '../../../etc/passwd',
      '|id',
    ),
    fc.constantFrom('[]', '{}', '["a"]', '{"$ne":1}', 'null', 'undefined', '[object Object]', ',', ';'),
    fc.constantFrom('a'.repeat(65), '9'.repeat(400), '_'.repeat(3_000), '🙂'.repeat(300)),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.double().map(String),
  )
  .chain((text) => fc.constantFrom(`${text}${CANARY}`, `${CANARY}${text}`, `${text}${CANARY}${text}`));

/** A number has one spelling. */
export const numbers = fc.constantFrom(
  ...['0', '-1', '1e2', '0x10', '0b11', '5.0', '5.', ' 5', '5 ', '5\n', '+5', '05', '-0', 'NaN', 'Infinity'],
  ...['٣', '１', '²', '5n', '1_0', '1,2', 'true', 'null', '[5]', '5%', '9007199254740993', '1'.repeat(300)],
);
export const releases = fc.constantFrom(
  '0',
  '-1',
  '01',
  '1.0',
  ' 1',
  '+1',
  '１',
  '1e0',
  '0x1',
  '999999',
  '9999999',
  'newest',
  'Latest',
);
export const periods = fc.constantFrom(
  ...['2026-13', '2026-02-30', '2026-00', '26', '2026-1', '..', '2026-03..2026-01', '2026..2026..2026'],
  ...['0000', '-2026', '2026/01', '2026-01-01T00:00', 'yesterday', '9999999', '2026-W01'],
  ...['２０２６', ' 2026', '2026 ', '+2026', '2026-01..2026-', '2026-01...2026-02', '2026-01-01..now'],
);
const position = fc.oneof(
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.double(), fc.constant('-received')), { maxLength: 5 }),
  fc.tuple(
    fc.integer({ min: 3, max: 999_999 }),
    fc.constant('-received'),
    fc.constant('2026-11'),
    fc.string(),
  ),
);
export const cursors = fc
  .oneof(
    position.map(encodeCursor),
    fc.string().map((text) => Buffer.from(text).toString('base64url')),
    fc.constant(encodeCursor([2, 'received', "2026-11' or 1=1", 'x'])),
  )
  // One number alone is where the list of releases goes on.
  .filter((text) => text !== '' && !/^\[\d+\]$/.test(Buffer.from(text, 'base64url').toString()));
/** An instant has an offset, and is one. */
export const instants = fc.constantFrom(
  ...[
    '2026-11-22',
    '2026-11-22T00:00:00',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '22/11/2026',
    'now',
  ],
  ...['1700000000', '2026-11-22T24:00:00Z', '2026-11-22T00:00:00+25:00', '2026-11-22t00:00:00z', '2026-327'],
  ...[
    '２０２６-11-22T00:00:00Z',
    '2026-11-22T00:00:00Z ',
    '2026-11-22T00:00:00+0300',
    '-2026-11-22T00:00:00Z',
  ],
);
export const booleans = fc.constantFrom(
  '1',
  'yes',
  'TRUE',
  'True',
  'on',
  ' true',
  'true ',
  'null',
  'true,false',
);
/** Of codes that are right by themselves. */
export const lists = (one: string) =>
  fc.constantFrom(`${one},`, `,${one}`, `${one},,${one}`, ',', ', ', `${one};${one}`, `["${one}"]`);
/** Nearly right: as people type it, or as another alphabet shows it. */
export const nearly = (right: string) =>
  fc.constantFrom(...[`${right} `, ` ${right}`, `${right}\n`, `${right}%`, `${right}'`, right.toUpperCase()]);
