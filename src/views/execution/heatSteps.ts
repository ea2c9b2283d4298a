/** Five steps of the heat map, on screen and in the exported picture: the worse, the darker; above 100 % outlined. */
import { Exact } from '@/domain/decimal';

export type HeatStep = 1 | 2 | 3 | 4 | 5;
export interface HeatShade {
  readonly step: HeatStep;
  readonly isOver: boolean;
}

const EDGES: readonly (readonly [below: number, step: HeatStep])[] = [
  [60, 5],
  [80, 4],
  [90, 3],
  [95, 2],
];

export function heatShade(rate: string): HeatShade {
  const exact = new Exact(rate);
  const edge = EDGES.find(([below]) => exact.lessThan(below));
  return { step: edge?.[1] ?? 1, isOver: exact.greaterThan(100) };
}
