/** The list of events in its inks. */
import { describeLooks } from '../testing/looks.ts';
import { EMPTY, memory, NEXT, shows } from '../testing/scenes.ts';

describeLooks({
  'the events': {
    arrange: memory('8'),
    looks: {
      events: [
        ['8 Events', 'accent'],
        ['16 fault', 'dim'],
        ['P2 page 1', 'text'],
        ['17 evict', 'warning'],
        ['P2 page 0 left', 'strong'],
      ],
    },
  },
  'events of every look': {
    arrange: shows([NEXT], '8'),
    looks: {
      events: [
        ['17 free', 'dim'],
        ['18 free', 'accent'],
        ['18 hit', 'good'],
        ['hit it is', 'strong'],
        ['18 fault', 'warning'],
      ],
    },
  },
  'an event that is chosen': {
    arrange: shows([NEXT], '8', 'f', 'up'),
    looks: {
      events: [
        ['8 Events without hits', 'accent'],
        [/18 fault.*(?=│)/, 'selected'],
      ],
      keys: [
        [' f ', 'key'],
        [' events without hits ', 'text'],
      ],
    },
  },
  'no events': {
    arrange: shows([EMPTY], '8'),
    looks: { events: [['Nothing has happened yet.', 'dim']] },
  },
  'no events of that kind': {
    arrange: memory('8', 'f', 'f', 'f'),
    looks: { events: [['None lately.', 'dim']] },
  },
});
