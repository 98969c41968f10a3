import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOf, readQuery } from '../../../src/requests/request-query.ts';

const read = (query: string) => readQuery(new URLSearchParams(query));

describe('the address of the list of requests', () => {
  test('without parameters asks for the newest of all', () => {
    expect(read('')).toMatchObject({
      kind: 'query',
      query: { sort: '-received', release: 'latest', limit: 50 },
    });
  });
  test('keeps only what was chosen in the form, and joins its months to a period', () => {
    const form = 'area=kapsowar&group=&service=&status=open&outcome=&from=2026-01&to=2026-03&sort=-received';
    const result = read(form);
    expect(result.kind).toBe('untidy');
    if (result.kind === 'untidy')
      expect(String(result.tidy)).toBe('area=kapsowar&status=open&period=2026-01..2026-03');
  });
  test('takes one month alone, and an open end', () => {
    const tidy = (query: string) => {
      const result = read(query);
      return result.kind === 'untidy' ? result.tidy.get('period') : null;
    };
    expect(tidy('from=2026-01&to=2026-01')).toBe('2026-01');
    expect(tidy('from=2026-01&to=')).toBe('2026-01..');
    expect(tidy('from=&to=2026-03')).toBe('..2026-03');
  });
  test('is tidy once it was tidied', () => {
    const text = fc.constantFrom('', '2026-01', '2026-03', 'open', 'x');
    const form = fc.record({ area: text, status: text, from: text, to: text, sort: text });
    fc.assert(
      fc.property(form, (fields) => {
        const result = readQuery(new URLSearchParams(fields));
        if (result.kind === 'untidy') expect(readQuery(result.tidy).kind).not.toBe('untidy');
      }),
    );
  });
  test('names every parameter that is wrong', () => {
    expect(read('status=nope&period=2026-13&sort=up')).toEqual({
      kind: 'wrong',
      wrong: ['period', 'status', 'sort'],
    });
  });
  test('gives a download the filters and nothing of the page', () => {
    const result = read('area=kapsowar&period=2026-03&sort=received&cursor=abc&release=2&utm_source=x');
    if (result.kind !== 'query') throw new Error('the query is right');
    expect(String(result.filters)).toBe('area=kapsowar&period=2026-03');
  });
});

test('the form shows the months of a period', () => {
  expect(monthsOf(undefined)).toEqual({ from: '', to: '' });
  expect(monthsOf('2026-03')).toEqual({ from: '2026-03', to: '2026-03' });
  expect(monthsOf('2026')).toEqual({ from: '2026-01', to: '2026-12' });
  expect(monthsOf('2026-01..')).toEqual({ from: '2026-01', to: '' });
  expect(monthsOf('..2026-03-15')).toEqual({ from: '', to: '2026-03' });
});
