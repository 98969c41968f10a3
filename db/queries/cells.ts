/** A rollup cell of a release: the one thing that statistics read. `api/datasets/read-cells.ts` reads them. */
import type { Selectable } from 'kysely';
import type { ReleaseInterval, ResponseCell } from '../schema/published.ts';

export type CellRow = Omit<Selectable<ResponseCell>, keyof ReleaseInterval>;
