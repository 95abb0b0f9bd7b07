/** A history that has seen revisions, for tests of what it keeps of them. */
import { formatStatus } from '../../shared/status-text/format.ts';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { History } from '../history.ts';

/** It has seen as many, from 17 on, each read at its number in seconds; `cap` in bytes. */
export function filled(count: number, cap?: number): History {
  const history = new History(cap);
  for (let revision = 17; revision < 17 + count; revision++) {
    const status = exampleStatus({ revision });
    history.add(status, formatStatus(status), revision * 1000);
  }
  return history;
}
