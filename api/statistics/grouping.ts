/**
 * Which group each cell belongs to, for any filters and any grouping.
 *
 * In:     the cells of a release, its areas and services, filters and what to group by
 * Out:    five axes; on each, every text of the cells is given to one member, or to none when filtered out
 * Law:    a cell that passes the filters belongs to exactly one member of each axis, so figures add up.
 *         What is published more coarsely than asked for goes to a member of its own, marked `remainder`; and
 *         the axis says which members it may belong to in truth.
 */
import type { Filters } from '../schemas/common.ts';
import type { Grouping } from '../schemas/statistics.ts';
import type { Dimensions } from '../stores.ts';
import { areaAxis } from './area-axis.ts';
import type { CellStore, Column } from './cell-store.ts';
import { periodAxis } from './period-axis.ts';

export interface Member {
  /** what a figure of this member is narrowed to */
  readonly filters: Filters;
  readonly remainder: boolean;
  /** given a figure even when it has no requests */
  readonly always: boolean;
}

export interface Axis {
  readonly members: readonly Member[];
  /** for each text of the column, the index of its member; -1: filtered out */
  readonly memberOf: Int32Array;
  /**
   * For each text of the column, the members of which it is too coarse to tell whether it belongs to them; their
   * own filters decide, whatever else was filtered. Remainders are in none.
   */
  readonly maybe: readonly (readonly number[])[];
}

export interface Axes {
  readonly area: Axis;
  readonly service: Axis;
  readonly group: Axis;
  readonly agency: Axis;
  readonly period: Axis;
}

export interface Question {
  readonly filters: Filters;
  readonly group_by: readonly Grouping[];
  readonly area_level: string;
  readonly period_unit: 'day' | 'month' | 'quarter' | 'year';
}

export const NONE: readonly number[] = [];

export function axes(store: CellStore, question: Question, dimensions: Dimensions): Axes {
  const { filters, group_by } = question;
  const by = (grouping: Grouping) => group_by.includes(grouping);
  const { areas, services } = dimensions;
  return {
    area: areaAxis(store.area.texts, areas, filters.area, by('area') ? question.area_level : null),
    service: textAxis(store.service, 'service', filters.service, by('service'), (text) =>
      services.findIndex((service) => service.service_code === text),
    ),
    group: textAxis(store.group, 'group', filters.group, by('group'), (text) =>
      services.findIndex((service) => service.service_group === text),
    ),
    agency: textAxis(store.agency, 'agency', filters.agency, by('agency'), (text) => text),
    period: periodAxis(store.period.texts, filters.period, by('period') ? question.period_unit : null),
  };
}

/** Services, groups and agencies: one member per text; '' is what is not published that finely. */
function textAxis(
  { texts }: Column,
  name: 'service' | 'group' | 'agency',
  filter: string | undefined,
  grouped: boolean,
  order: (text: string) => number | string,
): Axis {
  const coarse = (members: readonly number[]) => texts.map((text) => (text === '' ? members : NONE));
  if (!grouped) {
    const members = [
      { filters: filter === undefined ? {} : { [name]: filter }, remainder: false, always: true },
    ];
    return {
      members,
      memberOf: memberIndexes(texts, (text) => (filter === undefined || text === filter ? 0 : -1)),
      maybe: coarse(filter === undefined ? NONE : [0]),
    };
  }
  const kept = texts.filter((text) => filter === undefined || text === filter).toSorted(compareBy(order));
  const index = new Map(kept.map((text, i) => [text, i]));
  return {
    members: kept.map((text) => ({
      filters: text === '' ? {} : { [name]: text },
      remainder: text === '',
      always: false,
    })),
    memberOf: memberIndexes(texts, (text) => index.get(text) ?? -1),
    maybe: coarse(kept.flatMap((text, i) => (text === '' ? NONE : [i]))),
  };
}

/** In the order given, and what is not published that finely at the end. */
function compareBy(order: (text: string) => number | string) {
  return (a: string, b: string): number => {
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    return order(a) < order(b) ? -1 : 1;
  };
}

export function memberIndexes(texts: readonly string[], member: (text: string) => number): Int32Array {
  return Int32Array.from(texts, member);
}
