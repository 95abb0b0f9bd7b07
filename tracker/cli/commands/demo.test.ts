/** The demo as its users meet it: the output of the original, to the letter. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { Place } from '../../testing/run-tracker.ts';

const ORIGINAL_EXAMPLE = `=== Paging Example ===
Pages allocated successfully.
Page Table:
Page Number -> Frame Number
   0 -> 3
   1 -> 5
   2 -> 7
   3 -> 2
Memory freed successfully!

=== Segmentation Example ===
Segments allocated successfully.
Segment Table:
Segment ID -> Base Address -> Limit
   0 -> 1000 -> 100
   1 -> 1100 -> 200
   2 -> 1300 -> 300
Segments freed successfully!
`;

describe('the demo', () => {
  it("prints the original's example output, to the letter", async () => {
    const place = new Place();
    const { code, stdout, stderr } = await place.tell(['demo']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: ORIGINAL_EXAMPLE, stderr: '' });
  });

  it('says in its events and its help who A and B are, and why P1 gets the frames 3, 5, 7 and 2', async () => {
    const place = new Place();
    await place.tell(['demo']);
    const { stdout } = await place.tell(['show', 'events']);
    expect(stdout).toMatch(/^r1 .*; A and B come and go before the demo begins, so that P1 gets/m);
    expect(stdout).toMatch(/^r9 .*P1 alloc.*; A gave these frames back first, one at a time/m);
    const help = (await place.tell(['help', 'demo'])).stdout.replace(/\s+/g, ' ');
    expect(help).toContain('To that end two earlier processes come and go in the first eight revisions');
  });

  it('shows its first pages at once, however long the interval', { timeout: 5000 }, async () => {
    const playing = new Place().start(['demo', '--interval', '1m']);
    onTestFinished(() => void playing.kill('SIGKILL'));
    const closed = new Promise((resolve) => playing.on('close', resolve));
    let said = '';
    for await (const chunk of playing.stdout) {
      said += chunk;
      if (said.includes('   3 -> 2\n')) break;
    }
    playing.kill('SIGTERM');
    expect(await closed).toBe(143);
  });

  it('leaves a memory of 64 free frames and one hole', async () => {
    const place = new Place();
    await place.tell(['demo']);
    expect(await place.json('show')).toMatchObject({
      totalFrames: 64,
      freeFrames: 64,
      processes: [],
      segments: [],
      holes: [[1000, 65536]],
    });
  });

  it('answers with one JSON object where JSON is asked for', async () => {
    const place = new Place();
    expect(await place.json('demo')).toMatchObject({
      ok: true,
      command: 'demo',
      pages: [
        [0, 3],
        [1, 5],
        [2, 7],
        [3, 2],
      ],
      segments: [
        { id: 0, base: 1000, limit: 100 },
        { id: 1, base: 1100, limit: 200 },
        { id: 2, base: 1300, limit: 300 },
      ],
    });
  });
});
