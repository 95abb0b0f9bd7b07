/** The long form of crowd.test.ts. */
import { loadavg } from 'node:os';
import { expect, it } from 'vitest';
import { crowds, killed, underReaders } from './crowd.ts';

it('eight one-shots at once for 25 rounds: none lost, 95 of 100 below 1.5 s', async () => {
  const times = await crowds(8, 25);
  const percentile = times[Math.floor(times.length * 0.95)];
  const [load] = loadavg();
  console.log(
    `8 at once, 25 rounds: 95th percentile ${percentile?.toFixed(0)} ms, load average ${load?.toFixed(1)}`,
  );
  expect(percentile).toBeLessThan(1500);
});

it('32 one-shots at once for three rounds: none lost, none refused', async () => {
  await crowds(32, 3);
});

it('20,000 saves under two readers, and a million reads: none torn, no revision backwards', async () => {
  const { reads, saves } = await underReaders(20_000, 1_000_000);
  console.log(`${saves} saves under ${reads} reads: none torn, none backwards`);
});

it('250 one-shots and 250 scripts killed at a random moment: what was acknowledged is in the file', async () => {
  const acknowledged = await killed(500);
  console.log(`500 killed after ${acknowledged} acknowledged commands: all of them are in the file`);
  expect(acknowledged).toBeGreaterThan(500);
});
