/** The journal as it comes from a file of unknown hands: each entry is what journal.ts says, or the file is refused. */
import * as v from 'valibot';
import { JOURNAL_VERSION, type JournalEntry } from './journal';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
const decimal = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/));
const texts = v.record(v.string(), v.string());
const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

const move = v.object({
  fiscalYear: v.pipe(v.number(), v.integer()),
  unitCode: v.string(),
  unitName: v.string(),
  item: v.nullable(v.string()),
  before: decimal,
  after: decimal,
  delta: decimal,
});

const entry = v.variant('type', [
  v.object({
    type: v.literal('import'),
    importId: count,
    at: time,
    files: v.array(v.object({ name: v.string(), sha256: digest, byteLength: count })),
    answers: texts,
    counts: v.object({
      imported: count,
      replaced: count,
      unchanged: count,
      aside: count,
      rejected: count,
      cells: count,
      refused: count,
    }),
    synthetic: v.boolean(),
    replaces: v.exactOptional(count),
  }),
  v.object({ type: v.literal('undo'), importId: count, at: time }),
  v.object({ type: v.literal('removal'), removalId: count, at: time, importIds: v.array(count), rows: count }),
  v.object({ type: v.literal('undo-removal'), removalId: count, at: time }),
  v.object({
    type: v.literal('effect'),
    importId: count,
    at: time,
    ruleSetTitle: v.string(),
    totals: v.object({ moved: count, appeared: count, gone: count, largest: v.nullable(move) }),
    amounts: v.object({ moved: count, largest: v.nullable(move) }),
  }),
  v.object({
    type: v.literal('answer-template'),
    at: time,
    name: v.string(),
    files: v.nullable(
      v.array(v.object({ pattern: v.string(), kind: v.string(), headers: v.array(v.string()), answers: texts })),
    ),
  }),
  v.object({
    type: v.literal('rule-set'),
    at: time,
    ruleSetId: v.string(),
    json: v.nullable(v.pipe(v.string(), v.check(isJson))),
    words: v.array(v.string()),
  }),
  v.object({ type: v.literal('review'), at: time, findingKey: v.string(), reviewed: v.boolean(), note: v.string() }),
]);

const journal = v.object({ version: v.literal(JOURNAL_VERSION), entries: v.array(entry) });

/** The entries, or null where they are not what this program writes. */
export function readEntries(json: unknown): readonly JournalEntry[] | null {
  const reading = v.safeParse(journal, json);
  return reading.success ? reading.output.entries : null;
}
