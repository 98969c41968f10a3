/**
 * What a release says changes only when rows are withdrawn, so what status pages need of it is asked once for all of them.
 *
 * In:     the portal of a request, a name for what is asked, how to ask it
 * Out:    the answer, shared: nobody may change it. Only the newest release's are kept.
 * Errors: those of asking; a failure is not kept
 */
import type { PortalRequest, PublicJurisdiction } from '../../api/portal.ts';

/** Asks for one kind of answer; make one per kind, outside of any function. */
export function rememberByRelease<T>(): (
  portal: PortalRequest,
  name: string,
  ask: () => Promise<T>,
) => Promise<T> {
  // By jurisdiction object: two portals in one process have releases of the same number.
  const kept = new WeakMap<PublicJurisdiction, { edition: string; answers: Map<string, Promise<T>> }>();
  return ({ jurisdiction, release, revision }, name, ask) => {
    let own = kept.get(jurisdiction);
    const edition = `${release}.${revision}`;
    if (own === undefined || own.edition !== edition) {
      own = { edition, answers: new Map() };
      kept.set(jurisdiction, own);
    }
    const { answers } = own;
    const known = answers.get(name);
    if (known) return known;
    const asking = ask();
    answers.set(name, asking);
    asking.catch(() => answers.delete(name));
    return asking;
  };
}
