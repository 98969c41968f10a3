/** What one client may ask for, and how much work is done at once. */
import { FAIR_USE } from '../../../api/fair-use.ts';

/** Bytes, milliseconds and counts. */
export const LIMITS = {
  address_bytes: 4_096,
  header_bytes: 16_384,
  body_bytes: 65_536,
  headers_ms: 10_000,
  request_ms: 30_000,
  stalled_ms: 60_000,
  /** what a reader of a download takes in that time at least: 1 kB/s, a third of the slowest mobile network */
  slowest_bytes: 65_536,
  keep_alive_ms: 10_000,
  connections: 8_192,
  /** of which one client may hold so many: a town can share one address */
  connections_per_client: 2_048,
  /** renderings and API calls at once, how many may wait, and for how long */
  renders: 32,
  renders_waiting: 512,
  wait_ms: 10_000,
  /** Longer than any statement of the web role may take: only a database that says nothing more reaches it. */
  render_ms: 20_000,
  /** each holds a database connection for as long as its client reads */
  downloads: 6,
  downloads_waiting: 12,
  downloads_per_client: FAIR_USE.downloads_at_once,
  downloads_waiting_per_client: 12,
  cache_bytes: 128 * 1024 * 1024,
  /** Answers that had to be made, per client: a town can share one address, so this is generous. */
  client_burst: FAIR_USE.burst,
  client_per_second: FAIR_USE.per_second,
  /** Guesses at private links, per client, per code of a client, and per code of all of them; words count as well. */
  reporter_burst: 60,
  reporter_per_second: 0.5,
  reporter_code_burst: 12,
  reporter_code_per_second: 0.1,
  reporter_code_all_burst: 60,
  reporter_code_all_per_second: 1,
  reporter_body_bytes: 512,
  reporter_at_once: 8,
  reporter_waiting: 64,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };

/** A token bucket per client. What is served from memory is not counted. */
export class ClientLimit {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;

  constructor(burst: number, perSecond: number, now: () => number = () => performance.now()) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** 0: go on. Otherwise the seconds after which to come again. `cost`: answers that are asked for at once. */
  take(client: string, cost = 1): number {
    const now = this.#now();
    const bucket = this.#buckets.get(client) ?? { tokens: this.#burst, at: now };
    bucket.tokens = Math.min(this.#burst, bucket.tokens + ((now - bucket.at) / 1000) * this.#perSecond);
    bucket.at = now;
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > 20_000) this.#forgetIdle(now);
    if (bucket.tokens < cost) return Math.max(1, Math.ceil((cost - bucket.tokens) / this.#perSecond));
    bucket.tokens -= cost;
    return 0;
  }

  /** What turned out not to be what is limited. */
  giveBack(client: string): void {
    const bucket = this.#buckets.get(client);
    if (bucket) bucket.tokens = Math.min(this.#burst, bucket.tokens + 1);
  }

  /** A bucket that has filled up again says nothing any more. */
  #forgetIdle(now: number): void {
    const fillsIn = (this.#burst / this.#perSecond) * 1000;
    for (const [client, { at }] of this.#buckets) if (now - at > fillsIn) this.#buckets.delete(client);
    if (this.#buckets.size > 20_000) this.#buckets.clear();
  }
}

export class Overloaded extends Error {
  override name = 'Overloaded';
}

/** Lets a number of works run at once; a bounded number waits, each for a bounded time. */
export class Gate {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #wait_ms: number;
  readonly #waiting: ((admitted: boolean) => void)[] = [];
  #running = 0;

  constructor(most: number, mostWaiting: number, wait_ms: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
    this.#wait_ms = wait_ms;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Throws Overloaded; whoever entered leaves. */
  async enter(): Promise<void> {
    if (this.#running < this.#most) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting) throw new Overloaded();
    const admitted = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(settle), 1);
        resolve(false);
      }, this.#wait_ms);
      const settle = (ok: boolean) => {
        clearTimeout(timer);
        resolve(ok);
      };
      this.#waiting.push(settle);
    });
    if (!admitted) throw new Overloaded();
  }

  leave(): void {
    const next = this.#waiting.shift();
    // The place passes on without becoming free in between.
    if (next) next(true);
    else this.#running -= 1;
  }
}

/** A gate for each client, so that none takes all the places that there are. */
export class ClientGates {
  readonly #gates = new Map<string, Gate>();
  readonly #make: () => Gate;

  constructor(make: () => Gate) {
    this.#make = make;
  }

  /** `client`: null where no one client can be told: those pass. Throws Overloaded. */
  async run<T>(client: string | null, work: () => Promise<T>): Promise<T> {
    if (client === null) return work();
    const gate = this.#gates.get(client) ?? this.#make();
    this.#gates.set(client, gate);
    try {
      return await gate.run(work);
    } finally {
      if (gate.running === 0) this.#gates.delete(client);
    }
  }
}
