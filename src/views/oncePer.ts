/** What is made of a list is made once, for as long as the list is there: going back to a filter makes nothing anew. */
export function oncePer<L extends object, A extends readonly (string | number | object | null)[], T>(
  make: (list: L, ...args: A) => T,
): (list: L, ...args: A) => T {
  const made = new WeakMap<L, Map<string, T>>();
  return (list, ...args) => {
    const key = JSON.stringify(args.map((each) => (typeof each === 'object' && each !== null ? [idOf(each)] : each)));
    const known = made.get(list);
    if (known?.has(key)) return known.get(key) as T;
    const found = make(list, ...args);
    if (known) known.set(key, found);
    else made.set(list, new Map([[key, found]]));
    return found;
  };
}

/** Objects are told apart by which they are, not by what they hold. */
const ids = new WeakMap<object, number>();
let lastId = 0;

function idOf(each: object): number {
  const known = ids.get(each);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(each, lastId);
  return lastId;
}
