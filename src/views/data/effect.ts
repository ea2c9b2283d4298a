/** What an import moved, in words. */
import { figureText } from '@/components/figure';
import { ITEM_BY_CODE } from '@/domain/items';
import type { EffectEntry, Move } from '@/stores/importTypes';
import { countText } from './count';

/** vue-i18n's `t`, of a component or of the whole page: their types differ. */
type Translate = (key: string, named?: Record<string, unknown>) => string;

/** All decimals that it has, and at least two: a move is told exactly. */
const deltaText = (delta: string): string => figureText(delta, { signed: true, minPlaces: 2 });

const nameOf = (move: Move): string => move.unitName || move.unitCode;

export function effectWords({ totals, amounts }: EffectEntry, t: Translate): string[] {
  const words: string[] = [];
  if (totals.largest) {
    const { delta, fiscalYear } = totals.largest;
    const largest = { delta: deltaText(delta), unit: nameOf(totals.largest), year: fiscalYear };
    words.push(t('data.effect.totals', { n: countText(totals.moved), ...largest }));
  }
  if (totals.appeared > 0) words.push(t('data.effect.appeared', { n: countText(totals.appeared) }));
  if (totals.gone > 0) words.push(t('data.effect.gone', { n: countText(totals.gone) }));
  if (amounts.largest) {
    const { delta, fiscalYear, item } = amounts.largest;
    words.push(
      t('data.effect.amounts', {
        n: countText(amounts.moved),
        delta: deltaText(delta),
        unit: nameOf(amounts.largest),
        year: fiscalYear,
        item: ITEM_BY_CODE.get(item ?? '')?.label ?? '',
      }),
    );
  }
  return words.length > 0 ? words : [t('data.effect.none')];
}
