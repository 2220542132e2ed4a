/** What the demo shops sell, at what times and prices, and the fee of a payment. Fictitious but plausible. */

export interface Category {
  /**
   * Merchant fee of a payment as a decimal rate: 0.6% to 1.2%. Our rate; the bill has the same unless configured
   * otherwise.
   */
  readonly rate: string
  /** Share of the payments, relative to other categories. */
  readonly weight: number
  /** Payments in each hour of the day, relative. */
  readonly hours: readonly number[]
  readonly tradeTypes: Readonly<Record<string, number>>
  /** 商品名称 with its lowest and highest order in yuan. Names with commas test parsers. */
  readonly goods: readonly (readonly [name: string, low: number, high: number])[]
  /** 商户数据包: the shop's own reference of the order; # is replaced by a digit. */
  readonly attach: string
}

const meals = [1, 0, 0, 0, 0, 1, 6, 14, 10, 5, 6, 18, 30, 16, 6, 5, 7, 14, 26, 24, 14, 8, 4, 2]
const shopping = [0, 0, 0, 0, 0, 0, 1, 3, 6, 10, 14, 15, 14, 13, 14, 15, 15, 16, 17, 18, 16, 10, 4, 1]
const commute = [1, 0, 0, 0, 1, 4, 14, 26, 20, 9, 6, 7, 8, 7, 6, 7, 10, 20, 24, 14, 9, 8, 5, 2]
const evening = [4, 2, 1, 0, 0, 0, 0, 1, 2, 4, 6, 8, 10, 11, 12, 12, 12, 13, 17, 22, 24, 22, 15, 8]
const office = [0, 0, 0, 0, 0, 0, 1, 6, 16, 20, 18, 12, 6, 10, 16, 16, 14, 8, 4, 3, 2, 1, 0, 0]

export const categories: Readonly<Record<string, Category>> = {
  restaurant: {
    rate: '0.006',
    weight: 26,
    hours: meals,
    tradeTypes: { JSAPI: 55, MICROPAY: 35, NATIVE: 10 },
    goods: [
      ['牛肉面(加蛋)', 16, 38],
      ['小碗牛肉面,卤蛋,酸梅汤', 22, 36],
      ['凉菜拼盘', 12, 48],
      ['单人套餐 A', 28, 42],
      ['红烧牛肉面, 不要香菜', 18, 32],
      ['家庭聚餐,6 人', 180, 460],
    ],
    attach: 'table=#',
  },
  retail: {
    rate: '0.006',
    weight: 12,
    hours: shopping,
    tradeTypes: { JSAPI: 40, MICROPAY: 40, NATIVE: 20 },
    goods: [
      ['小说两册', 45, 98],
      ['笔记本, 钢笔', 26, 168],
      ['明信片 `秋天`', 8, 25],
      ['绘本', 28, 76],
      ['文创礼盒', 88, 480],
      ['杂志,十一月号', 12, 35],
    ],
    attach: '',
  },
  supermarket: {
    rate: '0.0065',
    weight: 22,
    hours: shopping,
    tradeTypes: { MICROPAY: 75, JSAPI: 20, NATIVE: 5 },
    goods: [
      ['生鲜', 9, 120],
      ['苹果 1.2kg, 香蕉 0.8kg', 14, 32],
      ['牛奶, 面包, 鸡蛋', 24, 58],
      ['日用品', 6, 160],
      ['大米 10kg', 45, 98],
      ['周末采购', 120, 360],
    ],
    attach: 'till=0#',
  },
  transport: {
    rate: '0.007',
    weight: 18,
    hours: commute,
    tradeTypes: { JSAPI: 70, APP: 30 },
    goods: [
      ['快线单程票', 2, 9],
      ['停车费 2 小时', 5, 20],
      ['月票充值', 50, 200],
      ['打车, 起步价内', 11, 18],
      ['单车月卡', 9, 25],
    ],
    attach: '',
  },
  education: {
    rate: '0.008',
    weight: 2,
    hours: office,
    tradeTypes: { JSAPI: 60, NATIVE: 40 },
    goods: [
      ['英语课 10 节', 980, 1980],
      ['钢琴体验课', 99, 199],
      ['教材, 练习册', 120, 320],
      ['书法班(周末)', 680, 1480],
    ],
    attach: 'class=2026-#',
  },
  healthcare: {
    rate: '0.006',
    weight: 5,
    hours: office,
    tradeTypes: { JSAPI: 50, MICROPAY: 50 },
    goods: [
      ['挂号费', 15, 50],
      ['检查费', 80, 680],
      ['药品, 两种', 25, 260],
      ['疫苗接种', 120, 590],
    ],
    attach: '',
  },
  travel: {
    rate: '0.01',
    weight: 3,
    hours: evening,
    tradeTypes: { JSAPI: 60, APP: 40 },
    goods: [
      ['大床房 1 晚', 228, 588],
      ['双床房 2 晚, 含早', 520, 1280],
      ['景区门票 2 张', 120, 360],
    ],
    attach: 'room=30#',
  },
  entertainment: {
    rate: '0.01',
    weight: 5,
    hours: evening,
    tradeTypes: { JSAPI: 80, NATIVE: 20 },
    goods: [
      ['电影票 2 张', 60, 140],
      ['电影票, 爆米花', 58, 98],
      ['欢唱 3 小时', 120, 320],
      ['游戏币 100 枚', 50, 100],
    ],
    attach: 'hall=#',
  },
  jewelry: {
    rate: '0.012',
    weight: 1,
    hours: shopping,
    tradeTypes: { MICROPAY: 70, NATIVE: 30 },
    goods: [
      ['银手链', 199, 680],
      ['转运珠, 编绳', 299, 880],
      ['金戒指 1.2g', 960, 2000],
    ],
    attach: '',
  },
  'digital-content': {
    rate: '0.012',
    weight: 6,
    hours: evening,
    tradeTypes: { APP: 75, JSAPI: 25 },
    goods: [
      ['月度会员', 12, 25],
      ['有声书, 全集', 39, 128],
      ['年度会员', 168, 298],
      ['点播 1 部', 2, 6],
    ],
    attach: '',
  },
}
