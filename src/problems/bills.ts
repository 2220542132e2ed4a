/** Problems of imported bills. */
import { type Entry, entry } from './entry.ts'

export const billsProblems = {
  bill_header_missing: entry(
    422,
    ['Not a trade bill', '不是交易账单'],
    [
      'The file does not start with the header of a trade bill but with “{text}”.',
      '文件开头不是交易账单的表头，而是“{text}”。',
    ],
  ),
  fund_bill_header_missing: entry(
    422,
    ['Not a fund-flow bill', '不是资金账单'],
    [
      'The file does not start with the header of a fund-flow bill but with “{text}”.',
      '文件开头不是资金账单的表头，而是“{text}”。',
    ],
  ),
  fund_bill_balance_differs: entry(
    422,
    ['Balance does not run on', '账户结余不连续'],
    [
      'Line {line} states a balance of {stated}; the row before it leads to {computed}.',
      '第 {line} 行的账户结余为 {stated}，按上一行应为 {computed}。',
    ],
  ),
  fund_bill_total_differs: entry(
    422,
    ['Summary differs from the rows', '汇总与明细不一致'],
    [
      'The summary states {stated} in column {column}; the rows amount to {computed}.',
      '汇总的{column}为 {stated}，明细合计为 {computed}。',
    ],
  ),
  fund_bill_unknown: entry(
    404,
    ['Fund-flow bill not found', '资金账单不存在'],
    ['Fund-flow bill {bill} does not exist.', '资金账单 {bill} 不存在。'],
  ),
  bill_line_refused: entry(
    422,
    ['Line of the bill not readable', '账单行无法读取'],
    ['Line {line} cannot be read: {reason}', '第 {line} 行无法读取：{reason}'],
  ),
  import_stopped: entry(
    503,
    ['Import stopped', '导入中止'],
    [
      'The import stopped at line {line}: {reason} Rows before it may be in the books. Run the same import again later: it continues and posts nothing twice.',
      '导入在第 {line} 行中止：{reason}此前的行可能已入账。请稍后重新运行同一导入，已入账的行不会重复入账。',
    ],
  ),
  bill_column_repeated: entry(
    422,
    ['Column repeated', '列重复'],
    ['The header contains the column “{column}” more than once.', '表头中“{column}”列出现了不止一次。'],
  ),
  bill_columns_too_many: entry(
    422,
    ['Too many columns', '列过多'],
    ['The header has {columns} columns; a bill has at most {most}.', '表头有 {columns} 列，账单最多 {most} 列。'],
  ),
  bill_column_missing: entry(
    422,
    ['Column missing', '缺少列'],
    ['The header of the bill lacks these columns: {columns}.', '账单表头缺少以下列：{columns}。'],
  ),
  bill_encoding_invalid: entry(
    422,
    ['Not UTF-8', '不是 UTF-8 编码'],
    ['Line {line} is not valid UTF-8.', '第 {line} 行不是有效的 UTF-8。'],
  ),
  bill_amount_differs: entry(
    422,
    ['Amount differs from the ledger', '金额与账本不一致'],
    [
      '{id} has the number of this row but amounts to {ours}; the bill states {stated}.',
      '{id} 与该行单号相同，但金额为 {ours}；账单金额为 {stated}。',
    ],
  ),
  bill_day_differs: entry(
    422,
    ['Bill of another day', '账单日期不符'],
    ['Line {line} is of {day}; a bill of {date} is expected.', '第 {line} 行的日期为 {day}，应为 {date} 的账单。'],
  ),
  bill_merchant_differs: entry(
    422,
    ['Bill of another merchant', '账单商户号不符'],
    [
      'Line {line} belongs to merchant number {merchant}; a bill of {expected} is expected.',
      '第 {line} 行的商户号为 {merchant}，应为 {expected} 的账单。',
    ],
  ),
  bill_type_differs: entry(
    422,
    ['Bill of another type', '账单类型不符'],
    [
      'The bill is of type {type} and lists only a part of the transactions. Use the bill of type ALL.',
      '账单类型为 {type}，只包含部分交易。请使用类型为 ALL 的账单。',
    ],
  ),
  bill_empty: entry(
    422,
    ['Bill without transactions', '账单没有交易'],
    [
      'The bill lists no transactions, so its day and merchant cannot be verified.',
      '账单中没有交易，无法核对其日期和商户号。',
    ],
  ),
  bill_row_repeated: entry(
    422,
    ['Row repeated', '行重复'],
    [
      'The number {number} appeared before in this file; the row is counted once.',
      '单号 {number} 在此文件中已出现，只计一次。',
    ],
  ),
  bill_is_archive: entry(
    422,
    ['Archive or workbook', '压缩包或工作簿'],
    [
      'The file is a ZIP archive or an Excel workbook. Unpack it, or use the original CSV file.',
      '该文件是 ZIP 压缩包或 Excel 工作簿。请先解压，或使用原始 CSV 文件。',
    ],
  ),
  bill_line_ends_missing: entry(
    422,
    ['Line ends missing', '缺少换行'],
    ['The file has lost its line ends. Use the original file.', '文件丢失了换行符。请使用原始文件。'],
  ),
  bill_gzip_invalid: entry(
    422,
    ['Compressed bill damaged', '账单压缩包损坏'],
    ['The compressed bill is damaged or incomplete: {reason}.', '压缩的账单已损坏或不完整：{reason}。'],
  ),
  bill_expands_too_far: entry(
    422,
    ['Compressed bill expands too far', '账单压缩率过高'],
    ['The compressed bill expands to more than {times} times its size.', '压缩的账单解压后超过原大小的 {times} 倍。'],
  ),
  bill_line_too_long: entry(
    422,
    ['Line too long', '行过长'],
    ['Line {line} is longer than any row of a bill can be.', '第 {line} 行超过账单行的长度上限。'],
  ),
  bill_row_shape: entry(
    422,
    ['Wrong number of fields', '字段数不符'],
    [
      'The row has {got} fields, which do not match the {expected} columns.',
      '该行有 {got} 个字段，与 {expected} 列不符。',
    ],
  ),
  bill_row_ambiguous: entry(
    422,
    ['Ambiguous row', '该行有多种读法'],
    [
      'The free text of the row contains {extra} extra separators, so its amounts cannot be read unambiguously.',
      '该行文本中多出 {extra} 个分隔符，金额有多种读法。',
    ],
  ),
  bill_row_cut: entry(422, ['Row incomplete', '行不完整'], ['The file ends inside this row.', '文件在该行中途结束。']),
  bill_row_after_summary: entry(
    422,
    ['Row after the summary', '汇总之后还有数据'],
    ['The bill contains data after its summary.', '账单汇总之后还有数据。'],
  ),
  bill_field_invalid: entry(
    422,
    ['Invalid field', '字段无效'],
    ['“{value}” is not a valid value of column {column}.', '“{value}”不是有效的{column}。'],
  ),
  bill_status_unknown: entry(
    422,
    ['Unknown trade status', '未知交易状态'],
    ['“{value}” is not a known trade status.', '“{value}”不是已知的交易状态。'],
  ),
  bill_summary_missing: entry(
    422,
    ['Bill incomplete', '账单不完整'],
    ['The bill ends at line {line} without a summary.', '账单在第 {line} 行结束，缺少汇总。'],
  ),
} as const satisfies Record<string, Entry>
