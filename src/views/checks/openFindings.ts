/** How many findings in view nobody has reviewed yet: one question, that brings back only what reviews may be about. */
import { findingKey, type FindingIdentity } from '@/domain/findingKey';

export interface OpenCount {
  readonly check_id: string | null;
  readonly fiscal_year: number | null;
  readonly unit_code: string | null;
  readonly item: string | null;
  readonly stage: string | null;
  readonly indicator_no: string | null;
  readonly indicator: string | null;
  readonly facts: string | null;
  readonly findings: number;
  readonly [key: string]: string | number | null;
}

/** Check, year and unit of each reviewed finding, one a line: `$7` of open-findings.sql. */
export function reviewedPlaces(reviewedKeys: Iterable<string>): string {
  const places = new Set<string>();
  for (const key of reviewedKeys) {
    const [check, year, unit] = JSON.parse(key) as [string, number, string];
    places.add(`${check}|${String(year)}|${unit}`);
  }
  return [...places].join('\n');
}

const isIdentity = (row: OpenCount): row is OpenCount & FindingIdentity =>
  row.check_id !== null && row.fiscal_year !== null;

export function openFindings(rows: readonly OpenCount[], isReviewed: (key: string) => boolean): number {
  const open = rows.filter((row) => !(isIdentity(row) && isReviewed(findingKey(row))));
  return open.reduce((sum, row) => sum + row.findings, 0);
}
