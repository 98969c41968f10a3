/** The command line's entry: hands the process to `runCommandLine` and exits with what it says. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';

// Compiled modules are kept, types stripped: the second start is the faster for it.
enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/majibu'));
const { runCommandLine } = await import('./command-line.ts');

const interrupted = new AbortController();
let firstAt = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Run by npm, one Ctrl-C arrives twice: from the terminal and from npm. A later one means "at once".
    if (firstAt && Date.now() - firstAt > 1_000) process.exit(130);
    firstAt ||= Date.now();
    interrupted.abort();
  });
// Killed by force, npm leaves its script behind, without anybody who would stop it.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'])
  setInterval(() => process.ppid !== parent && interrupted.abort(), 1_000).unref();

async function ask(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await reader.question(question, { signal: interrupted.signal });
  } finally {
    reader.close();
  }
}

const code = await runCommandLine({
  args: process.argv.slice(2),
  env: process.env,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  terminal: { isTTY: process.stdout.isTTY === true, columns: process.stdout.columns ?? 80 },
  signal: interrupted.signal,
  ...(process.stdin.isTTY === true && process.stdout.isTTY === true && { ask }),
});
// What was written to a program that reads along may still be on its way.
for (const stream of [process.stdout, process.stderr])
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
process.exit(code);
