export const FLOOR: Readonly<Record<string, number>>;
