/**
 * What is said of the roles: the table that `doctor` shows, and why a web process refuses to serve.
 *
 * In:     abilities and excesses of roles, as db/privileges finds them
 * Out:    lines for a terminal
 */

import type { Abilities } from '../../db/privileges/abilities.ts';
import type { Excess } from '../../db/privileges.ts';

export interface RoleFound {
  readonly what: string;
  readonly abilities: Abilities;
  readonly excess: readonly Excess[];
}

const SHOWN = 10;

export function roleTable(roles: readonly RoleFound[]): string[] {
  const list = (names: readonly string[]) => (names.length === 0 ? 'nothing' : names.join(', '));
  const rows = [
    ['', 'Role', 'Connects to', 'Reads', 'Writes', 'Too much'],
    ...roles.map(({ what, abilities: a, excess }) => [
      what,
      a.role,
      [a.database, ...shortened(a.connects)].join(', '),
      list(a.reads),
      list(a.writes),
      excess.length === 0 ? 'nothing' : `${excess.length}, see above`,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Each thing too much, with the statement that takes it away; the first ten. */
export function excessLines(excess: readonly Excess[]): string {
  const lines = excess.slice(0, SHOWN).map(({ what, mend }) => `  - ${what}\n      ${mend};`);
  const more = excess.length - lines.length;
  return [...lines, ...(more > 0 ? [`  - and ${more} more`] : [])].join('\n');
}

const HELD = {
  web: {
    setting: 'DATABASE_URL',
    does: 'read what is published',
    only: 'reads schema "published"',
  },
  reporter: {
    setting: 'REPORTER_DATABASE_URL',
    does: "take a reporter's word",
    only: 'calls reporter_word.record',
  },
} as const;

export function tooPowerful(kind: keyof typeof HELD, excess: readonly Excess[]): string {
  const { setting, does, only } = HELD[kind];
  return (
    `The web process refuses to serve: the role in ${setting} can do more than ${does}. ` +
    `It\n${excessLines(excess)}\n` +
    'Run these statements as a superuser (or as the owner of what they name), or give it a role of its own that only\n' +
    `${only}; README.md shows how. "npm run portal -- doctor" shows what each role can do.`
  );
}

/** A server that holds many portals would fill the line. */
function shortened(names: readonly string[]): readonly string[] {
  return names.length <= 3 ? names : [...names.slice(0, 2), `${names.length - 2} more`];
}
