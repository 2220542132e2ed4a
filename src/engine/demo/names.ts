/** Names of the demo world, Chinese and English. Any likeness is accidental. */

/** `中文 English` */
type Names = readonly (readonly [zh: string, en: string])[]

export const SURNAMES: Names = [
  ['李', 'Li'],
  ['王', 'Wang'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['陈', 'Chen'],
  ['杨', 'Yang'],
  ['黄', 'Huang'],
  ['赵', 'Zhao'],
  ['周', 'Zhou'],
  ['吴', 'Wu'],
  ['徐', 'Xu'],
  ['孙', 'Sun'],
  ['朱', 'Zhu'],
  ['马', 'Ma'],
  ['胡', 'Hu'],
  ['林', 'Lin'],
  ['郭', 'Guo'],
  ['何', 'He'],
  ['高', 'Gao'],
  ['罗', 'Luo'],
]
export const GIVEN: Names = [
  ['晓晨', 'Xiaochen'],
  ['雨桐', 'Yutong'],
  ['子涵', 'Zihan'],
  ['浩然', 'Haoran'],
  ['思琪', 'Siqi'],
  ['明轩', 'Mingxuan'],
  ['佳怡', 'Jiayi'],
  ['宇航', 'Yuhang'],
  ['欣妍', 'Xinyan'],
  ['志强', 'Zhiqiang'],
  ['丽华', 'Lihua'],
  ['建国', 'Jianguo'],
  ['梦洁', 'Mengjie'],
  ['俊杰', 'Junjie'],
  ['若曦', 'Ruoxi'],
  ['天佑', 'Tianyou'],
]
/** Name stems of shops, studios and companies. */
export const WORDS: Names = [
  ['云上', 'Cloudtop'],
  ['青石', 'Bluestone'],
  ['巷口', 'Lane End'],
  ['半山', 'Hillside'],
  ['南风', 'South Wind'],
  ['小满', 'Grain Full'],
  ['松果', 'Pinecone'],
  ['白鹭', 'Egret'],
  ['听雨', 'Rainlight'],
  ['东篱', 'East Fence'],
  ['拾光', 'Gleam'],
  ['方舟', 'Ark'],
  ['星野', 'Starfield'],
  ['竹溪', 'Bamboo Brook'],
  ['麦田', 'Wheatfield'],
  ['海棠', 'Begonia'],
]

/** Merchant categories of the rate card. */
export const SHOPS: readonly (readonly [category: string, zh: string, en: string])[] = [
  ['restaurant', '面馆', 'Noodles'],
  ['restaurant', '火锅', 'Hot Pot'],
  ['retail', '便利店', 'Corner Shop'],
  ['supermarket', '超市', 'Supermarket'],
  ['restaurant', '茶饮', 'Tea Bar'],
  ['transport', '出行', 'Rides'],
  ['education', '书院', 'Study House'],
  ['healthcare', '药房', 'Pharmacy'],
  ['travel', '旅行社', 'Travel'],
  ['entertainment', '影城', 'Cinema'],
  ['jewelry', '珠宝', 'Jewelry'],
  ['digital-content', '数字书店', 'E-books'],
]
/** Goods categories of the rate card, with example goods and approximate prices. */
export const GOODS: readonly (readonly [category: string, zh: string, en: string])[] = [
  ['grocery', '粮油', 'Pantry'],
  ['fresh-food', '鲜果', 'Fresh Fruit'],
  ['electronics', '数码', 'Electronics'],
  ['apparel', '服饰', 'Apparel'],
  ['home', '家居', 'Home'],
  ['beauty', '美妆', 'Beauty'],
  ['mother-and-baby', '母婴', 'Baby Care'],
  ['sports', '运动', 'Sports'],
]
export const CREATORS: Names = [
  ['画室', 'Drawing Room'],
  ['电台', 'Radio'],
  ['手账', 'Journal'],
  ['工作室', 'Studio'],
]
export const CARRIERS: Names = [
  ['速递', 'Express'],
  ['物流', 'Freight'],
  ['冷链', 'Cold Chain'],
  ['快运', 'Parcels'],
]
export const ADVERTISERS: Names = [
  ['汽车', 'Motors'],
  ['饮品', 'Drinks'],
  ['护肤', 'Skincare'],
  ['教育', 'Learning'],
  ['家电', 'Appliances'],
]
export const PUBLISHERS: Names = [
  ['周刊', 'Weekly'],
  ['小游戏', 'Mini Games'],
  ['早报', 'Morning Post'],
]
export const COMPANIES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  finance: ['证券', 'Securities'],
  education: ['教育集团', 'Education'],
  healthcare: ['医院', 'Hospital'],
  government: ['政务中心', 'City Services'],
  'e-commerce': ['电商', 'E-commerce'],
  retail: ['连锁', 'Retail Chain'],
  internet: ['互联网', 'Internet'],
  games: ['游戏', 'Games'],
  'consumer goods': ['食品', 'Foods'],
  'car brands': ['汽车', 'Motors'],
  consultancies: ['咨询', 'Advisers'],
  'investment banks': ['投行', 'Capital'],
  'technology companies': ['科技', 'Technology'],
  universities: ['大学', 'University'],
}
export const ABROAD: readonly (readonly [market: string, currency: string, name: string])[] = [
  ['JP', 'JPY', '京都拉面 Kyoto Ramen'],
  ['JP', 'JPY', '札幌药妆 Sapporo Drugstore'],
  ['TH', 'THB', '曼谷夜市 Bangkok Night Market'],
  ['KR', 'KRW', '明洞美妆 Myeongdong Beauty'],
  ['TH', 'THB', '清迈咖啡 Chiang Mai Coffee'],
  ['SG', 'SGD', '滨海湾餐厅 Marina Bay Kitchen'],
  ['MY', 'MYR', '槟城小馆 Penang Table'],
  ['JP', 'JPY', '大阪百货 Osaka Department Store'],
  ['KR', 'KRW', '釜山海鲜 Busan Seafood'],
  ['SG', 'SGD', '牛车水茶室 Chinatown Tea House'],
]
