import { describe, expect, it } from 'vitest'
import { readList, readRows } from './rows.ts'

const ID = 'chg_01kafz6y4cfy7s3rj8v5m2n9qt'

describe('a pasted list', () => {
  it('follows its header, in any order and with any separator', () => {
    const rows = [{ amount: '1.50', currency: 'CNY', charge: ID }, { reference: 'r,"1"' }]
    expect(readRows(`\ufeffamount,currency,charge,reference\r\n1.50,CNY,${ID},\r\n,,,"r,""1"""\r\n`)).toEqual(rows)
    expect(readRows(`Charge\tAmount\tcurrency\n${ID}\t1.50\tCNY`)).toEqual([rows[0]])
    expect(readRows(`note;reference\nx;r-1\n\n`)).toEqual([{ reference: 'r-1' }])
  })

  it('without a header has a charge or a reference, and optionally an amount', () => {
    expect(readRows(`${ID}\nreceipt-1,2.00,CNY\n \n receipt-2 `)).toEqual([
      { charge: ID },
      { reference: 'receipt-1', amount: '2.00', currency: 'CNY' },
      { reference: 'receipt-2' },
    ])
  })

  it('without content has no rows', () => {
    expect(readRows('')).toEqual([])
    expect(readRows('charge,reference\n')).toEqual([])
  })

  it('reports the line on which a row starts, counting headers, empty lines and quoted line breaks', () => {
    const lines = (text: string) => readList(text).map(({ line }) => line)
    expect(lines('r-1\nr-2')).toEqual([1, 2])
    expect(lines('reference\r\nr-1\r\n\r\n"a\r\nb"\r\nr-2\r\n')).toEqual([2, 4, 6])
    expect(lines('"a\nb"\n\n"x"y\nr-2')).toEqual([1, 4, 5])
  })

  it('with a quoted line break is one row', () => {
    expect(readRows('reference\n"a\nb"\nc')).toEqual([{ reference: 'a\nb' }, { reference: 'c' }])
  })

  it('preserves text after a closing quote', () => {
    expect(readRows('r-1\n"x"y\nr-2')).toEqual([{ reference: 'r-1' }, { reference: '"x"y' }, { reference: 'r-2' }])
  })
})
