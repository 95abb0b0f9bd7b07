import { expect, it } from 'vitest';
import { exampleStatus } from '../../shared/testing/example-status.ts';
import { externalFragmentation } from './fragmentation.ts';

it.each([
  [[1000], '= 0%'],
  [[1000, 3000], '= 25%'],
  [[200, 64_000], '<1%'],
  [Array<number>(300).fill(8), '>99%'],
  [[], '= 0%'],
])('external fragmentation is never rounded to nothing or all: holes of %j', (sizes, share) => {
  const holes = sizes.map((size, index) => ({ base: 1000 + 100_000 * index, size }));
  const { segmentation } = exampleStatus();
  expect(externalFragmentation({ ...segmentation, holes })).toMatchObject({ share });
});
