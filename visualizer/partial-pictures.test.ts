/** Of what has not changed nothing is drawn; the screen is then as if all of it had been. */
import { expect, it } from 'vitest';
import { FLASH_MS } from './dashboard.ts';
import { dashboardOn } from './testing/dashboard-on.ts';
import { madeStatus } from './testing/statuses.ts';

type TestDashboard = ReturnType<typeof dashboardOn>;

const [WIDTH, HEIGHT] = [120, 40];

/** Character and look of every cell. */
function cellsOf({ screen }: TestDashboard): readonly string[] {
  const grid = screen.cells();
  return Array.from({ length: HEIGHT }, (_, y) =>
    Array.from({ length: WIDTH }, (_, x) => `${grid.character(x, y)}${grid.look(x, y)}`).join(' '),
  );
}

const statuses = [0, 1].map((more) => madeStatus({ totalFrames: 512, revision: 7 + more, seed: 3 + more }));

async function shown(): Promise<TestDashboard> {
  const dashboard = dashboardOn(WIDTH, HEIGHT);
  await dashboard.show(...statuses);
  return dashboard;
}

async function wholePicture(afterMs: number): Promise<readonly string[]> {
  const whole = await shown();
  whole.wait(afterMs);
  await whole.drawn();
  const cells = cellsOf(whole);
  whole.close();
  return cells;
}

it('after the age was drawn by itself, below an overlay that has gone since', async () => {
  const partly = await shown();
  partly.wait(FLASH_MS);
  await partly.drawn();
  await partly.press('?');
  partly.wait(2000);
  partly.dashboard.tick();
  const below = cellsOf(partly);
  await partly.press('?');
  partly.wait(1000);
  partly.dashboard.tick();
  const cells = cellsOf(partly);
  partly.close();
  expect(cells).toEqual(await wholePicture(FLASH_MS + 3000));
  expect(below).not.toEqual(cells);
});

it('after what flashed was drawn by itself, and then the age', async () => {
  const partly = await shown();
  const flashing = cellsOf(partly);
  partly.wait(FLASH_MS);
  await expect.poll(() => cellsOf(partly)).not.toEqual(flashing);
  partly.dashboard.tick();
  const cells = cellsOf(partly);
  partly.close();
  expect(cells).toEqual(await wholePicture(FLASH_MS));
});
