/** All commands, in the order in which the help lists them. A new command is a file under commands/ and a line here. */
import type { Command } from './command.ts';
import { access } from './commands/access.ts';
import { alloc } from './commands/alloc.ts';
import { compare } from './commands/compare.ts';
import { demo } from './commands/demo.ts';
import { expect } from './commands/expect.ts';
import { free } from './commands/free.ts';
import { completion, help } from './commands/help.ts';
import { init } from './commands/init.ts';
import { map } from './commands/map.ts';
import { menu } from './commands/menu.ts';
import { refs } from './commands/refs.ts';
import { replay } from './commands/replay.ts';
import { reserve } from './commands/reserve.ts';
import { resetCounters } from './commands/reset.ts';
import { run } from './commands/run.ts';
import {
  segmentAlloc,
  segmentCompact,
  segmentFree,
  segmentResize,
  segmentTranslate,
} from './commands/segment.ts';
import { show } from './commands/show.ts';
import { trace } from './commands/trace.ts';
import { translate } from './commands/translate.ts';

export const COMMANDS: readonly Command[] = [
  init,
  alloc,
  reserve,
  map,
  free,
  access,
  refs,
  translate,
  segmentAlloc,
  segmentFree,
  segmentTranslate,
  segmentResize,
  segmentCompact,
  show,
  resetCounters,
  compare,
  replay,
  trace,
  demo,
  run,
  expect,
  menu,
  help,
  completion,
];

/** What the commands of two words with the same first word are for. */
export const FAMILIES: Readonly<Record<string, string>> = {
  segment: 'Segments of any size in the segment space',
  reset: 'Count from zero again, with the memory as it is',
};
