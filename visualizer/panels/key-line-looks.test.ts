/** The key line where something is said or asked there, in its inks. */
import { describeLooks } from '../testing/looks.ts';
import { EMPTY, memory, shows } from '../testing/scenes.ts';

describeLooks({
  'no event to tell in full': {
    arrange: shows([EMPTY], '8', 'enter'),
    looks: { keys: [['no event is listed', 'warning']] },
  },
  'where to go, as it is typed': {
    arrange: memory('g', '7', '8'),
    looks: {
      keys: [
        [' Go to ', 'badge'],
        ['78', 'strong'],
        [/(?<=78) /, 'selected'],
        ['frame 12', 'dim'],
      ],
    },
  },
  'where there is no way to': {
    arrange: memory('g', '7', '8', 'enter'),
    looks: { keys: [[/(?<=78 {3})\w.*\w/, 'warning']] },
  },
  'a key that does nothing': {
    arrange: memory('1'),
    looks: { keys: [['that panel has the focus', 'warning']] },
  },
});
