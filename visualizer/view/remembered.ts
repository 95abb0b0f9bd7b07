/** Of the answers to questions that follow the cursor so many are kept. */
const REMEMBERED = 32;

/** What `find` says for `key`, asked once; null is an answer too. */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  if (known.size >= REMEMBERED) known.clear();
  const value = find();
  known.set(key, value);
  return value;
}
