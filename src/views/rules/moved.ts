/** The rows of 谁动了: who is touched, with what it comes from in words. */
import { originWords, type OriginWord } from './origins';
import { touched, type MoveRow, type WhatIf } from './whatIf';

export type MovedRow = MoveRow & { origin: string };

export const movedRows = ({ rows, origins }: WhatIf, word: OriginWord, separator: string): MovedRow[] =>
  rows.filter(touched).map((row) => ({
    ...row,
    origin: originWords(origins.get(row.unit_code), row.difference, word).join(separator),
  }));
