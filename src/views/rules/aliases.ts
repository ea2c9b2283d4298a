/** `优秀=优，良好=良` ↔ the record of aliases. Text that is no such list stays text, which the schema refuses. */
import { fieldText, type Json } from './paths';

export function printAliases(value: Json | undefined, comma = '，'): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return Object.entries(value)
    .map(([alias, grade]) => `${alias}=${fieldText(grade)}`)
    .join(comma);
}

export function readAliases(text: string): Json {
  const parts = text.split(/[，,、;；]/).map((part) => part.trim()).filter((part) => part !== ''); // prettier-ignore
  const pairs = parts.map((part) => part.split(/[=＝]/).map((word) => word.trim()));
  if (!pairs.every((pair) => pair.length === 2 && pair.every((word) => word !== ''))) return text;
  return Object.fromEntries(pairs.map(([alias = '', grade = '']) => [alias, grade]));
}
