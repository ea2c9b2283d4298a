/** The question for cells, with the columns of a reading that the rules look at. */
import { READING_COLUMNS } from '@/domain/reading';
import cells from './cells.sql?raw';

export const cellsSql = cells.replace('/*reading*/', READING_COLUMNS.map(({ name }) => `i.${name}`).join(', '));
