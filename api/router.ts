/** Everything that can be asked, by name. Pages call it in the process, others as REST or tRPC. */
import { listChanges } from './procedures/changes.ts';
import { listDatasets } from './procedures/datasets.ts';
import { listAgencies, listAreas, listServices } from './procedures/dimensions.ts';
import { getRelease, listReleases } from './procedures/releases.ts';
import { getRequest, listRequests } from './procedures/requests.ts';
import { getStatistic, listStatistics } from './procedures/statistics.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  requests: router({ list: listRequests, get: getRequest, changes: listChanges }),
  areas: router({ list: listAreas }),
  services: router({ list: listServices }),
  agencies: router({ list: listAgencies }),
  statistics: router({ list: listStatistics, get: getStatistic }),
  releases: router({ list: listReleases, get: getRelease }),
  datasets: router({ list: listDatasets }),
});

export type AppRouter = typeof appRouter;
export type Caller = ReturnType<typeof appRouter.createCaller>;
