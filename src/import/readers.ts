/** The reader of each kind of file, and the writers that readers of one import share. */
import { ConclusionReader, UnitChangeReader, UnitReader } from './fields';
import type { FilePlan } from './plan';
import { FinanceReader } from './readFinance';
import { IndicatorReader } from './readIndicators';
import type { RowReader, Settings } from './readerBase';
import type { Readings } from './readingRows';
import { FinanceWriter } from './stageFinance';
import { IndicatorWriter } from './stageIndicators';
import { RecordWriter } from './staging';

export interface Writers {
  readonly unit: RecordWriter;
  readonly unit_change: RecordWriter;
  readonly finance: FinanceWriter;
  readonly indicator: IndicatorWriter;
  readonly conclusion: RecordWriter;
}

/** `readings`: where they are worked out by another worker. */
export const newWriters = (readings?: Readings): Writers => ({
  unit: new RecordWriter('unit'),
  unit_change: new RecordWriter('unit_change'),
  finance: new FinanceWriter(),
  indicator: new IndicatorWriter(readings),
  conclusion: new RecordWriter('conclusion'),
});

export function readerFor(plan: FilePlan, settings: Settings, fileId: number, writers: Writers): RowReader {
  switch (plan.header.kind) {
    case 'unit':
      return new UnitReader(plan, settings, fileId, writers.unit);
    case 'finance':
      return new FinanceReader(plan, settings, fileId, writers.finance);
    case 'indicator':
      return new IndicatorReader(plan, settings, fileId, writers.indicator);
    case 'conclusion':
      return new ConclusionReader(plan, settings, fileId, writers.conclusion);
    case 'unit_change':
      return new UnitChangeReader(plan, settings, fileId, writers.unit_change);
  }
}
