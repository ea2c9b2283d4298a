/** The list in groups, and how much of it stands in the page: 50,000 rows at once would freeze it. */
import type { Severity } from '@/rules/findings/checks';
import type { Grouping } from './choice';
import type { IsReviewed } from './facets';
import type { Finding } from './rows';

export interface Group {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly reviewed: number;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

const idOf = (finding: Finding, grouping: Grouping): string => {
  if (grouping === 'check') return finding.check_id;
  return grouping === 'unit' ? (finding.unit_code ?? '') : finding.severity;
};

/** Severest checks first and then the longest; units with most findings first; rows keep the order they come in. */
export function groupFindings(findings: readonly Finding[], grouping: Grouping, isReviewed: IsReviewed): Group[] {
  const groups = new Map<string, { findings: Finding[]; reviewed: number; first: Finding }>();
  for (const finding of findings) {
    const id = idOf(finding, grouping);
    const group = groups.get(id) ?? { findings: [], reviewed: 0, first: finding };
    groups.set(id, group);
    group.findings.push(finding);
    if (isReviewed(finding)) group.reviewed += 1;
  }
  const weight = (finding: Finding): number => (grouping === 'unit' ? 0 : WEIGHT[finding.severity]);
  return [...groups]
    .sort(
      ([idA, a], [idB, b]) =>
        weight(a.first) - weight(b.first) || b.findings.length - a.findings.length || (idA < idB ? -1 : 1),
    )
    .map(([id, { findings: found, reviewed }]) => ({ id, findings: found, reviewed }));
}

/** Rows of a group at first, where it is one of several, and where it is the only one; groups at first. */
const ROWS = 20;
const ROWS_ALONE = 200;
const GROUPS = 20;
/** Further rows or groups at each press. */
export const STEP = 200;
const GROUP_STEP = 40;

export interface Page {
  readonly groups: readonly (Group & { readonly shown: readonly Finding[]; readonly rest: number })[];
  readonly restGroups: number;
}

/** `presses`: how often more was asked for, by group; '*' asks for more groups. */
export function pageOf(groups: readonly Group[], presses: ReadonlyMap<string, number>): Page {
  const first = groups.length === 1 ? ROWS_ALONE : ROWS;
  const count = GROUPS + GROUP_STEP * (presses.get('*') ?? 0);
  return {
    groups: groups.slice(0, count).map((group) => {
      const most = first + STEP * (presses.get(group.id) ?? 0);
      return { ...group, shown: group.findings.slice(0, most), rest: Math.max(0, group.findings.length - most) };
    }),
    restGroups: Math.max(0, groups.length - count),
  };
}
