/** One cell of a CSV between our own parts (worker → engine): `,` and `"`, empty for NULL. */
export function csvCell(value: string | null): string {
  if (value === null || value === '') return '';
  return /[",\n\r]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value;
}
