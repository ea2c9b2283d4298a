/**
 * Arrow cells → plain values, in one place. DECIMAL and HUGEINT arrive as little-endian 32-bit words
 * without their scale (duckdb-wasm issue 1703); the scale is in the field's type.
 */
import { DataType, type Table } from 'apache-arrow';
import type { Row, SqlValue } from './engine';

function wordsToBigInt(words: Uint32Array): bigint {
  let value = 0n;
  for (let i = words.length - 1; i >= 0; i -= 1) value = (value << 32n) | BigInt(words[i] ?? 0);
  return BigInt.asIntN(words.length * 32, value);
}

function scaled(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function decoderOf(type: DataType): (cell: unknown) => SqlValue {
  if (DataType.isDecimal(type)) return (cell) => scaled(wordsToBigInt(cell as Uint32Array), type.scale);
  return (cell) => {
    switch (typeof cell) {
      case 'bigint':
        return cell >= BigInt(Number.MIN_SAFE_INTEGER) && cell <= BigInt(Number.MAX_SAFE_INTEGER)
          ? Number(cell)
          : cell.toString();
      case 'string':
      case 'number':
      case 'boolean':
        return cell;
      default:
        throw new TypeError(`a ${String(type)} cell has no plain form: cast it in the query`);
    }
  };
}

export function decodeTable<T extends Row>(table: Table): T[] {
  const columns = table.schema.fields.map((field, index) => ({
    name: field.name,
    vector: table.getChildAt(index),
    decode: decoderOf(field.type as DataType),
  }));
  const rows: T[] = [];
  for (let i = 0; i < table.numRows; i += 1) {
    const row: Row = {};
    for (const { name, vector, decode } of columns) {
      const cell: unknown = vector?.get(i) ?? null;
      row[name] = cell === null ? null : decode(cell);
    }
    rows.push(row as T);
  }
  return rows;
}
