/** The recent events: what each row may say. */
import { expect, test } from 'vitest';
import { MAX_CANDIDATES, MAX_EVENTS, type StatusEvent } from '../status.ts';
import { exampleStatus } from '../testing/example-status.ts';
import { accepted, editableText, edited, expectRefused } from '../testing/refusals.ts';

const EVICT = '   17 -> 12 -> evict -> 4 -> P2 page 0 left frame 4: loaded first';
const RUNNER_UP = '   candidate -> P1 -> 0 -> 0 -> loaded at 6';

test.each([
  [EVICT, '   18 -> 12 -> evict -> 4 -> x', 'a revision up to that of the file (0 to 17)'],
  [EVICT, '   15 -> 12 -> evict -> 4 -> x', 'in the order in which they happened'],
  [EVICT, '   17 -> 13 -> evict -> 4 -> x', 'a time up to the Time above (0 to 12)'],
  [EVICT, '   17 -> 12 -> explode -> 4 -> x', 'an event: one of alloc, reserve'],
  [EVICT, '   17 -> 12 -> evict -> 8 -> x', 'a frame or - (0 to 7)'],
  [EVICT, '   17 -> 12 -> evict -> 4', 'a row such as'],
  [RUNNER_UP, '   candidate -> P1 -> 0 -> 8 -> x', 'a frame (0 to 7)'],
  [RUNNER_UP, '   candidate -> -P -> 0 -> 1 -> x', 'a name'],
  [RUNNER_UP, '   candidate -> P1 -> 0', 'a row such as'],
])('"%s" may not become "%s"', (from, to, expected) => {
  expectRefused(edited(from, to), `"${to}"`, expected);
});

test('a candidate follows an event', () => {
  const heading = 'Revision -> Time -> Event -> Frame -> What happened\n';
  expectRefused(edited(heading, `${heading}${RUNNER_UP}\n`), `"${RUNNER_UP}"`, 'another row of this section');
});

test('there are so many events and no more', () => {
  const event = exampleStatus().events[0];
  const events = Array.from({ length: MAX_EVENTS }, () => event).filter((one) => one !== undefined);
  const status = exampleStatus({ events });
  expect(accepted(editableText(status)).events).toHaveLength(MAX_EVENTS);
  expectRefused(
    editableText(exampleStatus({ events: [...events, ...events.slice(0, 1)] })),
    '"   15 -> 9 -> alloc -> - -> P1 got 4 pages in frames 0-3"',
    'at most 32 events',
  );
});

test('there are so many candidates and no more', () => {
  const candidate = { pid: 'P1', page: 0, frame: 0, number: 'loaded at 6' };
  const event: StatusEvent = {
    revision: 17,
    time: 12,
    kind: 'evict',
    frame: 4,
    text: '',
    candidates: Array.from({ length: MAX_CANDIDATES + 1 }, () => candidate),
  };
  expectRefused(editableText(exampleStatus({ events: [event] })), `"${RUNNER_UP}"`, 'at most 8 candidates');
});

test('a sentence may hold arrows, headings and nothing at all', () => {
  const texts = [' -> 3 -> ', '=== Holes ===', ''];
  const events = texts.map(
    (text): StatusEvent => ({ revision: 17, time: 12, kind: 'hit', frame: null, text, candidates: [] }),
  );
  const status = exampleStatus({ events });
  expect(accepted(editableText(status))).toEqual(status);
});
