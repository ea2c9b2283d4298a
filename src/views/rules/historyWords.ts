/**
 * The history of a rule set in the language of the interface. It is kept in Chinese, as a part of the data; in English
 * the changes are told again from the states themselves, and what led to them from its own few phrases.
 */
import { changeWords } from '@/rules/changeWords';
import type { RuleSet } from '@/rules/ruleSet';

export interface Version {
  readonly at: string;
  readonly ruleSet: RuleSet;
  readonly words: readonly string[];
}

const ORIGINS: readonly (readonly [RegExp, (...words: string[]) => string])[] = [
  [/^复制自“(.*)”$/su, (title = '') => `Copied from “${title}”`],
  [/^由文件“(.*)”导入$/su, (file = '') => `Imported from file “${file}”`],
  [/^恢复到 (.*) 的一版$/su, (at = '') => `Back to the state of ${at}`],
];

function origin(words: string | undefined): string[] {
  for (const [shape, say] of ORIGINS) {
    const match = shape.exec(words ?? '');
    if (match) return [say(...match.slice(1))];
  }
  return [];
}

export function historyWords(versions: readonly Version[], index: number, locale: string): readonly string[] {
  const version = versions[index];
  if (!version || locale !== 'en') return version?.words ?? [];
  const before = versions[index - 1];
  return [...origin(version.words[0]), ...(before ? changeWords(before.ruleSet, version.ruleSet, locale) : [])];
}
