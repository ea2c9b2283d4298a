/** The questions of the overview. They begin with the same scope (units in view, year looked at), so its text goes first. */
import dataYearsSql from './data-years.sql?raw';
import findingsSql from './findings.sql?raw';
import keyYearsSql from './key-years.sql?raw';
import regionsSql from './regions.sql?raw';
import scopeSql from './scope.sql?raw';
import scoresSql from './scores.sql?raw';

export const SCORES_QUERY = scopeSql + scoresSql;
export const KEY_YEARS_QUERY = scopeSql + keyYearsSql;
export const DATA_YEARS_QUERY = scopeSql + dataYearsSql;
export const REGIONS_QUERY = scopeSql + regionsSql;
export const FINDINGS_QUERY = scopeSql + findingsSql;
