/** Findings counted by check, by severity and by region. */
import type { FindingRow } from './rows';

export interface CheckCount {
  readonly id: string;
  readonly order: number;
  readonly severity: string;
  readonly findings: number;
  readonly lastYear: number;
  readonly units: number;
}

/** Most findings first; checks that found nothing this year are left out. */
export function countByCheck(rows: readonly FindingRow[]): CheckCount[] {
  const counts = new Map<string, CheckCount>();
  for (const row of rows) {
    const before = counts.get(row.check_id);
    counts.set(row.check_id, {
      id: row.check_id,
      order: row.check_order,
      severity: row.severity,
      findings: (before?.findings ?? 0) + (row.is_focus ? row.findings : 0),
      lastYear: (before?.lastYear ?? 0) + (row.is_focus ? 0 : row.findings),
      // A unit lies in one region, so the units of the regions add up.
      units: (before?.units ?? 0) + (row.is_focus ? row.units : 0),
    });
  }
  return [...counts.values()]
    .filter((count) => count.findings > 0)
    .sort((a, b) => b.findings - a.findings || a.order - b.order);
}

export interface SeverityCount {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly all: number;
}

export function countBySeverity(rows: readonly FindingRow[]): SeverityCount {
  const of = (severity: string): number =>
    rows.filter((row) => row.is_focus && row.severity === severity).reduce((sum, row) => sum + row.findings, 0);
  const [error, warning, note] = [of('error'), of('warning'), of('note')];
  return { error, warning, note, all: error + warning + note };
}

export function findingsOfRegion(rows: readonly FindingRow[], region: string | null): number {
  return rows.filter((row) => row.is_focus && row.region === region).reduce((sum, row) => sum + row.findings, 0);
}
