/**
 * The options of an importer, checked against what it knows.
 *
 * In:     `--name value` pairs, and the importer's own list of options
 * Out:    nothing
 * Errors: ImportError that names each unknown or empty option and lists the known ones
 */
import { ImportError } from './types.ts';

export function checkOptions(
  given: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
): void {
  const faults = Object.entries(given).flatMap(([name, value]) => {
    if (!Object.hasOwn(known, name)) return [`there is no option --${name}`];
    return value.trim() === '' ? [`--${name} needs a value`] : [];
  });
  if (faults.length === 0) return;
  const list = Object.entries(known).map(([name, summary]) => `  --${name}: ${summary}`);
  throw new ImportError(`${faults.join('; ')}. The options are:\n${list.join('\n')}`);
}
