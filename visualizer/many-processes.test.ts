/** Of processes that came after Z the letter says nothing: they are named. */
import { describe, expect, it } from 'vitest';
import { DISK, type ProcessStatus, type Status } from '../shared/status.ts';
import { exampleStatus, frameRuns, pageRuns, timedRuns } from '../shared/testing/example-status.ts';
import { shown } from './testing/shown.ts';

/** Each process has a page: those from `resident` on in a frame, the last in two. */
function withProcesses(count: number, resident: number, totalFrames = count - resident + 1): Status {
  const { paging, ...rest } = exampleStatus({ events: [] });
  const processes = Array.from({ length: count }, (_, index): ProcessStatus => {
    const frame = index < resident ? DISK : index - resident;
    const last = index === count - 1 ? 2 : 1;
    return {
      pid: `proc${index + 1}`,
      letter: index < 26 ? String.fromCharCode(65 + index) : '#',
      table: pageRuns([0, frame, frame === DISK ? 1 : last, 0]),
      waste: [],
    };
  });
  const used = count - resident + 1;
  const replacement = { ...paging.replacement, policy: 'lru' as const };
  return {
    ...rest,
    paging: {
      ...paging,
      ...{
        totalFrames,
        processes,
        replacement,
        time: used,
        nextVictim: totalFrames > used ? null : used - 1,
      },
      freeList: totalFrames > used ? frameRuns([used, totalFrames - used]) : frameRuns(),
      loads: timedRuns([0, used, 1]),
      uses: timedRuns(),
      tlb: { ...paging.tlb, content: [] },
    },
  };
}

describe('a process without a letter of its own', () => {
  it('is named as the next victim', async () => {
    const screen = await shown(120, 40, withProcesses(30, 20));
    expect(screen.text()).toContain('! next victim: frame 10, proc30 page 1');
  });

  it('is named below its bar, where others have their letter', async () => {
    const screen = await shown(120, 40, withProcesses(30, 24));
    expect(screen.text()).toMatch(/││ Y {6}Z {6}proc27 proc28 proc29 proc30 +│/);
  });

  it('is named among those of a cell', async () => {
    const screen = await shown(80, 24, withProcesses(30, 20, 4096));
    await screen.press('g', '0', 'enter', '5', 'e', 'e');
    expect(screen.text()).toMatch(/in use +11 of \d+: (proc30 2, U 1|proc30, U|proc30, …)/);
  });
});

it('the legend begins with the processes that have a frame', async () => {
  const screen = await shown(120, 40, withProcesses(30, 20));
  expect(screen.text()).toMatch(/└─ U proc21 {2}V proc22 {2}W proc23 /);
});

it('the times stay in a page table of 100x30 when a page goes to the disk for the first time', async () => {
  const { paging, ...rest } = exampleStatus();
  const [p1, ...others] = paging.processes;
  if (!p1) throw new Error('no process');
  const swapped = { ...p1, table: pageRuns([0, 0, 4, 0], [4, DISK, 1, 8]) };
  const screen = await shown(100, 30, { ...rest, paging: { ...paging, processes: [swapped, ...others] } });
  await screen.press('p');
  expect(screen.text()).toMatch(/ PAGE +FRAME +V R D LOADED +USED /);
});
