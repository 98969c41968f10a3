/** Which approved texts are kept back and why; and what the detector says of a text that is not written down yet. */
import { text as readAll } from 'node:stream/consumers';
import { findings } from '../../../db/anonymise/detector/findings.ts';
import { detectors } from '../../../db/anonymise/detector/registry.ts';
import { connectPublisher } from '../../../db/connect.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { type BlockedTextRow, readBlocked } from '../../../db/publish/blocked-texts.ts';
import { need, openAddresses } from '../addresses.ts';
import { type Command, UsageError } from './types.ts';

const LONGEST_TRIED = 10_000;

export const texts: Command = {
  name: 'texts',
  operands: '[TEXT]',
  summary: 'Lists approved texts that are not published since they may name somebody, and says what to do.',
  details:
    'A text is looked at when it is published. Change it in the triage database and let a second person approve it again;\n' +
    'the next "publish" clears it. With --try, nothing is stored: the text is the operand, or the standard input.',
  takes: [0, 1],
  options: () => ({
    check: { type: 'boolean', summary: 'exit with 1 when a text is kept back' },
    try: { type: 'boolean', summary: 'say what would be stopped in a text' },
  }),
  async run({ settings, operands, options, say, atEnd }) {
    if (options['try']) {
      const tried = operands[0] ?? (await readAll(process.stdin));
      const pack = await loadPack(settings.jurisdiction);
      const lines = explain(
        tried,
        pack.areas.flatMap((area) => Object.values(area.names)),
      );
      lines.forEach(say);
      return options['check'] && lines.length > 1 ? 1 : 0;
    }
    if (operands.length > 0) throw new UsageError('"texts" takes a text only with --try.');
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    const publisher = connectPublisher(need(addresses, 'publisher'));
    atEnd(() => publisher.close());
    const blocked = await readBlocked(publisher.pool);
    blocked.flatMap(describe).forEach(say);
    say(
      blocked.length === 0
        ? 'No text is kept back.'
        : `${blocked.length === 1 ? 'One text is' : `${blocked.length.toLocaleString('en')} texts are`} kept back. Change them and let a second person approve them again.`,
    );
    return options['check'] && blocked.length > 0 ? 1 : 0;
  },
};

const REASONS: ReadonlyMap<string, string> = new Map(detectors.map(({ kind, reason }) => [kind, reason]));

/** Nothing of the text itself: this may end in a log. */
function describe({ service_request_id, field, event_id, reasons, found_at }: BlockedTextRow): string[] {
  const what = event_id === null ? field : `${field} of event ${event_id}`;
  return [
    `${service_request_id}  ${what}, since ${found_at.toISOString().slice(0, 10)}`,
    ...reasons.map((kind) => `    ${REASONS.get(kind) ?? kind}`),
  ];
}

/** Words of the text are shown: whoever asks has just written it. */
function explain(given: string, places: readonly string[]): string[] {
  const tried = given.trim().slice(0, LONGEST_TRIED);
  const found = findings(tried, { places, messages: [] });
  if (found.length === 0)
    return ['Nothing would be stopped. Whether it repeats the message is only known when it is published.'];
  return [
    ...found.map(
      ({ reason, start, end }) => `"${tried.slice(start, end).replace(/\p{C}/gu, '')}": ${reason}`,
    ),
    `It would not be published (${found.length === 1 ? 'one finding' : `${found.length} findings`}).`,
  ];
}
