/**
 * Progress on a terminal: a bar that is redrawn in place, or, where the output is a file or a pipe, plain lines
 * at every tenth of the way.
 *
 * In:     a writer, and whether it is a terminal
 * Out:    Progress
 */
import type { Progress } from '../../db/progress.ts';

const REDRAW_MS = 80;
const PLAIN_LINE_MS = 5_000;

interface Phase {
  readonly name: string;
  readonly total: number | null;
  readonly startedAt: number;
  count: number;
  /** the last tenth, and when it was told */
  tenth: number;
  toldAt: number;
}

export function terminalProgress(
  write: (text: string) => void,
  terminal: { readonly isTTY: boolean; readonly columns: number },
  now: () => number = () => performance.now(),
): Progress {
  let current: Phase | null = null;

  const erase = () => {
    if (terminal.isTTY && current) write('\r\u001b[2K');
  };
  const draw = () => {
    if (terminal.isTTY && current) write(`\r\u001b[2K${barLine(current, now(), terminal.columns)}`);
  };
  const finish = () => {
    if (!current) return;
    erase();
    const amount = current.count > 0 ? ` (${count(current.count)})` : '';
    write(`${current.name}${amount}: ${elapsed(now() - current.startedAt)}\n`);
    current = null;
  };

  return {
    phase(name, total) {
      finish();
      current = { name, total, startedAt: now(), count: 0, tenth: 0, toldAt: now() };
      if (terminal.isTTY) draw();
      else write(`${name} ...\n`);
    },
    advance(amount) {
      if (!current) return;
      current.count += amount;
      const at = now();
      if (terminal.isTTY) {
        if (at - current.toldAt < REDRAW_MS) return;
        current.toldAt = at;
        draw();
        return;
      }
      const tenth = current.total ? Math.floor((10 * current.count) / current.total) : 0;
      const due = current.total ? tenth > current.tenth && tenth < 10 : at - current.toldAt >= PLAIN_LINE_MS;
      if (!due || at - current.toldAt < 500) return;
      current.tenth = tenth;
      current.toldAt = at;
      write(`  ${plainLine(current, at)}\n`);
    },
    note(text) {
      erase();
      write(`${text}\n`);
      draw();
    },
    done: finish,
  };
}

function barLine(phase: Phase, now: number, columns: number): string {
  const time = elapsed(now - phase.startedAt);
  if (!phase.total)
    return `${phase.name} ${phase.count ? `${count(phase.count)} ` : ''}${time}`.slice(0, columns - 1);
  const share = Math.min(1, phase.count / phase.total);
  const tail = ` ${percent(share)} ${count(phase.count)} of ${count(phase.total)} ${time}`;
  const width = Math.min(30, columns - phase.name.length - tail.length - 4);
  const filled = Math.round(share * width);
  const bar = width >= 8 ? ` [${'#'.repeat(filled)}${'-'.repeat(width - filled)}]` : '';
  return `${phase.name}${bar}${tail}`.slice(0, columns - 1);
}

function plainLine(phase: Phase, now: number): string {
  const time = elapsed(now - phase.startedAt);
  if (!phase.total) return `${phase.name}: ${count(phase.count)}, ${time}`;
  return `${phase.name}: ${percent(phase.count / phase.total)}, ${count(phase.count)} of ${count(phase.total)}, ${time}`;
}

const percent = (share: number) => `${Math.floor(Math.min(1, share) * 100)} %`;
const count = (n: number) => n.toLocaleString('en');

function elapsed(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
