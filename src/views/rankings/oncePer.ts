/** What is made of a list is made once, for as long as the list is there: going back to a filter makes nothing anew. */
export function oncePer<L extends object, A extends readonly (string | null)[], T>(
  make: (list: L, ...args: A) => T,
): (list: L, ...args: A) => T {
  const made = new WeakMap<L, Map<string, T>>();
  return (list, ...args) => {
    const key = JSON.stringify(args);
    const known = made.get(list);
    if (known?.has(key)) return known.get(key) as T;
    const found = make(list, ...args);
    if (known) known.set(key, found);
    else made.set(list, new Map([[key, found]]));
    return found;
  };
}
