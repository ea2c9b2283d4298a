/** Sums of parts, rates, last year: the page's "Ratios of money", for one unit-year at a time. */
import { ITEMS, STAGES, type Facts, type Stage } from './dataset';
import { percent, sum, type Num } from './exact';

export interface Figure {
  value: Num;
  summed: boolean;
}

export class Accounts {
  constructor(
    private readonly facts: Facts,
    readonly year: number,
    readonly code: string,
  ) {}

  private given(item: string, stage: Stage): Num | null {
    return this.facts.amounts.get(this.year)?.get(this.code)?.get(`${item}|${stage}`) ?? null;
  }

  private parts(item: string): string[] {
    return ITEMS.filter(([, , parent]) => parent === item).map(([name]) => name);
  }

  /** Does it have a figure in any stage, given or through its own parts? */
  private appears(item: string): boolean {
    return (
      STAGES.some((stage) => this.given(item, stage) !== null) || this.parts(item).some((part) => this.appears(part))
    );
  }

  figure(item: string, stage: Stage): Figure | null {
    const given = this.given(item, stage);
    if (given !== null) return { value: given, summed: false };
    const parts = this.parts(item).filter((part) => this.appears(part));
    const figures = parts.map((part) => this.figure(part, stage));
    if (figures.length === 0 || figures.some((part) => part === null)) return null;
    return { value: sum(figures.map((part) => (part as Figure).value)), summed: true };
  }

  /** The budget a rate stands on: adjusted, else initial. */
  base(item: string): (Figure & { stage: Stage }) | null {
    for (const stage of ['调整预算', '年初预算'] as const) {
      const found = this.figure(item, stage);
      if (found) return { ...found, stage };
    }
    return null;
  }

  filesActuals(group: string): boolean {
    return ITEMS.some(([name, of]) => of === group && this.given(name, '决算') !== null);
  }

  rate(item: string, stage: Stage): Num | null {
    return percent(this.figure(item, '决算')?.value ?? null, this.figure(item, stage)?.value ?? null);
  }
}

/** A code and every code that has become it by a year. */
function chain(facts: Facts, code: string, year: number): string[] {
  const found = new Set([code]);
  for (const member of found) {
    for (const change of facts.changes) if (change.to === member && change.year <= year) found.add(change.from);
  }
  for (const from of found) {
    const targets = new Set(facts.changes.filter((change) => change.from === from).map((change) => change.to));
    if (targets.size > 1) throw new Error(`split: ${from}`);
  }
  return [...found];
}

export function lastYearActual(facts: Facts, year: number, code: string, item: string): Num | null {
  const group = ITEMS.find(([name]) => name === item)?.[1] ?? '';
  const filed = chain(facts, code, year)
    .map((member) => new Accounts(facts, year - 1, member))
    .filter((accounts) => accounts.filesActuals(group));
  const figures = filed.map((accounts) => accounts.figure(item, '决算'));
  if (figures.length === 0 || figures.some((found) => found === null)) return null;
  return sum(figures.map((found) => (found as Figure).value));
}
