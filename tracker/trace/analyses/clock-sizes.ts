/**
 * Clock (Corbató 1968) with several frame counts at once. A page's reference bits, one for each frame count, are a mask
 * of their own, so that a reference that hits everywhere sets them all with one store.
 */
import { KIND_BITS } from '../reference.ts';
import { lengthened, type Ring, SeveralSizes } from './several-sizes.ts';

export class ClockSizes extends SeveralSizes {
  override readonly policy = 'clock';
  readonly #refOnLoad: boolean;
  /** For each page the bits of the frame counts with which its reference bit is set. */
  #referenced = new Int32Array(0);

  /** `refOnLoad`: whether a load sets the reference bit. */
  constructor(frameCounts: readonly number[], refOnLoad: boolean) {
    super(frameCounts);
    this.#refOnLoad = refOnLoad;
  }

  protected override run(references: Int32Array): void {
    const { all, resident } = this;
    const referenced = this.#referenced;
    for (let i = 0; i < references.length; i++) {
      const page = (references[i] as number) >> KIND_BITS;
      const here = resident[page] as number;
      if (here === all) referenced[page] = all;
      else this.load(page, all & ~here);
    }
  }

  /** Where a load sets no bit, it matters which pages were referenced again. */
  protected override get maySleep(): boolean {
    return this.#refOnLoad;
  }

  protected override admit(pages: number): void {
    super.admit(pages);
    this.#referenced = lengthened(this.#referenced, pages);
  }

  protected override load(page: number, missing: number): void {
    super.load(page, missing);
    const hits = this.all & ~missing;
    this.#referenced[page] = this.#refOnLoad
      ? this.all
      : ((this.#referenced[page] as number) & ~missing) | hits;
  }

  protected override victim(ring: Ring, bit: number): number {
    const referenced = this.#referenced;
    let { hand } = ring;
    for (;;) {
      const page = ring.pages[hand] as number;
      const bits = referenced[page] as number;
      if ((bits & bit) === 0) return hand;
      referenced[page] = bits & ~bit;
      hand = hand + 1 === ring.frames ? 0 : hand + 1;
    }
  }
}
