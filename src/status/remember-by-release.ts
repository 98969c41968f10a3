/**
 * What a release says never changes, so what status pages need of it is asked once for all of them.
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
  const kept = new WeakMap<
    PublicJurisdiction,
    { release: number | null; answers: Map<string, Promise<T>> }
  >();
  return ({ jurisdiction, release }, name, ask) => {
    let own = kept.get(jurisdiction);
    if (own === undefined || own.release !== release) {
      own = { release, answers: new Map() };
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
