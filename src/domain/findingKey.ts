/**
 * What was found, as one text: the same finding has the same key after another import, under another rule set and in
 * another line of the file. Reviews hang on it, so its form must never change.
 */
import { matchKey } from './text';

export interface FindingIdentity {
  readonly check_id: string;
  readonly fiscal_year: number;
  readonly unit_code: string | null;
  readonly item: string | null;
  readonly stage: string | null;
  readonly indicator_no: string | null;
  readonly indicator: string | null;
}

/** Parts stand in a list, so that none can run into the next; names that differ only by width or blanks are one. */
export function findingKey(finding: FindingIdentity): string {
  return JSON.stringify([
    finding.check_id,
    finding.fiscal_year,
    finding.unit_code ?? '',
    finding.item ?? '',
    finding.stage ?? '',
    matchKey(finding.indicator_no ?? ''),
    matchKey(finding.indicator ?? ''),
  ]);
}
