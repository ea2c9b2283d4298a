/** The five kinds of file, in the order in which an office has them. Their words are in locales/data.ts under `kind.<code>`. */
export const KINDS = ['unit', 'finance', 'indicator', 'conclusion', 'unit_change'] as const;
export type Kind = (typeof KINDS)[number];
