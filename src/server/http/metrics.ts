/**
 * What the front counts, as Prometheus reads it. Routes are named, addresses never.
 *
 * Source: Prometheus text exposition format 0.0.4
 */
import type { Route } from './routes.ts';

export type Served = Route['name'] | 'file' | 'health' | 'refused';

const BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export class Metrics {
  readonly #answers = new Map<string, number>();
  readonly #cache = { hit: 0, miss: 0 };
  readonly #durations = BUCKETS_SECONDS.map(() => 0);
  #seconds = 0;
  #count = 0;

  answered(served: Served, status: number): void {
    const key = `route="${served}",status="${status}"`;
    this.#answers.set(key, (this.#answers.get(key) ?? 0) + 1);
  }

  cache(result: 'hit' | 'miss'): void {
    this.#cache[result] += 1;
  }

  made(seconds: number): void {
    this.#seconds += seconds;
    this.#count += 1;
    BUCKETS_SECONDS.forEach((bound, i) => {
      if (seconds <= bound) this.#durations[i] = (this.#durations[i] ?? 0) + 1;
    });
  }

  /** `gauges`: name without prefix → value now. */
  text(gauges: Readonly<Record<string, number>>): string {
    const lines = ['# TYPE majibu_http_answers_total counter'];
    for (const [labels, n] of this.#answers) lines.push(`majibu_http_answers_total{${labels}} ${n}`);
    lines.push('# TYPE majibu_cache_total counter');
    for (const [result, n] of Object.entries(this.#cache))
      lines.push(`majibu_cache_total{result="${result}"} ${n}`);
    lines.push('# TYPE majibu_make_seconds histogram');
    BUCKETS_SECONDS.forEach((bound, i) => {
      lines.push(`majibu_make_seconds_bucket{le="${bound}"} ${this.#durations[i]}`);
    });
    lines.push(
      `majibu_make_seconds_bucket{le="+Inf"} ${this.#count}`,
      `majibu_make_seconds_sum ${this.#seconds}`,
      `majibu_make_seconds_count ${this.#count}`,
    );
    for (const [name, value] of Object.entries(gauges))
      lines.push(`# TYPE majibu_${name} gauge`, `majibu_${name} ${value}`);
    return `${lines.join('\n')}\n`;
  }
}
