/** The one place where these views turn exact figures into binary numbers: positions in pictures, never values shown. */
export function pixel(figure: string | null): number | null {
  return figure === null ? null : Number(figure);
}

/** Cuts a long name for an axis; the whole name stands in the table and in the tooltip. */
export function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}
