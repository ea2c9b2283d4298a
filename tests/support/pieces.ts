/** Tables in pieces, as the cache keeps them, and back. */
import type { Engine } from '@/database/engine';
import { planPieces, restorePieces, writePiece, type PieceContent } from '@/database/snapshot';

export interface Piece {
  content: PieceContent;
  bytes: Uint8Array;
}

export async function packTables(
  engine: Engine,
  ruleSetIds: readonly string[],
  cellsPerPiece?: number,
): Promise<Piece[]> {
  const beside = await engine.beside();
  const pieces: Piece[] = [];
  for (const planned of await planPieces(beside, ruleSetIds, cellsPerPiece === undefined ? {} : { cellsPerPiece }))
    pieces.push(await writePiece(engine, beside, planned));
  return pieces;
}

export const putTables = (engine: Engine, pieces: readonly Piece[]): Promise<void> =>
  restorePieces(
    engine,
    pieces.map(({ content }) => content),
    (index) => Promise.resolve(pieces[index]?.bytes.slice() ?? new Uint8Array(0)),
  );
