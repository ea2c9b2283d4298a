/** What the findings in view amount to, and which of them the page's own choices leave. */
import { CHECKS, type Severity } from '@/rules/findings/checks';
import type { ChecksChoice } from './choice';
import type { Finding, LedgerRow, RegionRow } from './rows';

export type IsReviewed = (finding: Finding) => boolean;

export interface Summary {
  readonly all: number;
  readonly reviewed: number;
  readonly units: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byCheck: ReadonlyMap<string, number>;
}

export function summarise(findings: readonly Finding[], isReviewed: IsReviewed): Summary {
  const bySeverity = { error: 0, warning: 0, note: 0 };
  const byCheck = new Map<string, number>();
  const units = new Set<string>();
  let reviewed = 0;
  for (const finding of findings) {
    bySeverity[finding.severity] += 1;
    byCheck.set(finding.check_id, (byCheck.get(finding.check_id) ?? 0) + 1);
    if (finding.unit_code !== null) units.add(finding.unit_code);
    if (isReviewed(finding)) reviewed += 1;
  }
  return { all: findings.length, reviewed, units: units.size, bySeverity, byCheck };
}

/** The one that is open stays while it is being reviewed, though it then belongs to the other state. */
export function narrow(
  findings: readonly Finding[],
  choice: ChecksChoice,
  isReviewed: IsReviewed,
  open: number | null = null,
): Finding[] {
  return findings.filter(
    (finding) =>
      (choice.severity === null || finding.severity === choice.severity) &&
      (choice.check === null || finding.check_id === choice.check) &&
      (choice.review === 'all' || finding.place === open || isReviewed(finding) === (choice.review === 'done')),
  );
}

export interface CheckCount {
  readonly id: string;
  readonly severity: Severity;
  readonly count: number;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Checks with findings: severest first, then most. */
export function checkCounts({ byCheck }: Pick<Summary, 'byCheck'>): CheckCount[] {
  return CHECKS.map(({ id, severity }) => ({ id, severity, count: byCheck.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.count - a.count);
}

/** Findings of each region, as regions.sql counts them. */
export function regionCounts(findings: readonly Pick<Finding, 'region'>[]): RegionRow[] {
  const counts = new Map<string, number>();
  for (const { region } of findings) if (region !== null) counts.set(region, (counts.get(region) ?? 0) + 1);
  return [...counts]
    .map(([region, count]) => ({ region, findings: count }))
    .sort((a, b) => (a.region < b.region ? -1 : 1));
}

/** Checks that found nothing, parted by whether they could look at anything: "no finding" is not "checked". */
export function silentChecks(ledger: readonly LedgerRow[]): { readonly passed: string[]; readonly unknown: string[] } {
  const silent = ledger.filter((row) => row.fired === 0);
  return {
    passed: silent.filter((row) => row.passed > 0).map((row) => row.check_id),
    unknown: silent.filter((row) => row.passed === 0).map((row) => row.check_id),
  };
}
