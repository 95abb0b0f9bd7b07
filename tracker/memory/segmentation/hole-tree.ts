/**
 * A weight-balanced search tree of holes (Nievergelt & Reingold 1973, with the parameters ⟨3, 2⟩ that Hirai &
 * Yamamoto proved right in 2011). Every node knows how many holes are in its subtree, which keeps the tree
 * balanced and gives positions, and how large the largest of them is, which lets a search skip subtrees.
 *
 *                 1600:50              count 5, largest 900
 *               ╱         ╲
 *         1100:200       3000:20       count 2 and 2, largest 200 and 900
 *           ╱               ╲
 *       1000:40           4000:900     count 1 and 1
 *
 * Inserting, removing and every search cost O(log n).
 */
import type { Hole } from './hole-list.ts';
import { balanced, EMPTY, isBalanced, measured, Node, planted } from './hole-tree-node.ts';

/** Does `a` come before `b` in the tree? A strict total order of holes with different bases. */
export type Before = (a: Hole, b: Hole) => boolean;

export class HoleTree {
  readonly #before: Before;
  #root: Node;

  /** `holes` in the order that `before` puts them in. */
  constructor(before: Before, holes: readonly Hole[]) {
    this.#before = before;
    this.#root = planted(holes, 0, holes.length);
  }

  get count(): number {
    return this.#root.count;
  }

  /** Bytes of the largest hole, 0 in an empty tree. */
  get largest(): number {
    return this.#root.largest;
  }

  insert(hole: Hole): void {
    this.#root = this.#inserted(this.#root, hole);
  }

  /** Throws when the hole is not in the tree. */
  remove(hole: Hole): void {
    this.#root = this.#removed(this.#root, hole);
  }

  /** How many holes come before `hole`, which need not be in the tree. */
  rank(hole: Hole): number {
    let rank = 0;
    let node = this.#root;
    while (node !== EMPTY) {
      if (this.#before(node, hole)) {
        rank += node.left.count + 1;
        node = node.right;
      } else node = node.left;
    }
    return rank;
  }

  /** The hole with this many before it. */
  select(rank: number): Hole | null {
    let node = this.#root;
    let left = rank;
    while (node !== EMPTY && left !== node.left.count) {
      if (left > node.left.count) {
        left -= node.left.count + 1;
        node = node.right;
      } else node = node.left;
    }
    return holeOf(node);
  }

  /** The last hole that is `hole` or comes before it. */
  lastUpTo(hole: Hole): Hole | null {
    let found = EMPTY;
    let node = this.#root;
    while (node !== EMPTY) {
      if (this.#before(hole, node)) node = node.left;
      else {
        found = node;
        node = node.right;
      }
    }
    return holeOf(found);
  }

  /** The first hole that is `hole` or comes after it. */
  firstFrom(hole: Hole): Hole | null {
    return this.select(this.rank(hole));
  }

  /** The first hole of at least `size` bytes among those with at least `from` holes before them. */
  firstAtLeast(size: number, from: number): Hole | null {
    return holeOf(firstAtLeast(this.#root, size, from));
  }

  /** In order. The tree must not change meanwhile. */
  *[Symbol.iterator](): Generator<Hole> {
    const path: Node[] = [];
    let node = this.#root;
    while (node !== EMPTY || path.length > 0) {
      for (; node !== EMPTY; node = node.left) path.push(node);
      const next = path.pop() ?? EMPTY;
      yield next;
      node = next.right;
    }
  }

  /** Throws where order, counts, largest sizes or balance are wrong. */
  check(): void {
    const check = (node: Node): void => {
      if (node === EMPTY) return;
      check(node.left);
      check(node.right);
      const { count, largest } = node;
      measured(node);
      if (isBalanced(node) && count === node.count && largest === node.largest) return;
      throw new Error(`the tree of holes is wrong at ${node.base}:${node.size}`);
    };
    check(this.#root);
    let last: Hole | null = null;
    for (const hole of this) {
      if (last !== null && !this.#before(last, hole)) throw new Error(`hole ${hole.base} is out of order`);
      last = hole;
    }
  }

  #inserted(node: Node, hole: Hole): Node {
    if (node === EMPTY) return new Node(hole, EMPTY);
    if (this.#before(hole, node)) node.left = this.#inserted(node.left, hole);
    else node.right = this.#inserted(node.right, hole);
    return balanced(node);
  }

  #removed(node: Node, hole: Hole): Node {
    if (node === EMPTY) throw new Error(`no hole ${hole.base}:${hole.size} in the tree`);
    if (this.#before(hole, node)) node.left = this.#removed(node.left, hole);
    else if (this.#before(node, hole)) node.right = this.#removed(node.right, hole);
    else if (node.left === EMPTY) return node.right;
    else if (node.right === EMPTY) return node.left;
    else return this.#replaced(node);
    return balanced(node);
  }

  /** A node with two subtrees goes: the first of its right subtree takes its place. */
  #replaced(node: Node): Node {
    let heir = node.right;
    while (heir.left !== EMPTY) heir = heir.left;
    const right = this.#removed(node.right, heir);
    heir.left = node.left;
    heir.right = right;
    return balanced(heir);
  }
}

function holeOf(node: Node): Hole | null {
  return node === EMPTY ? null : node;
}

/** At most one path down has to heed `from`; beside it `largest` tells whether a subtree holds the answer. */
function firstAtLeast(node: Node, size: number, from: number): Node {
  if (node === EMPTY || node.largest < size || from >= node.count) return EMPTY;
  const left = node.left.count;
  const found = from < left ? firstAtLeast(node.left, size, from) : EMPTY;
  if (found !== EMPTY) return found;
  if (from <= left && node.size >= size) return node;
  return firstAtLeast(node.right, size, Math.max(0, from - left - 1));
}
