/** A text as a literal of SQL. */
export const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A name (of a table, a column, a database) as SQL. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
