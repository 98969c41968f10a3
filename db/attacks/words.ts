/** How attacks speak of filters, cells and chances: in the words of the API's filters, never of a code. */
import type { RowVersion } from './types.ts';

export function filterWords(key: RowVersion): string {
  const kind =
    key.service_code !== null
      ? `service=${key.service_code}`
      : key.service_group !== null
        ? `group=${key.service_group}, no service`
        : 'no group';
  const office = key.agency_responsible === null ? '' : `, agency=${key.agency_responsible}`;
  return `area=${key.area_code} (nothing below it), ${kind}${office}, period=${key.received_period}`;
}

export const count = (n: number): string => n.toLocaleString('en');

/** "1 in 7"; a chance of nothing tried is none. */
export function chance(of: number | null): string {
  return of === null ? 'nothing to try it on' : `1 in ${count(of)}`;
}

export function people(n: number, truth: unknown): string {
  return truth === null
    ? `${count(n)} ${n === 1 ? 'row' : 'rows'}`
    : `${count(n)} ${n === 1 ? 'reporter' : 'reporters'}`;
}

/** The smallest number seen; null before any was. */
export class Least {
  value: number | null = null;
  see(n: number): void {
    if (this.value === null || n < this.value) this.value = n;
  }
}
