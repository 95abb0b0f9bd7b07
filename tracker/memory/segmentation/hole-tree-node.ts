/**
 * A node of the tree of holes, and what keeps its subtrees in balance. A node is *too heavy* when it weighs more
 * than three times its sibling (weight: count + 1); one rotation, or two when the inner grandchild is at least
 * twice the outer, put that right.
 *
 *        x                    y                 rotated left: x and y change places,
 *      ╱   ╲                ╱   ╲               order and every hole stay
 *     a     y      ──▶     x     c
 *         ╱   ╲          ╱   ╲
 *        b     c        a     b
 */
import type { Hole } from './hole-list.ts';

export class Node implements Hole {
  readonly base: number;
  readonly size: number;
  left: Node;
  right: Node;
  count: number;
  largest: number;

  /** Without an `empty` node this is that node itself: no hole, count 0. */
  constructor(hole: Hole, empty?: Node) {
    this.base = hole.base;
    this.size = hole.size;
    this.left = empty ?? this;
    this.right = empty ?? this;
    this.count = empty === undefined ? 0 : 1;
    this.largest = hole.size;
  }
}

/** Stands wherever there is no subtree, and is never changed. */
export const EMPTY = new Node({ base: 0, size: 0 });

/** A perfectly balanced tree of holes[from] … holes[to − 1]. */
export function planted(holes: readonly Hole[], from: number, to: number): Node {
  const middle = (from + to) >> 1;
  const hole = holes[middle];
  if (from >= to || hole === undefined) return EMPTY;
  const node = new Node(hole, EMPTY);
  node.left = planted(holes, from, middle);
  node.right = planted(holes, middle + 1, to);
  return measured(node);
}

/** Counts a node's subtrees anew, after they have changed. */
export function measured(node: Node): Node {
  node.count = node.left.count + node.right.count + 1;
  node.largest = Math.max(node.size, node.left.largest, node.right.largest);
  return node;
}

/** Is `heavy` more than three times its sibling? Weights are counts + 1. */
function tooHeavy(heavy: Node, light: Node): boolean {
  return heavy.count + 1 > 3 * (light.count + 1);
}

export function isBalanced(node: Node): boolean {
  return !tooHeavy(node.left, node.right) && !tooHeavy(node.right, node.left);
}

/** Restores the balance of a node of which one subtree has changed by one hole. */
export function balanced(node: Node): Node {
  if (tooHeavy(node.right, node.left)) {
    const { left: inner, right: outer } = node.right;
    if (inner.count + 1 >= 2 * (outer.count + 1)) node.right = rotatedRight(node.right);
    return rotatedLeft(node);
  }
  if (tooHeavy(node.left, node.right)) {
    const { left: outer, right: inner } = node.left;
    if (inner.count + 1 >= 2 * (outer.count + 1)) node.left = rotatedLeft(node.left);
    return rotatedRight(node);
  }
  return measured(node);
}

function rotatedLeft(node: Node): Node {
  const top = node.right;
  node.right = top.left;
  top.left = measured(node);
  return measured(top);
}

function rotatedRight(node: Node): Node {
  const top = node.left;
  node.left = top.right;
  top.right = measured(node);
  return measured(top);
}
