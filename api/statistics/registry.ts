/** Every statistic. To add one: a file beside this one, and a line here. */
import { accountedFor } from './accounted-for.ts';
import { answeredByDay } from './answered-by-day.ts';
import { backlogAge } from './backlog-age.ts';
import { confirmed } from './confirmed.ts';
import { disputed } from './disputed.ts';
import { firstResponseHoursMedian } from './first-response-hours-median.ts';
import { firstResponseHoursP90 } from './first-response-hours-p90.ts';
import { firstResponseWithinStandard } from './first-response-within-standard.ts';
import { outcomesByDay } from './outcomes-by-day.ts';
import { reopened } from './reopened.ts';
import { requestsOpen } from './requests-open.ts';
import { requestsReceived } from './requests-received.ts';
import { resolutionHoursMedian } from './resolution-hours-median.ts';
import { resolutionHoursP90 } from './resolution-hours-p90.ts';
import { resolutionWithinStandard } from './resolution-within-standard.ts';
import { resolvedByDay } from './resolved-by-day.ts';
import type { Statistic } from './statistic.ts';
import { unansweredOverStandard } from './unanswered-over-standard.ts';

export const statistics: readonly Statistic[] = [
  requestsReceived,
  requestsOpen,
  firstResponseHoursMedian,
  firstResponseHoursP90,
  resolutionHoursMedian,
  resolutionHoursP90,
  answeredByDay,
  resolvedByDay,
  outcomesByDay,
  firstResponseWithinStandard,
  resolutionWithinStandard,
  unansweredOverStandard,
  backlogAge,
  reopened,
  confirmed,
  disputed,
  accountedFor,
];
