/** What a list's column is called and how its values are printed; the screen and the CSV read the same spec. */
export type ColumnKind = 'text' | 'exact' | 'rate' | 'integer';

export interface ColumnSpec {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
  readonly kind: ColumnKind;
}
