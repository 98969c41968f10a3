/**
 * Answers in memory, bounded in bytes, in front of everything that renders or queries. Simultaneous misses of
 * one key become one rendering.
 *
 * In:     a key (release and canonical target) and, on a miss, how to make the answer
 * Out:    the StoredAnswer, and whether it was there
 * Errors: those of making; where an older answer of the same key is still there, it is served instead
 */
import { LRUCache } from 'lru-cache';
import type { StoredAnswer } from './answer.ts';

export interface Made {
  readonly answer: StoredAnswer;
  /** for how long it may be served again without asking; 0: it is not kept */
  readonly fresh_ms: number;
  /** and only while this says so */
  readonly holds?: () => boolean;
}

interface Entry {
  readonly answer: StoredAnswer;
  readonly fresh_until: number;
  readonly holds: (() => boolean) | undefined;
}

export class PageCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #making = new Map<string, Promise<StoredAnswer>>();
  readonly #now: () => number;

  constructor(max_bytes: number, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#entries = new LRUCache({
      maxSize: max_bytes,
      maxEntrySize: Math.ceil(max_bytes / 8),
      sizeCalculation,
    });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The answer where it is there and fresh. */
  fresh(key: string): StoredAnswer | null {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.fresh_until <= this.#now()) return null;
    return entry.holds === undefined || entry.holds() ? entry.answer : null;
  }

  make(key: string, how: () => Promise<Made>): Promise<StoredAnswer> {
    const running = this.#making.get(key);
    if (running) return running;
    const making = how()
      .then(({ answer, fresh_ms, holds }) => {
        if (fresh_ms > 0) this.#entries.set(key, { answer, fresh_until: this.#now() + fresh_ms, holds });
        return answer;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  /** An answer past its freshness, for when a new one cannot be made. */
  stale(key: string): StoredAnswer | null {
    return this.#entries.peek(key)?.answer ?? null;
  }

  /** Weighs an answer again: it has grown by a compressed copy. */
  reweigh(key: string, answer: StoredAnswer): void {
    const entry = this.#entries.peek(key);
    if (entry?.answer === answer) this.#entries.set(key, { ...entry });
  }
}

function sizeCalculation(entry: Entry, key: string): number {
  return entry.answer.bytes + key.length * 2 + 256;
}
