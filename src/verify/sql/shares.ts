/**
 * Counts and shares: what can be added up row by row. Interval of a share: Wilson's, 95 %.
 * Source: Wilson, JASA 22 (1927) 209
 */
import { AGE_GROUPS } from './facts.ts';
import { figures, followed, Z } from './figures.ts';
import type { Recorded } from './statements.ts';

export const received = () =>
  figures('requests_received', 1, {
    unit: 'count',
    from: 'tally',
    value: 'n_rows',
    n: 'n_rows',
    complete: followed('0'),
  });

export const open = () =>
  figures('requests_open', 1, {
    unit: 'count',
    from: 'tally',
    value: 'n_open',
    n: 'n_rows',
    complete: followed('0'),
  });

export const backlogAge = () =>
  figures('backlog_age', 1, {
    unit: 'count',
    from: `(${AGE_GROUPS.map((age, i) => `select g, period_follow_up, n_open, '${age}' as age, age_${i} as at_age from tally`).join(' union all ')})`,
    member: 'age',
    value: 'at_age',
    n: 'n_open',
    complete: followed('0'),
  });

export const unanswered = ({ measures }: Recorded) =>
  figures('unanswered_over_standard', 1, {
    unit: 'count',
    from: 'tally',
    value: 'unanswered_x',
    n: 'answer_n',
    complete: `(${followed('0')}) and (period_follow_up is null or answer_n = answer_standards)`,
    suppressed: [
      [String(!measures.includes('first_response')), 'not_recorded', 'n_rows'],
      ['n_rows > 0 and answer_standards = 0', 'no_standard', '0'],
    ],
  });

interface Share {
  readonly x: string;
  readonly n: string;
  /** rows of whom all must be among n for a period to be complete */
  readonly of: string;
  readonly recorded: boolean;
  readonly standard: boolean;
}

function share(statistic: string, { x, n, of, recorded, standard }: Share): string {
  const p = `(${x}::double / ${n})`;
  const z = `${Z}::double`;
  const centre = `(${p} + ${z} * ${z} / (2.0 * ${n})) / (1 + ${z} * ${z} / ${n})`;
  const half = `${z} * sqrt(${p} * (1 - ${p}) / ${n} + ${z} * ${z} / (4.0 * ${n} * ${n})) / (1 + ${z} * ${z} / ${n})`;
  return figures(statistic, 1, {
    unit: 'share',
    from: 'tally',
    value: p,
    n,
    ci_low: `case when ${x} = 0 then 0 else ${centre} - ${half} end`,
    ci_high: `case when ${x} = ${n} then 1 else ${centre} + ${half} end`,
    complete: `(${followed('0')}) and (period_follow_up is null or ${n} = ${of})`,
    suppressed: [
      [String(!recorded), 'not_recorded', 'n_rows'],
      ['n_rows = 0', 'no_requests', '0'],
      ...(standard ? [[`${of} = 0`, 'no_standard', '0'] as const] : []),
      [`${n} = 0`, 'too_early', '0'],
    ],
  });
}

export const answeredWithinStandard = ({ measures }: Recorded) =>
  share('first_response_within_standard', {
    x: 'answer_x',
    n: 'answer_n',
    of: 'answer_standards',
    recorded: measures.includes('first_response'),
    standard: true,
  });

export const resolvedWithinStandard = ({ measures }: Recorded) =>
  share('resolution_within_standard', {
    x: 'resolution_x',
    n: 'resolution_n',
    of: 'resolution_standards',
    recorded: measures.includes('resolution'),
    standard: true,
  });

export const reopened = ({ measures, reopenings }: Recorded) =>
  share('reopened', {
    x: 'reopened_x',
    n: 'reopened_n',
    of: 'reopened_found',
    recorded: measures.includes('resolution') && reopenings,
    standard: false,
  });

const word = (id: 'confirmed' | 'disputed', { measures, words }: Recorded) =>
  share(id, {
    x: `${id}_x`,
    n: 'word_n',
    of: 'word_found',
    recorded: measures.includes('resolution') && words,
    standard: false,
  });
export const confirmed = (recorded: Recorded) => word('confirmed', recorded);
export const disputed = (recorded: Recorded) => word('disputed', recorded);
