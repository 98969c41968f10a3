/** Areas, services and agencies as they were at a release. */
import { releaseOf } from '../context.ts';
import {
  listAgenciesOutput,
  listAreasInput,
  listAreasOutput,
  listServicesOutput,
  releaseInput,
} from '../schemas/dimensions.ts';
import { publicProcedure } from '../trpc.ts';

export const listAreas = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/areas',
      summary: 'Areas, from the jurisdiction itself down',
      description:
        'Areas as they were at the release. `geometry=true` adds their boundaries, which are large.',
    },
  })
  .input(listAreasInput.strict().prefault({}))
  .output(listAreasOutput)
  .query(async ({ ctx, input }) => {
    const { release } = await releaseOf(ctx, input.release);
    const [{ areas }, geometries] = await Promise.all([
      ctx.stores.dimensions(release),
      input.geometry ? ctx.stores.geometries(release) : null,
    ]);
    return {
      data: areas.map((area) => {
        const geometry = geometries?.get(area.area_code);
        return { ...area, geometry: geometry ? { ...geometry } : null };
      }),
      release,
    };
  });

export const listServices = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/services',
      summary: 'Services, with their groups and standards',
      description: 'Kinds of request as they were at the release, with the days that each promises.',
    },
  })
  .input(releaseInput.strict().prefault({}))
  .output(listServicesOutput)
  .query(async ({ ctx, input }) => {
    const { release } = await releaseOf(ctx, input.release);
    return { data: [...(await ctx.stores.dimensions(release)).services], release };
  });

export const listAgencies = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/agencies',
      summary: 'Agencies: the offices responsible',
      description: 'Offices as they were at the release.',
    },
  })
  .input(releaseInput.strict().prefault({}))
  .output(listAgenciesOutput)
  .query(async ({ ctx, input }) => {
    const { release } = await releaseOf(ctx, input.release);
    return { data: [...(await ctx.stores.dimensions(release)).agencies], release };
  });
