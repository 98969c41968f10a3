/**
 * Every figure of a release, recomputed from its rows.
 *
 * In:     the tables of a release, its description
 * Out:    Findings; which statistics are of a version that is not known here, and so are not checked
 */
import { compare } from './compare.ts';
import type { Description } from './description.ts';
import { type Engine, literal } from './engine.ts';
import type { Findings } from './finding.ts';
import { curveStatements } from './sql/curves.ts';
import { factStatements } from './sql/facts.ts';
import { FIGURE_COLUMNS } from './sql/figures.ts';
import { outcomeStatements } from './sql/outcomes.ts';
import { type Recorded, STATEMENTS } from './sql/statements.ts';

const GROUP = [
  'group_by',
  'area_code',
  'service_code',
  'service_group',
  'agency_responsible',
  'received_period',
  'remainder',
] as const;

export interface FigureCheck extends Findings {
  /** `statistic version` of figures that no statement here recomputes, and how many there are */
  readonly unknown: readonly { readonly statistic: string; readonly figures: number }[];
}

/** `step` is told of each piece of work that is done; there are `FIGURE_STEPS`. */
export async function checkFigures(engine: Engine, of: Description, step: () => void): Promise<FigureCheck> {
  const statements = [
    ...factStatements(of),
    ...curveStatements('first_response'),
    ...curveStatements('resolution'),
    ...outcomeStatements,
  ];
  for (const statement of statements) {
    await engine.run(statement);
    step();
  }
  const recorded: Recorded = {
    measures: of.measures,
    reopenings: (await engine.count('select count(*) from requests where reopened')) > 0,
    words: (await engine.count('select count(*) from requests where reporter_says is not null')) > 0,
  };
  await engine.run(
    `create table recomputed (${FIGURE_COLUMNS.map((name) => `${name} ${TYPES[name]}`).join(', ')})`,
  );
  for (const statement of Object.values(STATEMENTS)) {
    await engine.run(`insert into recomputed (${FIGURE_COLUMNS.join(', ')}) ${statement(recorded)}`);
    step();
  }
  await engine.run(`insert into recomputed (${FIGURE_COLUMNS.join(', ')}) ${accountedFor(of)}`);
  step();
  const unknown = await engine.rows(
    `select statistic || ' ' || cast(version as varchar) as id, count(*) as figures from statistics
      where not exists (select 1 from recomputed r where r.statistic = statistics.statistic and r.version = statistics.version)
      group by 1 order by 1`,
  );
  const found = await compare(engine, {
    kind: 'figure',
    release: of.release,
    // A statistic or version that the file lacks altogether is one of later than the release.
    published: `select ${GROUP.join(', ')}, ${COMPARED.join(', ')} from statistics
                 where exists (select 1 from recomputed r where r.statistic = statistics.statistic and r.version = statistics.version)`,
    recomputed: `select ${GROUP.join(', ')}, ${COMPARED.filter((name) => name !== 'release').join(', ')}, ${of.release} as release
                   from recomputed join grp using (g) join coarser using (g)
                  where exists (select 1 from statistics s where s.statistic = recomputed.statistic and s.version = recomputed.version)`,
    key: ['statistic', ...GROUP, 'member'],
    exact: ['version', 'release', 'unit', 'n', 'censored', 'complete', 'suppressed', 'coarser'],
    near: ['value', 'more_than', 'ci_low', 'ci_high'],
    what: 'statistic',
  });
  return {
    ...found,
    unknown: unknown.map((row) => ({ statistic: row['id'] ?? '', figures: Number(row['figures']) })),
  };
}

const COMPARED = [...FIGURE_COLUMNS.filter((name) => name !== 'g'), 'release', 'coarser'];

const TYPES: Readonly<Record<(typeof FIGURE_COLUMNS)[number], string>> = {
  g: 'integer',
  statistic: 'varchar',
  version: 'integer',
  member: 'varchar',
  unit: 'varchar',
  value: 'double',
  more_than: 'double',
  n: 'integer',
  censored: 'integer',
  ci_low: 'double',
  ci_high: 'double',
  complete: 'boolean',
  suppressed: 'varchar',
};

/** The one statistic that rows alone cannot give: what became of reports that have no row. */
function accountedFor({ accounted_for }: Description): string {
  const { received, published, merged, withheld, sensitive, pending } = accounted_for;
  const members: readonly (readonly [string, number | null])[] = [
    ['received', received],
    ['published', published],
    ['merged', merged],
    ...Object.entries(withheld).map(([reason, n]) => [`withheld.${reason}`, n] as const),
    ['sensitive', sensitive],
    ['pending', pending],
  ];
  return members
    .map(
      ([member, value]) =>
        `select 1, 'accounted_for', 1, ${literal(member)}, 'count', ${value ?? 'null'}, null, ${received}, null, null, null, ${value !== null}, ${value === null ? `'too_few'` : 'null'}`,
    )
    .join(' union all ');
}

export const FIGURE_STEPS =
  factStatements({ cut_off: '', time_zone: '' }).length +
  curveStatements('resolution').length * 2 +
  outcomeStatements.length +
  Object.keys(STATEMENTS).length +
  1;
