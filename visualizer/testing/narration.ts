/** What the narrator says of the example status and of those that follow on it: for tests of the narration. */
import type { Status, StatusEvent } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { firstCommand } from '../first-command.ts';
import { Narrator } from '../narration/narrator.ts';
import type { Observation } from '../observation.ts';

/** A narrator whose clock only the test moves, and what it said since it was last asked. */
export function narrator({ alive = true, file = 'memory_status.txt' } = {}) {
  let lines: string[] = [];
  let now = Date.parse('2026-11-23T12:00:00Z');
  const telling = new Narrator({
    file,
    firstCommand: firstCommand(file),
    now: () => now,
    isAlive: () => alive,
    say: (line) => lines.push(line),
  });
  const said = (): string[] => {
    const all = lines;
    lines = [];
    return all;
  };
  return {
    said,
    /** The lines that a new status brings, without the time of day. */
    seen(status: Status): string[] {
      telling.observe({ kind: 'ok', status, bytes: new Uint8Array() });
      return said().map((line) => line.replace(/^([\d-]+ )?\d\d:\d\d:\d\d /, ''));
    },
    observe(observation: Observation): string[] {
      telling.observe(observation);
      return said();
    },
    wait(milliseconds: number): string[] {
      now += milliseconds;
      telling.look();
      return said();
    },
    /** The process that wrote the file ends. */
    end() {
      alive = false;
    },
  };
}

const before = exampleStatus();

/** What the line of each of these, seen after the example and one another, says after its command. */
export function told(...statuses: readonly Status[]): string[] {
  const watch = narrator();
  watch.seen(before);
  return statuses.map((status, index) => {
    const [line = ''] = watch.seen({ ...status, revision: 18 + index, command: 'x', events: [] });
    return line.replace(/^revision \d+: x;? ?/, '');
  });
}

/** The example with changes in its paging half. */
export const paging = (changes: Partial<Status['paging']>): Status => ({
  ...before,
  paging: { ...before.paging, ...changes },
});

/** An event at the logical time that is the number of its revision. */
export const happened = (revision: number, kind: StatusEvent['kind'], text: string): StatusEvent => ({
  ...{ revision, time: revision, kind, frame: null, text, candidates: [] },
});

/** Of an eviction: the first was used at 1, and so on. */
export const candidates = (count: number): StatusEvent['candidates'] =>
  Array.from({ length: count }, (_, page) => ({
    pid: 'P1',
    page,
    frame: page,
    number: `used at ${page + 1}`,
  }));
