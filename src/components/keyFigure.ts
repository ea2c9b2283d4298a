import type { RouteLocationRaw } from 'vue-router';
import type { CellValue } from './figure';

/** One figure of the ruled row (KeyFigures), leading to its view. */
export interface KeyFigure {
  readonly key: string;
  readonly label: string;
  /** Small, at the right of the label: 万元, 决算／调整预算. */
  readonly note?: string;
  /** Already set (see figureText); `—` when there is none. */
  readonly value: string;
  /** Small, after the figure: %. */
  readonly unit?: string;
  readonly change?: string;
  readonly spark?: readonly CellValue[];
  readonly to?: RouteLocationRaw;
  /** Why there is no figure. */
  readonly missing?: string;
  /** Still that of the question before; the new one is on its way. */
  readonly stale?: boolean;
}
