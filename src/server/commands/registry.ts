/** Every command, in the order in which help lists them. A new command is one file and one line here. */
import { attack } from './attack.ts';
import { build } from './build.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { erase } from './erase.ts';
import { importCommand } from './import.ts';
import { languages } from './languages.ts';
import { link } from './link.ts';
import { migrate } from './migrate.ts';
import { publish } from './publish.ts';
import { release } from './release.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';
import { texts } from './texts.ts';
import type { Command } from './types.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

export const commands: readonly Command[] = [
  start,
  serve,
  migrate,
  importCommand,
  publish,
  release,
  texts,
  link,
  withdraw,
  erase,
  demo,
  build,
  doctor,
  languages,
  verify,
  attack,
];
