/** Names of all places, kinds of report and offices by code, for the private view: it is sealed, and holds codes. */
import type { APIRoute } from 'astro';
import type { Names } from '../../db/schema/names.ts';
import { dimensions } from '../status/read-status.ts';

export const GET: APIRoute = async ({ locals: { portal } }) => {
  const known = portal.release === null ? null : await dimensions(portal);
  const named = <T extends { readonly names: Names }>(all: readonly T[], code: (one: T) => string) =>
    Object.fromEntries(all.map((one) => [code(one), one.names]));
  return Response.json({
    areas: named(known?.areas ?? [], (area) => area.area_code),
    services: named(known?.services ?? [], (service) => service.service_code),
    agencies: named(known?.agencies ?? [], (agency) => agency.agency_code),
  });
};
