/**
 * Reads what there is to attack, tries every attack, and says what came of it.
 *
 * In:     pools of the web role and, to score with, of the triage reader and the publisher (both or neither); the
 *         time zone; progress
 * Out:    AttackReport. It names releases, filters and numbers, never a code or a person
 * Errors: AttackError when nothing has been released; those of the databases
 */
import type pg from 'pg';
import type { Progress } from '../progress.ts';
import { localTime } from '../schema/local-time.ts';
import { readPublic } from './read-public.ts';
import { readTruth } from './read-truth.ts';
import { attacks } from './registry.ts';
import { setScene } from './scene.ts';
import type { Attack, Finding, Scene } from './types.ts';
import { type Utility, utilityOf } from './utility.ts';

export interface AttackJob {
  readonly web: pg.Pool;
  readonly triage: pg.Pool | null;
  readonly publisher: pg.Pool | null;
  readonly time_zone: string;
  readonly progress: Progress;
}

export type Verdict = 'resisted' | 'succeeded' | 'not tried';

export interface AttackLine {
  readonly attack: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly tried: string;
  /** how many there are */
  readonly found: number;
  /** the worst of them */
  readonly findings: readonly Finding[];
  readonly worst: string;
  readonly information: readonly string[];
}

export interface AttackReport {
  readonly releases: number;
  readonly k: number;
  /** whether there was a truth to score with */
  readonly scored: boolean;
  readonly attacks: readonly AttackLine[];
  readonly utility: Utility;
}

const WORST = 20;

export async function runAttacks(job: AttackJob): Promise<AttackReport> {
  const view = await readPublic(job.web, job.progress);
  const truth =
    job.triage && job.publisher
      ? await readTruth(job.triage, job.publisher, view.services, job.progress)
      : null;
  const scene = setScene(view, truth, localTime(job.time_zone));
  job.progress.phase('Attacking', attacks.length);
  const lines: AttackLine[] = [];
  for (const attack of attacks) {
    lines.push(tryAttack(attack, scene));
    job.progress.advance(1);
    // Attacks compute for long; whoever wants to stop them is heard in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  job.progress.done();
  return {
    releases: view.releases.length,
    k: view.k,
    scored: truth !== null,
    attacks: lines,
    utility: utilityOf(scene),
  };
}

export function tryAttack(attack: Attack, scene: Scene): AttackLine {
  const { id, title } = attack;
  if (attack.needs_truth && scene.truth === null)
    return {
      attack: id,
      title,
      verdict: 'not tried',
      tried: 'needs the triage database to score with',
      found: 0,
      findings: [],
      worst: '',
      information: [],
    };
  const { findings, tried, worst, information = [] } = attack.run(scene);
  const worstFirst = findings.toSorted((a, b) => (a.isolates ?? 0) - (b.isolates ?? 0));
  return {
    attack: id,
    title,
    verdict: findings.length > 0 ? 'succeeded' : 'resisted',
    tried,
    found: findings.length,
    findings: worstFirst.slice(0, WORST),
    worst,
    information,
  };
}
