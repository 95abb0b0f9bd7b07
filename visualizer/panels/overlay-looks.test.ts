/** What lies over the panels, the help or an event in full, in its inks. */
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { changed, process } from '../testing/inks.ts';
import { describeLooks, LARGE, SMALLEST } from '../testing/looks.ts';
import { event, memory, shows } from '../testing/scenes.ts';

const { segmentation } = exampleStatus();
/** A segment more in the first of two holes. */
const [code, ...others] = segmentation.segments;
const PLACED = exampleStatus({
  revision: 18,
  segmentation: {
    ...segmentation,
    segments: [
      ...(code ? [code] : []),
      ...others,
      { id: 3, base: 1300, limit: 300, grows: 'up', name: null },
    ],
    holes: [
      { base: 1600, size: 100 },
      { base: 2000, size: 64_536 },
    ],
  },
  events: [event('segment-alloc')],
});

describeLooks({
  'the help': {
    arrange: memory('?'),
    looks: {
      overlay: [
        [/┌─/, 'focusedBorder'],
        [/│(?=\n)/, 'focusedBorder'],
        [/─+┘/, 'focusedBorder'],
        ['Help: ? or Esc closes it', 'accent'],
        [/(?<=│ )\?/, 'strong'],
        ['this help', 'text'],
        ['Space', 'strong'],
        [/A 12(?= +the frame)/, 'selected', { no: SMALLEST }],
        [/A 12(?= +changed)/, changed(0), { no: SMALLEST }],
        ['↓ more below', 'accent', { no: LARGE }],
      ],
    },
  },
  'the end of the help': {
    arrange: memory('?', 'pagedown', 'pagedown', 'pagedown', 'pagedown', 'pagedown'),
    looks: {
      overlay: [
        ['↑ the end', 'accent', { no: LARGE }],
        ['× UNREADABLE', 'strong'],
        ['it cannot be read', 'text'],
      ],
    },
  },
  'an eviction in full': {
    arrange: memory('8', 'enter'),
    looks: {
      overlay: [
        [/┌─/, 'focusedBorder'],
        ['Event 3 of 3', 'accent'],
        ['evict', 'strong'],
        ['revision 17, time 12, frame 4', 'dim'],
        ['P2 page 0 left frame 4', 'text'],
        ['Candidates under', 'strong'],
        ['PROCESS', 'dim'],
        ['◂', 'warning'],
        [/P2 +0 +4 +loaded at 1/, 'strong'],
        ['evicted', 'dim'],
        [/A(?= P1)/, process(0)],
        [/P1 +0 +0 +loaded at 6/, 'text'],
        ['The first 2 candidates', 'dim'],
      ],
    },
  },
  'a fault in full': {
    arrange: memory('8', 'up', 'up', 'enter'),
    looks: {
      overlay: [
        ['fault', 'strong'],
        ['P2 page 1: loaded', 'text'],
        ['A frame was free', 'dim'],
      ],
    },
  },
  'a segment that was placed, in full': {
    arrange: shows([exampleStatus(), PLACED], '8', 'enter'),
    looks: {
      overlay: [
        ['segment alloc', 'strong'],
        ['Holes before it', 'strong'],
        [/BASE +SIZE/, 'dim'],
        ['◂', 'warning'],
        [/1300 +400/, 'strong'],
        ['taken, leaves 100', 'dim'],
        [/2000 +64536/, 'text'],
        ['large enough', 'dim'],
      ],
    },
  },
});
