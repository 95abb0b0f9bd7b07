/** The fit strategies by name. A new one is a file here, a line here, and its name in shared/status.ts. */
import type { FitName } from '../../../../shared/status.ts';
import { best } from './best.ts';
import { first } from './first.ts';
import type { FitStrategy } from './fit-strategy.ts';
import { next } from './next.ts';
import { worst } from './worst.ts';

export const FITS: Readonly<Record<FitName, FitStrategy>> = { first, best, worst, next };
