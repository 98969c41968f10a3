/**
 * What the values of a column say, for columns that have only a few. A column has the same name wherever it means the
 * same, so each is said once. The compiler lists a value that has no label.
 *
 * Out:    per column its values in their order, each with a label in the portal's languages
 */
import type { CellMeasure, Outcome, ReportersBand } from '../../db/schema/published.ts';
import type { EventKind } from '../../db/schema/triage.ts';
import type { Figure, Grouping } from '../schemas/statistics.ts';
import type { LabelledValue, Texts } from './dataset.ts';

type Suppression = NonNullable<Figure['suppressed']>;
type Unit = Figure['unit'];

function labelled<Value extends string>(
  labels: Readonly<Record<Value, readonly [en: string, sw: string]>>,
): readonly LabelledValue[] {
  return Object.entries<readonly [string, string]>(labels).map(([value, [en, sw]]) => ({
    value,
    label: { en, sw } satisfies Texts,
  }));
}

export const valueLabels: Readonly<Record<string, readonly LabelledValue[]>> = {
  disclosure: labelled<'open' | 'guarded'>({
    open: ['by day and ward', 'kwa siku na wadi'],
    guarded: ['by month, and more coarsely', 'kwa mwezi, na bila undani'],
  }),
  status: labelled<'open' | 'closed'>({
    open: ['not closed at the cut-off', 'iko wazi toleo lilipofungwa'],
    closed: ['resolved, declined or merged', 'imetatuliwa, imekataliwa au imeunganishwa'],
  }),
  outcome: labelled<Outcome>({
    waiting: ['waiting for an answer', 'inasubiri jibu'],
    in_progress: ['answered, not solved yet', 'imejibiwa, bado haijatatuliwa'],
    resolved: ['solved, says the office', 'ofisi inasema imetatuliwa'],
    reopened: ['opened again, not solved', 'imefunguliwa tena, haijatatuliwa'],
    declined: ['turned down', 'imekataliwa'],
    merged: ['joined to another report', 'imeunganishwa na nyingine'],
  }),
  reporter_says: labelled<'confirmed' | 'disputed'>({
    confirmed: ['it is solved', 'imetatuliwa kweli'],
    disputed: ['it is not solved', 'haijatatuliwa'],
  }),
  reporters: labelled<ReportersBand>({
    '1': ['one person', 'mtu mmoja'],
    '2-4': ['two to four people', 'watu wawili hadi wanne'],
    '5-9': ['five to nine people', 'watu watano hadi tisa'],
    '10+': ['ten people or more', 'watu kumi au zaidi'],
  }),
  kind: labelled<EventKind>({
    received: ['the report came in', 'ripoti ilifika'],
    acknowledged: ['the office confirmed that it has it', 'ofisi ilithibitisha kuwa imeipokea'],
    assigned: ['someone was asked to deal with it', 'mtu alipewa kuishughulikia'],
    started: ['work began', 'kazi ilianza'],
    resolved: ['solved, says the office', 'ofisi ilisema imetatuliwa'],
    reopened: ['opened again', 'ilifunguliwa tena'],
    declined: ['turned down', 'ilikataliwa'],
    merged: ['joined to another report', 'iliunganishwa na nyingine'],
    confirmed: ['the reporter says that it is solved', 'aliyeripoti alisema imetatuliwa'],
    disputed: ['the reporter says that it is not solved', 'aliyeripoti alisema haijatatuliwa'],
  }),
  measure: labelled<CellMeasure>({
    first_response: ['first public action', 'hatua ya kwanza ya wazi'],
    resolution: ['resolved, and not opened again', 'ilitatuliwa, na haikufunguliwa tena'],
    declined: ['turned down', 'ilikataliwa'],
    merged: ['joined to another report', 'iliunganishwa na nyingine'],
    first_resolution: [
      'resolved for the first time, whatever came later',
      'ilitatuliwa mara ya kwanza, lolote lililofuata',
    ],
    reopened: [
      'of those, opened again within 30 days; hours to the first resolution',
      'kati ya hizo, zilizofunguliwa tena ndani ya siku 30; saa hadi utatuzi wa kwanza',
    ],
    confirmed: [
      'resolved and confirmed by the reporter; hours to the resolution',
      'ilitatuliwa na aliyeripoti akathibitisha; saa hadi utatuzi',
    ],
    disputed: [
      'resolved and disputed by the reporter; hours to the resolution',
      'ilitatuliwa na aliyeripoti akapinga; saa hadi utatuzi',
    ],
    first_response_due: [
      'has a standard for the first response; hours to the end of its last day',
      'ina kiwango cha jibu la kwanza; saa hadi mwisho wa siku yake ya mwisho',
    ],
    first_response_on_time: [
      'of those, answered on time; hours to the end of the last day',
      'kati ya hizo, zilizojibiwa kwa wakati; saa hadi mwisho wa siku ya mwisho',
    ],
    unanswered_due: [
      'of those with that standard, without any answer; hours to the end of the last day',
      'kati ya zenye kiwango hicho, zisizo na jibu lolote; saa hadi mwisho wa siku ya mwisho',
    ],
    resolution_due: [
      'has a standard for resolution; hours to the end of its last day',
      'ina kiwango cha utatuzi; saa hadi mwisho wa siku yake ya mwisho',
    ],
    resolution_on_time: [
      'of those, resolved on time; hours to the end of the last day',
      'kati ya hizo, zilizotatuliwa kwa wakati; saa hadi mwisho wa siku ya mwisho',
    ],
  }),
  tier: labelled<'open' | 'guarded' | 'sensitive'>({
    open: ['rows by day and ward', 'mistari kwa siku na wadi'],
    guarded: ['coarser rows, by month', 'mistari isiyo na undani, kwa mwezi'],
    sensitive: ['rounded counts only', 'hesabu zilizokadiriwa tu'],
  }),
  group_by: labelled<Grouping>({
    area: ['one place', 'mahali pamoja'],
    service: ['one kind of report', 'aina moja ya ripoti'],
    group: ['one group of services', 'kundi moja la huduma'],
    agency: ['one office', 'ofisi moja'],
    period: ['one month of receipt', 'mwezi mmoja wa kupokelewa'],
  }),
  unit: labelled<Unit>({
    count: ['a number of reports', 'idadi ya ripoti'],
    hours: ['hours since receipt', 'saa tangu kupokelewa'],
    share: ['a share, from 0 to 1', 'sehemu, kuanzia 0 hadi 1'],
  }),
  suppressed: labelled<Suppression>({
    not_recorded: ['the source does not record it', 'chanzo hakikirekodi'],
    too_few: ['too few reports to say', 'ripoti chache mno kusema'],
    too_early: ['nobody was followed for that long yet', 'bado hakuna iliyofuatiliwa kwa muda huo'],
    no_requests: ['no reports', 'hakuna ripoti'],
    no_standard: ['none of them has a standard', 'hakuna yenye kiwango'],
  }),
};
