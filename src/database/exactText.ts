/**
 * Text → exact number in SQL. The engine takes ten times as long over 128 bits as over 64, also where the text is `15`; so
 * what 64 bits hold goes that way. Both ways are exact.
 *
 * A whole number, or one whose column has six places, is read as one of 64 bits by the CSV reader itself, which refuses
 * what does not fit: then `exactValue` does it, which tells by the length of the text what fits for certain.
 */

/** `DECIMAL(18,6)` holds what is at most so long: with seven signs no more than six stand behind the point. */
const SHORT = 7;
/** Of a column of six places at most: twelve digits before the point. */
const SHORT_OF_SIX_PLACES = 12;
const SHORT_WHOLE = 18;

const DECIMAL = /^DECIMAL\((\d+),\s*(\d+)\)$/;

const isWide = (type: string): boolean =>
  type === 'HUGEINT' || Number.parseInt(DECIMAL.exec(type)?.[1] ?? '0', 10) > 18;

const placesOf = (type: string): number => Number.parseInt(DECIMAL.exec(type)?.[2] ?? '0', 10);

/** What a column is read as where every value of it fits 64 bits; the column takes it as it is. */
export function narrowType(type: string): string {
  if (type === 'HUGEINT') return 'BIGINT';
  return isWide(type) && placesOf(type) === 6 ? 'DECIMAL(18,6)' : readType(type);
}

/** What a column is read as: wide numbers as text, to be cast. */
export const readType = (type: string): string => (isWide(type) ? 'VARCHAR' : type);

/** The column's value, of its type. */
export function exactValue(name: string, type: string): string {
  if (!isWide(type)) return name;
  const wide = `CAST(${name} AS ${type})`;
  if (type === 'HUGEINT') {
    return `CASE WHEN strlen(${name}) <= ${String(SHORT_WHOLE)} THEN CAST(CAST(${name} AS BIGINT) AS HUGEINT) ELSE ${wide} END AS ${name}`;
  }
  const most = placesOf(type) <= 6 ? SHORT_OF_SIX_PLACES : SHORT;
  return `CASE WHEN strlen(${name}) <= ${String(most)} THEN CAST(CAST(${name} AS DECIMAL(18,6)) AS ${type}) ELSE ${wide} END AS ${name}`;
}

/** The column's value, read as `narrowType`. */
export const narrowValue = (name: string, type: string): string =>
  narrowType(type) === readType(type) ? exactValue(name, type) : name;
