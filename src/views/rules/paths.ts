/** Reads and writes one place of a rule set being edited, by its path (`bands.1.0`), without touching the old one. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export function valueAt(root: Json, path: string): Json | undefined {
  let here: Json | undefined = root;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<string, Json>>)[key];
  }
  return here;
}

/** `undefined` takes a field away; a row of a list stays. */
export function withValue(root: Json, path: string, value: Json | undefined): Json {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : withValue(valueAt(root, key) ?? {}, rest.join('.'), value);
  if (Array.isArray(root)) {
    const copy: Json[] = [...(root as readonly Json[])];
    copy[Number.parseInt(key, 10)] = inner ?? null;
    return copy;
  }
  const others = Object.entries(root as Readonly<Record<string, Json>>).filter(([name]) => name !== key);
  const whole = root as Readonly<Record<string, Json>>;
  return inner === undefined ? Object.fromEntries(others) : { ...whole, [key]: inner };
}

/** Whether a path leads to the same place in both: not where a list on the way has got or lost rows. */
export function keepsPlace(now: Json, then: Json, path: string): boolean {
  let [here, there]: (Json | undefined)[] = [now, then];
  for (const key of path.split('.')) {
    if (Array.isArray(here) && Array.isArray(there) && here.length !== there.length) return false;
    here = here === undefined ? undefined : valueAt(here, key);
    there = there === undefined ? undefined : valueAt(there, key);
  }
  return true;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A typed number; anything else stays text, which the schema refuses with its reason. */
export function typedNumber(text: string): Json {
  const plain = text.trim();
  return NUMBER.test(plain) ? (JSON.parse(plain) as number) : plain;
}

export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A single value as a field shows it; lists and objects have no field of one line. */
export const fieldText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? value.toString() : '';
