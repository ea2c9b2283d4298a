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
  /** What the finding's sentence says beyond these (rules/findings/sentences.ts). */
  readonly facts: string | null;
}

/** Parts of `facts`. */
export const FACTS_MARK = '\u001f';
/** 目标普遍轻易达成 says last which target it is about, by value and unit: one indicator may have several. */
const targetOf = (facts: string | null): string => facts?.split(FACTS_MARK)[2] ?? '';

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
    ...(finding.check_id === 'trivial_target' ? [targetOf(finding.facts)] : []),
  ]);
}
