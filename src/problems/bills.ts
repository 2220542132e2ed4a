/** How Recoup says no about bills that are imported. */
import { type Entry, entry } from './entry.ts'

export const billsProblems = {
  bill_header_missing: entry(
    422,
    ['Not a trade bill', '不是交易账单'],
    [
      'the file does not begin with the header of a trade bill but with “{text}”',
      '文件开头不是交易账单的表头，而是“{text}”',
    ],
  ),
  bill_column_missing: entry(
    422,
    ['Column missing', '缺少列'],
    ['the header of the bill lacks {columns}', '账单表头缺少列：{columns}'],
  ),
  bill_encoding_invalid: entry(
    422,
    ['Not UTF-8', '不是 UTF-8 编码'],
    ['line {line} is not valid UTF-8', '第 {line} 行不是有效的 UTF-8'],
  ),
  bill_gzip_invalid: entry(
    422,
    ['Packed bill damaged', '账单压缩包损坏'],
    ['the packed bill is damaged or cut off: {reason}', '压缩的账单已损坏或不完整：{reason}'],
  ),
  bill_line_too_long: entry(
    422,
    ['Line too long', '行过长'],
    ['line {line} is longer than any row of a bill', '第 {line} 行超过账单行的长度上限'],
  ),
  bill_row_shape: entry(
    422,
    ['Wrong number of fields', '字段数不符'],
    ['the row has {got} fields that do not fit the {expected} columns', '该行有 {got} 个字段，与 {expected} 列不符'],
  ),
  bill_row_ambiguous: entry(
    422,
    ['Row can be read in several ways', '该行有多种读法'],
    [
      '{extra} separators inside free text leave several ways to read the amounts of the row',
      '文本中有 {extra} 个分隔符，该行金额有多种读法',
    ],
  ),
  bill_row_cut: entry(422, ['Row cut off', '行不完整'], ['the file ends inside this row', '文件在该行中途结束']),
  bill_row_after_summary: entry(
    422,
    ['Row after the summary', '汇总之后还有数据'],
    ['nothing may follow the summary of a bill', '账单汇总之后不应再有数据'],
  ),
  bill_field_invalid: entry(
    422,
    ['Invalid field', '字段无效'],
    ['“{value}” is not a valid {column}', '“{value}”不是有效的{column}'],
  ),
  bill_status_unknown: entry(
    422,
    ['Unknown trade status', '未知交易状态'],
    ['“{value}” is not a status of a trade bill', '“{value}”不是账单中的交易状态'],
  ),
  bill_summary_missing: entry(
    422,
    ['Bill incomplete', '账单不完整'],
    ['the bill ends at line {line} without its summary', '账单在第 {line} 行结束，没有汇总'],
  ),
} as const satisfies Record<string, Entry>
