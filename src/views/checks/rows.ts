/** Rows of the page's questions, and a finding as the page works with it. */
import { findingKey } from '@/domain/findingKey';
import type { Severity } from '@/rules/findings/checks';

/** checks.sql */
export type FindingRow = {
  fiscal_year: number;
  unit_code: string | null;
  unit_name: string | null;
  check_name: string;
  severity_word: string;
  reported_text: string | null;
  expected_text: string | null;
  difference: string | null;
  sentence: string;
  file_name: string | null;
  line: number | null;
  check_id: string;
  severity: Severity;
  item: string | null;
  stage: string | null;
  indicator_no: string | null;
  indicator: string | null;
  facts: string | null;
  region: string | null;
};

export type Finding = FindingRow & {
  /** Place in the promised order: tells rows apart as long as the data stand. */
  place: number;
  /** The difference without its sign: the largest stand first. */
  size: string | null;
};

/** ledger.sql */
export type LedgerRow = { check_id: string; fired: number; passed: number; unknown: number };

/** regions.sql */
export type RegionRow = { region: string; findings: number };

export const toFinding = (row: FindingRow, place: number): Finding => ({
  ...row,
  place,
  size: row.difference?.replace(/^-/, '') ?? null,
});

const keys = new WeakMap<FindingRow, string>();

/** What a review hangs on. It takes longer to make than all else of a finding, and is asked for only where there are reviews. */
export function keyOf(finding: FindingRow): string {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  const key = findingKey(finding);
  keys.set(finding, key);
  return key;
}
