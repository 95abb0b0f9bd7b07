/** The long form of crowd.test.ts. */
import { expect, it } from 'vitest';
import { Place } from '../testing/run-tracker.ts';
import { attack, litter, revisionOf } from './attack.ts';
import { crowds, underReaders } from './crowd.ts';

it('eight one-shots at once for 25 rounds: none lost, 95 of 100 below 1.5 s', async () => {
  const times = await crowds(8, 25);
  const percentile = times[Math.floor(times.length * 0.95)];
  console.log(`8 at once, 25 rounds: 95th percentile ${percentile?.toFixed(0)} ms`);
  expect(percentile).toBeLessThan(1500);
});

it('32 one-shots at once for three rounds: none lost, none refused', async () => {
  await crowds(32, 3);
});

it('20,000 saves under two readers', async () => {
  const { reads } = await underReaders(20_000);
  console.log(`20,000 saves: ${reads} reads, none torn, none backwards`);
});

it('250 one-shots and 250 scripts killed at a random moment', async () => {
  const place = new Place();
  await place.tell(['init']);
  const input = 'alloc P1 4\nfree P1\n';
  for (let kill = 0; kill < 500; kill++) {
    const before = revisionOf(place);
    const child = place.start(kill % 2 === 0 ? ['access', 'P2', '0'] : ['run', '-', '--loop']);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const closed = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 120));
    child.kill('SIGKILL');
    await closed;
    expect(revisionOf(place)).toBeGreaterThanOrEqual(before);
  }
  expect((await attack(place, ['alloc', 'P3', '1'])).code).toBe(0);
  expect(litter(place)).toEqual([]);
});
