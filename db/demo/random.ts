/**
 * Repeatable randomness, passed in wherever chance decides.
 *
 * In:     a seed, any text
 * Out:    Random: the same numbers for the same seed, on any machine. `fork` gives an independent stream by
 *         name, so that drawing more in one place changes nothing in another.
 * Source: sfc32, C. Doty-Humphrey, PractRand; seeds mixed by FNV-1a with MurmurHash3's finaliser
 */
export interface Random {
  /** from 0 up to, not including, 1 */
  next(): number;
  /** 0 to 255 */
  byte(): number;
  fork(name: string): Random;
}

export function seededRandom(seed: string): Random {
  let [a, b, c, counter] = [hash(`${seed}/a`), hash(`${seed}/b`), hash(`${seed}/c`), 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) word();
  return {
    next: () => word() / 0x1_0000_0000,
    byte: () => word() >>> 24,
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export const chance = (random: Random, probability: number): boolean => random.next() < probability;

/** From `low` to `high`, both included. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random.next() * (high - low + 1));

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random.next() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** Box & Muller 1958. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** `sigma` is the standard deviation of the logarithm. */
export const lognormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(random));

/** Knuth 1969, vol. 2, 3.4.1; for means well below 30. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}
