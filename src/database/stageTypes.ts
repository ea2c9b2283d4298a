/** What the importer hands over (src/import/protocol.ts, `ReadResult`), as far as the database looks at it. */
export type StageKind = 'unit' | 'finance' | 'indicator' | 'conclusion' | 'unit_change';

export interface StagePlain {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parts: readonly { readonly bytes: Uint8Array; readonly rowCount: number }[];
  readonly rowCount: number;
}

export interface StageTable extends Omit<StagePlain, 'name'> {
  readonly kind: StageKind;
  readonly parents: readonly StagePlain[];
  readonly hasTwins: boolean;
  readonly sourceRows: number;
  readonly fileIds?: readonly number[];
}

export interface StageReject {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
  readonly isCell: boolean;
  readonly kind: StageKind;
  readonly fiscalYear: number | null;
  readonly unitCode: string | null;
  readonly rowKey: string | null;
}

/** A row that says of which line of which earlier file it is the mended one. */
export interface StageMend {
  /** Position in `files`. */
  readonly fileId: number;
  readonly line: number;
  readonly sourceFile: string;
  readonly sourceLine: number;
}

export interface StageInput {
  /** In the order of names; `file_id` in the rows is the position here. `index`: position among the files as given. */
  readonly files: readonly { readonly name: string; readonly index: number; readonly kind: StageKind }[];
  readonly staging: readonly StageTable[];
  readonly rejects: readonly StageReject[];
  readonly mends: readonly StageMend[];
  readonly counts: { readonly aside: number; readonly rejected: number };
  readonly refused: readonly unknown[];
}

/** Rows and cells, each row counted once; refused: files. */
export interface StageCounts {
  readonly imported: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly aside: number;
  readonly rejected: number;
  readonly cells: number;
  readonly refused: number;
}

export interface StageReport {
  readonly counts: StageCounts;
  /** Rows whose key holds other content from an earlier import, and the files of that import. */
  readonly replacing: { readonly rows: number; readonly files: readonly string[] };
  /** Indicators of earlier imports that this one, of the same years and units, no longer has: they stay. */
  readonly stale: { readonly rows: number; readonly units: number };
  /** All rejects: those of the reader and those that only the keys showed. */
  readonly rejects: readonly StageReject[];
}
