/**
 * Tooltip content: a small table, built as elements. A formatter must return an element (`textContent` only):
 * ECharts writes strings by innerHTML with style attributes, which the page's policy refuses.
 */
export interface TipRow {
  readonly label: string;
  readonly value: string;
}

export function chartTip(title: string, rows: readonly TipRow[], foot?: string): HTMLElement {
  const root = document.createElement('div');
  root.className = 'tip-in';
  root.append(line('h', title));
  if (rows.length > 0) {
    const table = document.createElement('table');
    for (const { label, value } of rows) {
      const row = table.insertRow();
      row.insertCell().textContent = label;
      const cell = row.insertCell();
      cell.className = 'n';
      cell.textContent = value;
    }
    root.append(table);
  }
  if (foot) root.append(line('f', foot));
  return root;
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  return element;
}
