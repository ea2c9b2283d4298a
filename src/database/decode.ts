/**
 * Arrow cells → plain values, in one place. DECIMAL and HUGEINT arrive as little-endian 128-bit integers without their
 * scale (duckdb-wasm issue 1703); the scale is in the field's type. Column by column, from the buffers themselves: a list
 * of a province has tens of thousands of cells, and asking Arrow for them one by one takes most of the time of a query.
 */
import { DataType, type Data, type Table } from 'apache-arrow';
import type { Row, SqlValue } from './engine';

function scaled(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const whole = (cell: bigint): SqlValue =>
  cell >= BigInt(Number.MIN_SAFE_INTEGER) && cell <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(cell) : cell.toString();

type CellAt = (index: number) => SqlValue;

/** `values`: four 32-bit words a cell. Most fit into the lower two. */
function decimals(values: Uint32Array, scale: number): CellAt {
  const words = values.byteOffset % 8 === 0 ? values : values.slice();
  const halves = new BigInt64Array(words.buffer, words.byteOffset, words.length >> 1);
  return (index) => {
    const low = halves[2 * index] ?? 0n;
    const high = halves[2 * index + 1] ?? 0n;
    return scaled(high === low >> 63n ? low : (high << 64n) | BigInt.asUintN(64, low), scale);
  };
}

/** UTF-16 units of the characters that begin in these bytes. */
function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/** All texts of a column are decoded at once and cut apart: one by one the decoder's own overhead is most of the time. */
function texts(bytes: Uint8Array, offsets: Int32Array, count: number): CellAt {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const first = offsets[0] ?? 0;
  const all = decoder.decode(bytes.subarray(first, offsets[count] ?? first));
  const ends = new Int32Array(count + 1);
  for (let i = 0; i < count; i += 1)
    ends[i + 1] = (ends[i] ?? 0) + unitsIn(bytes, offsets[i] ?? first, offsets[i + 1] ?? first);
  // Ill-formed bytes become other characters: then each cell stands for itself.
  if (ends[count] !== all.length) return (i) => decoder.decode(bytes.subarray(offsets[i], offsets[i + 1]));
  return (i) => all.slice(ends[i], ends[i + 1]);
}

function plain(type: DataType, cell: unknown): SqlValue {
  switch (typeof cell) {
    case 'bigint':
      return whole(cell);
    case 'string':
    case 'number':
    case 'boolean':
      return cell;
    default:
      throw new TypeError(`a ${String(type)} cell has no plain form: cast it in the query`);
  }
}

/** The cells of one batch of a column, those that are not null; `get` reads types that need no haste. */
function cellsOf(data: Data, get: (index: number) => unknown): CellAt {
  const type: DataType = data.type;
  // Answers come in whole batches; of a part of one, the buffers would begin elsewhere.
  if (data.offset !== 0) return (index) => plain(type, get(index));
  if (DataType.isDecimal(type)) return decimals(data.values as Uint32Array, type.scale);
  if (DataType.isUtf8(type)) return texts(data.values as Uint8Array, data.valueOffsets as Int32Array, data.length);
  if (DataType.isInt(type) && type.bitWidth === 32) return (index) => (data.values as Int32Array)[index] ?? null;
  return (index) => plain(type, get(index));
}

/** Cells of a column in the order of the rows. */
function column(table: Table, index: number): SqlValue[] {
  const vector = table.getChildAt(index);
  const cells: SqlValue[] = [];
  for (const data of (vector?.data ?? []) as readonly Data[]) {
    const before = cells.length;
    const at = cellsOf(data, (i) => vector?.get(before + i));
    const nulls = data.nullCount > 0 ? data.nullBitmap : null;
    for (let i = 0; i < data.length; i += 1) {
      const isNull = nulls !== null && (((nulls[i >> 3] ?? 0) >> (i & 7)) & 1) === 0;
      cells.push(isNull ? null : at(i));
    }
  }
  return cells;
}

export function decodeTable<T extends Row>(table: Table): T[] {
  const names = table.schema.fields.map((field) => field.name);
  const columns = names.map((_, index) => column(table, index));
  // All rows are copies of one, so that they share its shape.
  const shape: Row = {};
  for (const name of names) shape[name] = null;
  return Array.from({ length: table.numRows }, (_, i) => {
    const row = { ...shape };
    for (let c = 0; c < names.length; c += 1) row[names[c] ?? ''] = columns[c]?.[i] ?? null;
    return row as T;
  });
}
