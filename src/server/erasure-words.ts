/**
 * An erasure in words: what goes, what stays, and what another system has to erase itself.
 *
 * In:     what was or would be erased
 * Out:    lines for the person at the terminal
 */
import type { Erasure } from '../../db/erasure/erase.ts';
import type { ErasedInTriage } from '../../db/erasure/in-triage.ts';

export interface Telling {
  /** nothing has been done yet */
  readonly rehearsal: boolean;
  /** the triage database belongs to another system */
  readonly theirs: boolean;
}

export function erasureLines(erasure: Erasure, { rehearsal, theirs }: Telling): string[] {
  if (erasure.triage?.already) return ['It was erased before. Nothing changes.'];
  const { triage } = erasure;
  return [
    rehearsal ? 'This would be erased:' : 'This is erased:',
    ...(triage ? inTriage(triage, erasure.extent) : []),
    ...onThePortal(erasure),
    rehearsal ? 'This would stay:' : 'This stays:',
    ...whatStays(erasure),
    ...(theirs ? toEraseThere(erasure) : []),
  ];
}

function inTriage(triage: ErasedInTriage, extent: Erasure['extent']): string[] {
  const of = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return [
    `  - ${of(triage.messages, 'message')}, with text, pictures and ids`,
    ...(triage.reporters > 0 ? [`  - ${of(triage.reporters, 'reporter')}, with the telephone number`] : []),
    ...(triage.coordinates ? ['  - the place on the map'] : []),
    ...(triage.external_id ? ['  - its id in the source, which holds a number or an address'] : []),
    ...(triage.texts > 0 ? [`  - ${of(triage.texts, 'text')} that nobody may see`] : []),
    ...(extent === 'remove' ? ['  - the report itself and its history, in the triage database'] : []),
  ];
}

function onThePortal({ extent, published }: Erasure): string[] {
  const link = '  - the private link: its box is gone, and it opens nothing any more';
  if (extent !== 'remove') return [link];
  return [
    link,
    ...(published.page ? ['  - the status page'] : []),
    '  - the link between the code and the anonymous row: nobody can tell any more which row it is',
  ];
}

function whatStays({ extent, tier, open, published, triage }: Erasure): string[] {
  const lines: string[] = [];
  if (extent === 'remove') {
    lines.push('  - the anonymous row, as it is now, in this and all later releases');
    if (open)
      lines.push('  - nothing that the office could go on with: the report is still open, and it goes');
  } else if (extent === 'withhold')
    lines.push('  - the report without anything private; it is kept back for good and has no row');
  else if (tier === 'sensitive')
    lines.push('  - the report without anything private, in the quarterly counts');
  else
    lines.push(
      published.open_row
        ? '  - the anonymous row and the status page, with the summary and notes that two people approved'
        : '  - the report and its status page, without anything private',
    );
  if (triage && triage.shared_messages > 0)
    lines.push(
      `  - ${triage.shared_messages} of its messages, which speak of other reports too: erase those as well`,
    );
  if (triage && triage.reporters_kept > 0)
    lines.push('  - the number of a reporter who has sent other reports; those are not touched');
  return lines;
}

function toEraseThere({ code, extent }: Erasure): string[] {
  return [
    'The triage database belongs to another system, which has to erase there, for the request with',
    `service_request_id ${code}:`,
    '  - triage.message: body, media and external_id of every message of triage.request_message that belongs to it',
    '  - triage.reporter: phone, where the reporter has no other request',
    '  - triage.request: lat, long and secret; external_id, where it holds a number or an address',
    ...(extent === 'strip'
      ? ['  - public_summary and public_note, where nobody has approved them']
      : ['  - then the request itself, with its events: their times would tell which row is its own']),
    extent === 'strip'
      ? 'Until the secret is gone there, the next publication seals the private link anew.'
      : 'Until then nothing of it is published from here, and its code is kept to know it by; afterwards that is forgotten too.',
  ];
}
