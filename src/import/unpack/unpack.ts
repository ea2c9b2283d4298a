/**
 * A drop → its CSV files. Zips are opened (not the zips inside them), everything else that is no CSV by its name is put
 * aside with the reason. Names keep their path: of folder and archive alike.
 */
import { ArchiveError, type ArchiveProblem } from '../../archive/archiveError';
import { shownName } from '../../archive/memberName';
import { listZip, looksLikeZip, readMember, type ZipMember } from '../../archive/readZip';
import type { SourceFile } from '../protocol';

/** A file as dropped, under the name that is shown. */
export interface DroppedFile {
  readonly name: string;
  readonly file: Blob;
}

export interface Skipped {
  readonly file: string;
  readonly reason: string;
  /** It was meant to be read and could not be; else it is only not of our kind. */
  readonly isFault: boolean;
}

export interface Unpacked {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
}

/** Unpacked, a drop may hold ten times the largest table of a province, and no more. */
export const UNPACK_LIMITS = { members: 5000, bytes: 1_000_000_000 };

const TABLE = /\.(csv|txt|tsv)$/i;
const ZIP = /\.zip$/i;
const SHEET = /\.(xlsx|xlsm|xls|et|ods)$/i;
/** What systems put beside files, seen by nobody. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

const ARCHIVE_REASONS: Readonly<Record<ArchiveProblem, string>> = {
  'not-zip': '不是压缩包',
  damaged: '压缩包损坏或不完整，请重新压缩或重新下载',
  encrypted: '压缩包有密码，请解压后再导入',
  method: '压缩方式不认得，请用普通 ZIP 方式重新压缩',
  'too-large': '解压后超过 1 GB，请分批导入',
  'too-many': '里面超过 5000 个文件，请分批导入',
};
const SHEET_REASON =
  '是 Excel 工作簿，不是 CSV：请在 Excel 或 WPS 里“另存为 → CSV UTF-8（逗号分隔）”，每张工作表存一个文件';
const NESTED_REASON = '压缩包里的压缩包不展开，请先解压';
const FOREIGN_REASON = '不是 CSV 文件';

export async function unpack(dropped: readonly DroppedFile[], limits = UNPACK_LIMITS): Promise<Unpacked> {
  const files: SourceFile[] = [];
  const skipped: Skipped[] = [];
  const isAlone = dropped.length === 1;
  let room = limits.bytes;

  async function openZip(name: string, file: Blob): Promise<void> {
    const members = await listZip(file, { members: limits.members, bytes: room });
    for (const member of members) {
      const inside = shownName(member.name);
      if (member.isFolder || LITTER.test(inside)) continue;
      const reason = ZIP.test(inside) ? NESTED_REASON : SHEET.test(inside) ? SHEET_REASON : FOREIGN_REASON;
      if (!TABLE.test(inside)) skipped.push({ file: inside, reason, isFault: reason !== FOREIGN_REASON });
      else await takeMember(name, file, member, inside);
    }
  }

  async function takeMember(archive: string, file: Blob, member: ZipMember, inside: string): Promise<void> {
    try {
      const bytes = await readMember(file, member);
      room -= bytes.length;
      files.push({ name: inside, bytes });
    } catch (cause) {
      if (!(cause instanceof ArchiveError)) throw cause;
      skipped.push({ file: `${archive}/${inside}`, reason: ARCHIVE_REASONS[cause.problem], isFault: true });
    }
  }

  for (const { name, file } of dropped) {
    if (LITTER.test(name)) continue;
    if (SHEET.test(name)) skipped.push({ file: name, reason: SHEET_REASON, isFault: true });
    else if (ZIP.test(name) || (!TABLE.test(name) && (await looksLikeZip(file)))) {
      try {
        await openZip(name, file);
      } catch (cause) {
        if (!(cause instanceof ArchiveError)) throw cause;
        skipped.push({ file: name, reason: ARCHIVE_REASONS[cause.problem], isFault: true });
      }
    } else if (TABLE.test(name) || isAlone || !/\.[^./]+$/.test(name)) {
      // Chosen alone, a file is looked into whatever it is called: the importer says what is wrong with it.
      files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } else skipped.push({ file: name, reason: FOREIGN_REASON, isFault: false });
  }
  return { files: namedApart(files), skipped };
}

/** Two files of one name would share their answers: the second and later ones are numbered. */
function namedApart(files: readonly SourceFile[]): SourceFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, count);
    return count === 1 ? file : { ...file, name: file.name.replace(/(\.[^./]*)?$/, ` (${String(count)})$1`) };
  });
}
