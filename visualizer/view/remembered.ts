/** Of the answers to questions that follow the cursor so many are kept. */
const REMEMBERED = 32;

/** What `find` says for `key`, asked once while no more than `most` are remembered; null is an answer too. */
export function remembered<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  find: () => Value,
  most = REMEMBERED,
): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  if (known.size >= most) known.clear();
  const value = find();
  known.set(key, value);
  return value;
}
