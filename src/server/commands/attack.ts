import { type AttackLine, type AttackReport, runAttacks } from '../../../db/attacks/run.ts';
import { connectPublisher, connectTriageReader, connectWeb } from '../../../db/connect.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { silent } from '../../../db/progress.ts';
import { need, openAddresses } from '../addresses.ts';
import { type Command, unlessInterrupted } from './types.ts';

export const attack: Command = {
  name: 'attack',
  operands: '',
  summary: 'Attacks what is published, as somebody who wants to know who reported would. Changes nothing.',
  details:
    'Reads with the web role what the public can see of every release. Where the triage database and the ' +
    'publisher can be reached, what is true is read as well, to score with: people instead of rows. ' +
    'Names releases, filters and numbers, never a code or a person. Exit code 1: an attack succeeded.',
  takes: [0, 0],
  endsItself: true,
  options: () => ({ json: { type: 'boolean', summary: 'print the report as JSON and nothing else' } }),
  async run({ settings, options, progress, say, signal, atEnd }) {
    const json = options['json'] === true;
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    const web = connectWeb(need(addresses, 'web'), 2);
    atEnd(() => web.close());
    const { triage_reader, publisher: publisher_address } = addresses;
    const scored = triage_reader !== null && publisher_address !== null;
    const triage = scored ? connectTriageReader(triage_reader) : null;
    const publisher = scored ? connectPublisher(publisher_address) : null;
    atEnd(async () => void (await Promise.all([triage?.close(), publisher?.close()])));
    const report = await unlessInterrupted(
      runAttacks({
        web: web.pool,
        triage: triage?.pool ?? null,
        publisher: publisher?.pool ?? null,
        time_zone: pack.time_zone,
        progress: json ? silent : progress,
      }),
      signal,
    );
    if (json) say(JSON.stringify(report, null, 2));
    else for (const line of reportLines(report)) say(line);
    return report.attacks.some((line) => line.verdict === 'succeeded') ? 1 : 0;
  },
};

const SHOWN = 5;

function reportLines(report: AttackReport): string[] {
  const width = Math.max(...report.attacks.map((line) => line.attack.length));
  const { utility } = report;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const succeeded = report.attacks.filter((line) => line.verdict === 'succeeded').length;
  return [
    ...report.attacks.flatMap((line) => attackLines(line, width)),
    '',
    `Guarded rows: ${utility.rows.toLocaleString('en')}, held ${utility.held.toLocaleString('en')}, smallest cell ${utility.smallest_cell ?? 'none'}`,
    ...utility.steps.map(
      (step) =>
        `  ${`${step.area_level} × ${step.service}`.padEnd(22)} ${step.rows.toLocaleString('en').padStart(9)}  ${percent(step.share).padStart(7)}`,
    ),
    '',
    report.scored
      ? `${report.releases} releases, k = ${report.k}, scored with the triage database.`
      : `${report.releases} releases, k = ${report.k}. The triage database cannot be reached, so rows were counted instead of people.`,
    succeeded === 0
      ? 'No attack succeeded.'
      : `${succeeded} of ${report.attacks.length} attacks succeeded: people can be exposed.`,
  ];
}

const WORDS = { resisted: 'ok  ', succeeded: 'FAIL', 'not tried': '-   ' } as const;

function attackLines(line: AttackLine, width: number): string[] {
  const more = line.found - Math.min(SHOWN, line.findings.length);
  return [
    `${WORDS[line.verdict]}  ${line.attack.padEnd(width)}  ${line.tried}; ${
      line.verdict === 'not tried'
        ? 'not tried'
        : `${line.found.toLocaleString('en')} findings; worst: ${line.worst}`
    }`,
    ...line.findings.slice(0, SHOWN).map((finding) => `      - ${finding.what}`),
    ...(more > 0 ? [`      - and ${more.toLocaleString('en')} more`] : []),
    ...line.information.map((text) => `      (${text})`),
  ];
}
