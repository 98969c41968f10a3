/** Every dataset that can be downloaded. To add one: a file of its own, and a line here. */
import { agencies } from './agencies.ts';
import { areas } from './areas.ts';
import type { Dataset } from './dataset.ts';
import { requestEvents } from './request-events.ts';
import { requests } from './requests.ts';
import { responseTimes } from './response-times.ts';
import { sensitiveCounts } from './sensitive-counts.ts';
import { services } from './services.ts';
import { statisticFigures } from './statistics.ts';

export const datasets: readonly Dataset[] = [
  requests,
  requestEvents,
  responseTimes,
  statisticFigures,
  sensitiveCounts,
  areas,
  services,
  agencies,
];
