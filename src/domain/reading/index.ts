export { READING_COLUMNS, type IndicatorCells, type Reading, type ReadingColumn, type ReadingState } from './columns';
export { comparatorFault, targetFault } from './fault';
export { readCells, readIndicator } from './read';
export { comparatorSays, valueSays } from './says';
export { cleanDust } from './dust';
export { EXACT_LIMIT } from './verdict';
