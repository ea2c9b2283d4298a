/** One entry of a chart's key line: on the page and in the exported picture the same. */
export interface KeyEntry {
  readonly label: string;
  readonly mark: 'square' | 'line' | 'dash' | 'dot' | 'ring' | 'tick';
  /** From the ChartTheme, so that the print picture gets its grey. */
  readonly color: string;
  /** Marker in the middle of a line. */
  readonly symbol?: 'circle' | 'rect' | 'triangle' | 'diamond';
  /** Pattern of a square on paper. */
  readonly pattern?: 'hatch' | 'dots' | 'outline';
}
