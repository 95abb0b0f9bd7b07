/** Dashboards for one test, closed when it ends. */
import { onTestFinished } from 'vitest';
import type { Status } from '../../shared/status.ts';
import { dashboardOn, type TestDashboardOptions } from './dashboard-on.ts';

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
