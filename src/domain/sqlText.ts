/** A text as a literal of SQL. */
export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;
