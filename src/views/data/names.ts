/** One code with two names, or one name with two codes. Names that differ only by width, brackets or blanks are one. */
import { matchKey } from '@/domain/text';

export type NameRow = {
  unit_code: string;
  unit_name: string;
  /** Null: only the unit table, which has no years, says so. */
  first_year: number | null;
  last_year: number | null;
  file_name: string;
  line: number;
};
export type ChangeRow = { from_code: string; to_code: string };

export interface NameClash {
  readonly kind: 'names' | 'codes';
  /** The code that has several names, or the name that has several codes. */
  readonly of: string;
  readonly rows: readonly NameRow[];
  /** 单位沿革 says why. */
  readonly isExplained: boolean;
}

function grouped(rows: readonly NameRow[], keyOf: (row: NameRow) => string): NameRow[][] {
  const groups = new Map<string, NameRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The first row of each spelling; years of all of them. */
function firstOf(rows: readonly NameRow[], keyOf: (row: NameRow) => string): NameRow[] {
  return grouped(rows, keyOf).flatMap(([first, ...more]) => (first ? [more.reduce(withYears, first)] : []));
}

function withYears(row: NameRow, { first_year, last_year }: NameRow): NameRow {
  const years = [row.first_year, row.last_year, first_year, last_year].filter((year) => year !== null);
  return years.length === 0 ? row : { ...row, first_year: Math.min(...years), last_year: Math.max(...years) };
}

export function nameClashes(rows: readonly NameRow[], changes: readonly ChangeRow[]): NameClash[] {
  const nameOf = (row: NameRow): string => matchKey(row.unit_name);
  const codeOf = (row: NameRow): string => row.unit_code;
  const linked = new Set(
    changes.flatMap(({ from_code, to_code }) => [`${from_code}\0${to_code}`, `${to_code}\0${from_code}`]),
  );
  const names = grouped(rows, codeOf)
    .map((of) => firstOf(of, nameOf))
    .filter((of) => of.length > 1)
    .map((of): NameClash => ({ kind: 'names', of: of[0]?.unit_code ?? '', rows: of, isExplained: false }));
  const codes = grouped(rows, nameOf)
    .map((of) => firstOf(of, codeOf))
    .filter((of) => of.length > 1)
    .map((of): NameClash => {
      const isExplained = of.every((row) => of.some((other) => linked.has(`${row.unit_code}\0${other.unit_code}`)));
      return { kind: 'codes', of: of[0]?.unit_name ?? '', rows: of, isExplained };
    });
  return [...names, ...codes];
}

export function yearsText({ first_year, last_year }: NameRow): string {
  if (first_year === null || last_year === null) return '';
  return first_year === last_year ? String(first_year) : `${String(first_year)}–${String(last_year)}`;
}
