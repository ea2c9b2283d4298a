/** The page's own controls, as the address holds them. Words that mean nothing count as not said. */
import { CHECKS, type Severity } from '@/rules/findings/checks';

export const GROUPINGS = ['check', 'unit', 'severity'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const REVIEW_STATES = ['all', 'open', 'done'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

export interface ChecksChoice {
  readonly group: Grouping;
  readonly review: ReviewState;
  readonly severity: Severity | null;
  readonly check: string | null;
}

export function readChoice(read: (key: string) => string | null): ChecksChoice {
  return {
    group: GROUPINGS.find((each) => each === read('group')) ?? 'check',
    review: REVIEW_STATES.find((each) => each === read('review')) ?? 'all',
    severity: SEVERITIES.find((each) => each === read('severity')) ?? null,
    check: CHECKS.find((check) => check.id === read('check'))?.id ?? null,
  };
}

const severityOf = (id: string | null): Severity | null => CHECKS.find((check) => check.id === id)?.severity ?? null;

type Patch = Readonly<Record<string, string | null>>;

/** A second click lets go; a severity that the chosen check does not have takes its place. */
export function pickSeverity(choice: ChecksChoice, severity: Severity): Patch {
  if (choice.severity === severity) return { severity: null };
  const own = severityOf(choice.check);
  return own === null || own === severity ? { severity } : { severity, check: null };
}

export function pickCheck(choice: ChecksChoice, check: string): Patch {
  if (choice.check === check) return { check: null };
  return choice.severity === null || severityOf(check) === choice.severity ? { check } : { check, severity: null };
}
