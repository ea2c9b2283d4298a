/** Years of the address. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

export const isWithin = (year: number, span: Span): boolean =>
  (span.from === null || year >= span.from) && (span.to === null || year <= span.to);

/** A span of several years narrows a history; one year alone does not: it is marked in it. */
export const isRange = (span: Span): boolean => span.from !== null && span.to !== null && span.from < span.to;
