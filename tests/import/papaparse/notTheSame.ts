/** Cases of PapaParse's suite that come out otherwise here, by reason. The test holds this list exact. */
import type { PapaGroup } from './suite';

export interface Exception {
  readonly reason: string;
  readonly cases: Partial<Readonly<Record<PapaGroup, readonly string[]>>>;
}

export const NOT_THE_SAME: readonly Exception[] = [
  {
    reason: '文件最后的换行之后没有行；PapaParse 在那里多给一个空行',
    cases: {
      CORE_PARSER_TESTS: ['One column input with empty fields', 'Fast mode with blank line at end'],
      PARSE_TESTS: ['Blank lines at end', 'Empty lines'],
    },
  },
  {
    reason: '每种行尾都是行尾，同一文件里可以混用；PapaParse 一个文件只认一种',
    cases: {
      PARSE_TESTS: ['Mixed slash n and slash r should choose first as precident'],
      UNPARSE_TESTS: [
        'Escape formulae with tab and carriage-return, with single-quote quoteChar and escapeChar',
        'Escape formulae with tab and carriage-return, with single-quote quoteChar and escapeChar and forced quotes',
      ],
    },
  },
  {
    reason: '引号内的换行一律记作 \\n：没有人要区分名称里的回车与换行',
    cases: {
      PARSE_TESTS: [
        'Quoted field with \\r\\n',
        'Quoted field with \\r',
        'Carriage return in header inside quotes, with line feed endings',
        'Using \\r\\n endings with \\r\\n in header field uses \\r\\n linebreak',
        'Using \\n endings with \\r\\n in header field uses \\n linebreak',
      ],
      UNPARSE_TESTS: [
        'Data with newlines',
        'Escape formulae with tab and carriage-return',
        'Escape formulae with tab and carriage-return, with forced quotes',
      ],
    },
  },
  {
    reason: '没有注释行：以 # 开头的行也是数据',
    cases: {
      CORE_PARSER_TESTS: [
        'Comment with non-default character',
        'Commented line at beginning',
        'Commented line at end',
        'Commented line in middle',
        'Entire file is comment lines',
        'Fast mode with comments',
        'Input with only a commented line',
        'Input with only a commented line and blank line after',
        'Multi-character comment string',
        'Three comment lines consecutively at beginning of file',
        'Two comment lines consecutively',
        'Two comment lines consecutively at end of file',
      ],
      PARSE_TESTS: [
        'Header row with preceding comment',
        'Lines with comments are not used when guessing the delimiter in a non-escaped file',
        'Lines with comments are not used when guessing the delimiter in an escaped file',
      ],
    },
  },
  {
    reason: '表头照原样保留，重名的列不改名',
    cases: {
      CORE_PARSER_TESTS: [
        'Duplicate header names with __proto__ field',
        'Duplicated header names existing column',
        'Duplicated header names with headerTransform',
        'Simple duplicated header names',
      ],
    },
  },
  {
    reason: '总是读完整个文件；预览取读到的前几行',
    cases: {
      CORE_PARSER_TESTS: ['Fast mode with preview'],
      PARSE_TESTS: [
        'Preview 1 row',
        'Preview 2 rows',
        'Preview should count rows, not lines',
        'Preview with header row',
      ],
    },
  },
  {
    reason: '引号没有闭合的文件整个退回，并说出是哪一行；PapaParse 给出猜测的行和一个错误',
    cases: {
      CORE_PARSER_TESTS: [
        'Quoted field has invalid trailing quote after delimiter',
        'Quoted field has invalid trailing quote after new line',
        'Quoted field has invalid trailing quote before delimiter',
        'Quoted field has no closing quote',
      ],
    },
  },
  {
    reason: '分隔符只认逗号、制表符、分号；用竖线的文件整个退回',
    cases: {
      PARSE_TESTS: [
        'ASCII 30 delimiter',
        'ASCII 31 delimiter',
        'Bad delimiter (\\n)',
        'Callback delimiter',
        'Multi-character delimiter',
        'Multi-character delimiter (length 2) with quoted field',
        'Pipe delimiter',
        'Pipe delimiter is guessed correctly when mixed with comas',
      ],
      UNPARSE_TESTS: [
        'Bad delimiter (\\n)',
        'Custom delimiter (ASCII 30)',
        'Custom delimiter (Multi-character)',
        'Custom delimiter (Multi-character), field contains custom delimiter',
      ],
    },
  },
  {
    reason: '引号只认双引号，引号里的引号写两次',
    cases: {
      PARSE_TESTS: [
        'Custom escape character at the end',
        'Custom escape character in the middle',
        'Single quote as quote character',
        'Using reserved regex character . as quote character',
        'Using reserved regex character | as quote character',
      ],
      UNPARSE_TESTS: ['Use different escapeChar'],
    },
  },
  {
    reason: '表头与单元格的改写不在读行这一步',
    cases: {
      PARSE_TESTS: [
        'Custom transform accepts column number also',
        'Custom transform accepts header name when using header',
        'Custom transform function is applied to values',
        'Header rows are transformed when transformHeader function is provided',
        'transformHeader accepts and optional index attribute',
      ],
    },
  },
  {
    reason: '读行不猜类型：每格都是文字，数由各列自己的规则来读',
    cases: {
      PARSE_TESTS: [
        'Dynamic typing applies to specific columns',
        'Dynamic typing applies to specific columns by index',
        'Dynamic typing by headers can be determined by function',
        'Dynamic typing by indices can be determined by function',
        'Dynamic typing can be applied to `__parsed_extra`',
        'Dynamic typing converts ISO date strings to Dates',
        'Dynamic typing converts boolean literals',
        'Dynamic typing converts empty values into NULL',
        'Dynamic typing converts numeric literals and maintains precision',
        'Dynamic typing skips ISO date strings ocurring in other strings',
      ],
    },
  },
  {
    reason: '标题行由识别表头的一步跳过，不按行数',
    cases: {
      PARSE_TESTS: [
        'Skip First N number of lines , with header and 2 rows',
        'Skip First N number of lines , with header and 2 rows (2)',
        'Skip First N number of lines , with header false',
        'Skip first 2 lines , with custom newline character',
      ],
    },
  },
  {
    reason: 'File 的接口在 Node 里没有，它的套件在这里也跳过；导入时字节已经在手',
    cases: {
      PARSE_ASYNC_TESTS: [
        'Simple file',
        'Simple file + worker',
        'File with a few regular and lots of empty lines',
        'File with a few regular and lots of empty lines + worker',
      ],
    },
  },
];

/** A group that cannot be put to a reader of bytes: none of its cases is a text and what it holds. */
export const NOT_FOR_READERS: Partial<Readonly<Record<PapaGroup, string>>> = {
  CUSTOM_TESTS: 'step、chunk、pause、abort、下载等接口：读行是一个生成器，由取用的一方决定快慢',
};
