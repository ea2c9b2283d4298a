/** The reader of each kind of file. */
import { ConclusionReader, UnitChangeReader, UnitReader } from './fields';
import type { FilePlan } from './plan';
import { FinanceReader } from './readFinance';
import { IndicatorReader } from './readIndicators';
import type { RowReader, Settings } from './readerBase';
import type { StagingWriter } from './staging';

export function readerFor(plan: FilePlan, settings: Settings, fileId: number, writer: StagingWriter): RowReader {
  switch (plan.header.kind) {
    case 'unit':
      return new UnitReader(plan, settings, fileId, writer);
    case 'finance':
      return new FinanceReader(plan, settings, fileId, writer);
    case 'indicator':
      return new IndicatorReader(plan, settings, fileId, writer);
    case 'conclusion':
      return new ConclusionReader(plan, settings, fileId, writer);
    case 'unit_change':
      return new UnitChangeReader(plan, settings, fileId, writer);
  }
}
