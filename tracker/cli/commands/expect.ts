/** `expect`: in scripts and pipes, what must be the case after the last command; a script then is a test. */
import type { ExpectCommand } from '../command.ts';
import { SUBJECTS } from '../expectation.ts';
import { REFUSAL_CODES } from '../wording.ts';

export const expect: ExpectCommand = {
  kind: 'expect',
  words: ['expect'],
  summary: 'In a script: say what must be the case after the last command',
  positionals: [
    { name: 'subject', describe: 'What it speaks of', choices: SUBJECTS },
    { name: 'values', describe: 'What that must be: see the examples', optional: true, many: true },
  ],
  examples: [
    ['expect hit', 'the access was a hit; likewise: expect fault'],
    ['expect victim P1 3', 'page 3 of P1 was evicted; or: expect victim none'],
    ['expect frame 5', 'the page is in frame 5; likewise: expect physical 20516, expect base 1100'],
    ['expect frames 7 0 -', 'what the frames hold, - for free; P1:7 where several processes exist'],
    [
      'expect faults 9',
      'the counters since init or reset counters; likewise: expect hits 3, evictions, write-backs',
    ],
    ['expect free 60', 'sixty frames are free'],
    ['expect holes 1100:50 1300:700', 'the list of holes, base:size, in list order'],
    ['expect refused no-hole', 'the last command was refused, with this code; any code where none is given'],
  ],
  notes: `A line that is a usage error is no refusal, and is not expected. The codes of refusals, which --json has as error.code: ${REFUSAL_CODES.join(', ')}`,
};
