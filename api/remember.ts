/**
 * Remembers what was loaded for a release. Releases never change, so nothing remembered goes stale; the least
 * recently used is dropped. Simultaneous asks for one release share one load; a load that failed, or found
 * nothing, is forgotten.
 */
import { LRUCache } from 'lru-cache';

export function remember<V>(
  max: number,
  load: (release: number) => Promise<V>,
): (release: number) => Promise<V> {
  const loads = new LRUCache<number, Promise<V>>({ max });
  return (release) => {
    const known = loads.get(release);
    if (known) return known;
    const loading = load(release);
    loads.set(release, loading);
    const forget = () => {
      if (loads.get(release) === loading) loads.delete(release);
    };
    loading.then((found) => found === undefined && forget(), forget);
    return loading;
  };
}
