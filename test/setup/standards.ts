/**
 * Schemas and shapes of open-data standards, which lie beside the project and are no part of it: what needs them is
 * skipped, with its reason, where they are absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../db/config.ts';

const folder = path.resolve(projectRoot, '../shared/data/schemas');

export const hasStandards = existsSync(folder);
export const ABSENT = 'the schemas of the standards are not beside the project (../shared/data/schemas)';

export const standardText = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
export const standardJson = (file: string): object => JSON.parse(standardText(file));
