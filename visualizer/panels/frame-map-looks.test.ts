/** The frames as a cursor, a process that is followed, a change or the next victim makes them look. */
import { underlined } from '../attr.ts';
import { changed, type Ink, onPanel, process } from '../testing/inks.ts';
import { describeLooks } from '../testing/looks.ts';
import { MEMORY, memory, NEXT, shows } from '../testing/scenes.ts';
import { madeStatus } from '../testing/statuses.ts';

const dimAndChanged: Ink = (theme) => underlined(theme.dim);

const FULL = madeStatus({ totalFrames: 8, filled: 1.1 });
const VICTIM = { ...FULL, paging: { ...FULL.paging, nextVictim: 0 } };
const SCATTERED = madeStatus({ totalFrames: 65_536, processes: 2, filled: 0.6, run: 300 });

describeLooks({
  'the frame under the cursor': {
    arrange: memory('right'),
    looks: { frames: [[/B 1 +R /, 'selected']] },
  },
  'a process that is followed': {
    arrange: memory('p'),
    looks: {
      frames: [
        [/A 1 +R /, process(0), { bare: 'strong' }],
        [/B 1 +R /, 'dim'],
        [/(?<=└─ )\[A\]/, process(0), { bare: 'strong' }],
        [/(?<=└─.*)B/, 'dim'],
      ],
      pages: [['3 Pages', 'strong']],
    },
  },
  'frames that were just changed': {
    arrange: shows([MEMORY, NEXT]),
    looks: { frames: [[/B 1 +R /, changed(1)]] },
  },
  'a next victim': {
    arrange: shows([VICTIM]),
    looks: {
      frames: [
        [/(?<=^.*)!.*(?= ─)/, 'text'],
        [/(?<=\n.*)!/, 'victim'],
        [/(?<=\n.*!)[A-D]/, 'victim'],
      ],
    },
  },
  'many frames in a cell': {
    arrange: shows([SCATTERED]),
    looks: {
      frames: [
        [/\d+ a cell/, 'text'],
        [/(?<=\n.*)A/, process(0)],
        [/(?<=\n.*)b/, onPanel(1)],
        ['·', 'dim'],
      ],
    },
  },
  'paused, and what the step changed': {
    arrange: async (screen) => {
      await screen.show(MEMORY, NEXT, { ...NEXT, revision: 19 });
      screen.wait(1000);
      await screen.press('[');
    },
    looks: {
      header: [
        ['‖ PAUSED −1', 'warning'],
        ['rev 18', 'strong'],
      ],
      keys: [
        [' L End ', 'key'],
        [' live ', 'text'],
      ],
      frames: [[/B 1 +R /, changed(1)]],
    },
  },
  'paused, and what the step changed of others than the one that is followed': {
    arrange: async (screen) => {
      await screen.show(MEMORY, NEXT, { ...NEXT, revision: 19 });
      await screen.press('[', 'p');
    },
    looks: {
      frames: [
        [/A 1 +R /, process(0), { bare: 'strong' }],
        [/B 1 +R /, dimAndChanged],
      ],
    },
  },
});
