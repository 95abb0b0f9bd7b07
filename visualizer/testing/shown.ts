/** Dashboards for one test, closed when it ends. */
import { onTestFinished } from 'vitest';
import type { Status } from '../../shared/status.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { dashboardOn, type TestDashboardOptions } from './dashboard-on.ts';
import { madeStatus } from './statuses.ts';

export type TestDashboard = ReturnType<typeof dashboardOn>;

/** With nothing to show yet. */
export function opened(columns: number, rows: number, options?: TestDashboardOptions): TestDashboard {
  const screen = dashboardOn(columns, rows, options);
  onTestFinished(() => screen.close());
  return screen;
}

export async function shown(
  columns: number,
  rows: number,
  status: Status,
  options?: TestDashboardOptions,
): Promise<TestDashboard> {
  const screen = opened(columns, rows, options);
  await screen.show(status);
  return screen;
}

/** That shows the example status. */
export function example(columns: number, rows: number): Promise<TestDashboard> {
  return shown(columns, rows, exampleStatus());
}

/** That has seen as many revisions, from 100 on, the last of them a second ago. */
export async function withRevisions(count: number, columns = 120, rows = 40): Promise<TestDashboard> {
  const screen = opened(columns, rows);
  await screen.show(
    ...Array.from({ length: count }, (_, i) =>
      madeStatus({ revision: 100 + i, seed: 1 + i, references: 1000 + i, faults: 100 }),
    ),
  );
  screen.wait(1000);
  return screen;
}
