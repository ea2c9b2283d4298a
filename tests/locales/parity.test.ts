/** Both languages say the same things: the same keys in every area. */
import { describe, expect, it } from 'vitest';

interface Words {
  [key: string]: string | Words;
}
const areas = import.meta.glob<Record<string, Words>>(['../../src/locales/*.ts', '!../../src/locales/index.ts'], {
  eager: true,
  import: 'default',
});

function flatten(words: Words, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(path + key, value);
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) flat.set(inner, text);
  }
  return flat;
}
const holes = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.entries(areas))('%s', (_, area) => {
  const zh = flatten(area['zh-CN'] ?? {});
  const en = flatten(area.en ?? {});

  it('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it('asks in English for nothing that the Chinese is not given', () => {
    const asking = [...en].filter(([key, text]) =>
      holes(text).some((hole) => !holes(zh.get(key) ?? '').includes(hole)),
    );
    expect(asking.map(([key]) => key)).toEqual([]);
  });
});

it('finds the areas', () => {
  expect(Object.keys(areas).length).toBeGreaterThan(2);
});
