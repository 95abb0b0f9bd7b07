import { describe, expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';

const SILBERSCHATZ = '7 0 1 2 0 3 0 4 2 3 0 3 2 1 2 0 1 7 0 1';
const BELADY = '1 2 3 4 1 2 5 1 2 3 4 5';

describe('compare --refs', () => {
  it("points out Belady's anomaly where it is measured, and marks the best but not opt", async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      BELADY,
      '--policies',
      'fifo,lru,opt',
      '--frames',
      '3-4',
    ]);
    expect(stdout).toContain("Belady's anomaly: fifo has 9 faults with 3 frames, and 10 with 4.");
    expect(stdout).toMatch(/fifo +9\* +10\n/);
    expect(stdout).toMatch(/lru +10 +8\*\n/);
    expect(stdout).toMatch(/opt +7 +6\n/);
  });

  it('says once that more frames than pages change nothing; CSV has every row', async () => {
    const compare = ['compare', '--refs', '1 2 3 1', '--policies', 'lru', '--frames', '1-500'];
    const { stdout } = await new Place().tell(compare);
    expect(stdout).toMatch(
      /\n3 +3\*\n… 497 larger frame counts: nothing changes, as every page has a frame\n/,
    );
    expect((await new Place().tell([...compare, '--csv'])).stdout.split('\n')).toHaveLength(502);
  });

  it('says how few frames come near the cold faults: of all where the curve is known, or of those measured', async () => {
    const compare = ['compare', '--refs', `${BELADY} 1 2 3 4 5`, '--frames', '2,8', '--policies'];
    const ending = async (policies: string) =>
      (await new Place().tell([...compare, policies])).stdout.split('\n').slice(-4).join('\n');
    expect(await ending('lru,opt')).toBe(
      'Frames within 1 %, 5 %, 10 % of the 5 cold faults:\n   lru  5  5  5\n   opt  5  5  5\n',
    );
    expect(await ending('lru,fifo')).toBe(
      '   lru  5  5  5\nOf the frame counts measured:\n   fifo  8  8  8\n',
    );
    const hundred = `${Array.from({ length: 100 }, (_, page) => page).join(' ')} 0 1 2`;
    const fifo = ['compare', '--refs', hundred, '--frames', '1,100', '--policies', 'fifo'];
    expect((await new Place().tell(fifo)).stdout).toContain(
      'Frames within 1 %, 5 %, 10 % of the 100 cold faults, of the frame counts measured:\n   fifo  100  1  1\n',
    );
  });

  it('leaves that out where it is in the table', async () => {
    const told = async (...args: string[]) => (await new Place().tell(['compare', '--refs', ...args])).stdout;
    expect(await told(SILBERSCHATZ)).toMatch(/\nrandom .*\nopt .*\n$/);
    // Six frames are enough, and not in the table.
    expect(await told(SILBERSCHATZ, '--policies', 'lru', '--frames', '3')).toContain('   lru  6  6  6\n');
  });

  it('marks all that tie', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      '1 2 1 2',
      '--policies',
      'fifo,lru',
      '--frames',
      '2',
    ]);
    expect(stdout).toMatch(/fifo +2\*\nlru +2\*/);
  });

  it('turns a wide table upright', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      BELADY,
      '--policies',
      'fifo,lru',
      '--frames',
      '1-40',
    ]);
    expect(stdout).toMatch(/frames +fifo +lru\n1 +12\* +12\*\n/);
  });

  it('answers comma-separated values', async () => {
    const { stdout } = await new Place().tell([
      'compare',
      '--refs',
      BELADY,
      '--policies',
      'fifo',
      '--frames',
      '3,4',
      '--csv',
    ]);
    expect(stdout).toBe('policy,frames,faults,hits\nfifo,3,9,3\nfifo,4,10,2\n');
  });

  it('names the conventions that are not the default, and the parameters', async () => {
    const compare = ['compare', '--refs', BELADY, '--frames', '3'];
    const told = ['--policies', 'fifo,clock,nru,lfu', '--ref-on-load', '0', '--lfu-counts', 'keep'];
    const { stdout } = await new Place().tell([...compare, ...told]);
    expect(stdout).toMatch(
      /^Page faults of .*\n {3}clock \(a load does not set R\)\n {3}nru \(a load does not set R, R cleared every 1000 references\)\n {3}lfu \(counts kept at eviction\)\n\n/,
    );
    expect((await new Place().json(...compare, ...told)).policies).toEqual([
      { policy: 'fifo' },
      { policy: 'clock', refOnLoad: false },
      { policy: 'nru', refOnLoad: false, period: 1000 },
      { policy: 'lfu', keepCounts: true },
    ]);
    const plain = await new Place().tell([...compare, '--policies', 'clock,lfu']);
    expect(plain.stdout).toMatch(/^Page faults of .*\n\nframes/);
    const steps = [...compare, '--policies', 'clock', '--ref-on-load', '0', '--steps'];
    expect((await new Place().tell(steps)).stdout).toMatch(/^clock \(a load does not set R\), 3 frames\n/);
  });
});
