/** A rule set from outside: accepted whole, or refused with every field and reason. Nothing is changed here. */
import { RULE_SETS, readRuleSet, type RuleSetFault, type RuleSetReading } from '@/rules/ruleSet';

/** What an edited set is scored under while it is not saved. */
export const DRAFT_ID = 'draft';

/** An id that an own set cannot have, with the reason. */
export function idFault(id: string): RuleSetFault | null {
  if (id === DRAFT_ID) return { field: 'id', reason: '编号 draft 留作试算，请换一个' };
  if (RULE_SETS.some((shipped) => shipped.id === id))
    return { field: 'id', reason: `编号 ${id} 是随程序的规则集，不能覆盖，请换一个` };
  return null;
}

export function readIncoming(text: string): RuleSetReading {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, faults: [{ field: '', reason: '不是一份完整的 JSON' }] };
  }
  const reading = readRuleSet(data);
  if (!reading.ok) return reading;
  const fault = idFault(reading.ruleSet.id);
  return fault ? { ok: false, faults: [fault] } : reading;
}

/** First of `id-copy`, `id-copy-2`, … that nobody has. */
export function freeId(id: string, taken: readonly string[]): string {
  const stem = `${id.replace(/-copy(?:-\d+)?$/, '').slice(0, 48)}-copy`;
  let count = 1;
  let found = stem;
  while (taken.includes(found)) {
    count += 1;
    found = `${stem}-${String(count)}`;
  }
  return found;
}
