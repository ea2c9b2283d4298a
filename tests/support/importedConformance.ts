/** The conformance set through the real importer, as a user's drop. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { Pipeline } from '@/import/pipeline';

const FOLDER = join(import.meta.dirname, '../conformance/in');

export async function importConformance(engine: Engine): Promise<void> {
  const files = readdirSync(FOLDER).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));
  await stage(engine, new Pipeline().read(files), { importId: 1 });
  await commitStage(engine);
}
