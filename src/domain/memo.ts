/** A million rows hold few distinct texts: each is read once. */
const LIMIT = 200_000;

export function memoise<T>(read: (text: string) => T): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= LIMIT) known = new Map();
    known.set(text, result);
    return result;
  };
}
