/**
 * FIFO with several frame counts at once: the hand stands at the page that has been resident longest, and takes it.
 * FIFO is no stack algorithm (Belady, Nelson & Shedler 1969), so there is no curve to be had from one list.
 */
import { KIND_BITS } from '../reference.ts';
import { type Ring, SeveralSizes } from './several-sizes.ts';

export class FifoSizes extends SeveralSizes {
  override readonly policy = 'fifo';

  protected override run(references: Int32Array): void {
    const { all, resident } = this;
    for (let i = 0; i < references.length; i++) {
      const page = (references[i] as number) >> KIND_BITS;
      const here = resident[page] as number;
      if (here !== all) this.load(page, all & ~here);
    }
  }

  protected override victim({ hand }: Ring): number {
    return hand;
  }
}
