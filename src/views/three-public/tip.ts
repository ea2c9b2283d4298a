/** The tooltip of the item lines: a small table of the year, built as elements (see composables/chartTip). */
export interface TipLine {
  readonly glyph: string;
  readonly tone: string;
  readonly name: string;
  readonly figures: readonly string[];
}

export function tableTip(head: readonly string[], lines: readonly TipLine[], foot: string): HTMLElement {
  const root = document.createElement('div');
  root.className = 'tip-in';
  const table = document.createElement('table');
  const top = table.createTHead().insertRow();
  head.forEach((text, index) => {
    const cell = document.createElement('th');
    cell.textContent = text;
    if (index > 0) cell.className = 'n';
    top.append(cell);
  });
  const body = table.createTBody();
  for (const line of lines) {
    const row = body.insertRow();
    const name = row.insertCell();
    const glyph = document.createElement('span');
    glyph.style.color = line.tone;
    glyph.textContent = `${line.glyph} `;
    name.append(glyph, line.name);
    for (const figure of line.figures) {
      const cell = row.insertCell();
      cell.className = 'n';
      cell.textContent = figure;
    }
  }
  const last = document.createElement('div');
  last.className = 'f';
  last.textContent = foot;
  root.append(table, last);
  return root;
}
