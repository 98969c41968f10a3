/**
 * Remembers what was loaded of releases. Releases never change, so nothing remembered goes stale; the least
 * recently used is dropped. Simultaneous asks for one thing share one load; a load that failed, or found
 * nothing, is forgotten.
 */
import { LRUCache } from 'lru-cache';

export function remember<A, V>(
  max: number,
  key: (asked: A) => string | number,
  load: (asked: A) => Promise<V>,
): (asked: A) => Promise<V> {
  const loads = new LRUCache<string | number, Promise<V>>({ max });
  return (asked) => {
    const name = key(asked);
    const known = loads.get(name);
    if (known) return known;
    const loading = load(asked);
    loads.set(name, loading);
    const forget = () => {
      if (loads.get(name) === loading) loads.delete(name);
    };
    loading.then((found) => found === undefined && forget(), forget);
    return loading;
  };
}
