/** `matchKey` of src/domain/text.ts in SQL: names with the same key differ only by width, brackets or blanks. */
import { sqlText } from '@/domain/sqlText';

/** Full-width forms of printable ASCII, then the brackets; each with what it is folded into. */
const WIDE = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0xff01 + i)).join('');
const NARROW = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0x21 + i)).join('');
const OPENING = '[{【〔〖「『';
const CLOSING = ']}】〕〗」』';
const ROUND = '('.repeat(OPENING.length) + ')'.repeat(CLOSING.length);

export const nameKeyMacro = (): string => `CREATE OR REPLACE MACRO name_key(label) AS ${nameKeySql('label')}`;

export function nameKeySql(label: string): string {
  const narrow = `translate(${label}, ${sqlText(WIDE)}, ${sqlText(NARROW)})`;
  const rounded = `translate(${narrow}, ${sqlText(OPENING + CLOSING)}, ${sqlText(ROUND)})`;
  return `regexp_replace(${rounded}, '[\\s\\x{00a0}\\x{2000}-\\x{200f}\\x{3000}\\x{feff}]', '', 'g')`;
}
