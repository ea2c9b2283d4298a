/**
 * What the offices promise. Each line: form, name, 一级指标, 二级指标, and what the form needs.
 * rate [target %] · full (=100 %, filed with numerator and denominator: the size) · count [target, unit] ·
 * cost [target, unit] · days [target, unit] · range [lo, hi, unit] · level · text
 */
const OUTPUT = '产出指标';
const EFFECT = '效益指标';
const COST = '成本指标';

export const COMMON = {
  execution: ['execution', '预算执行率', '预算执行', '预算执行情况'],
  satisfaction: ['satisfaction', '服务对象满意度', '满意度指标', '服务对象满意度指标'],
  // Set so low that everyone passes it easily.
  easy: ['easy', '政策宣传活动场次', OUTPUT, '数量指标'],
};

const SHARED = [
  ['level', '内部管理制度健全性', EFFECT, '可持续影响指标'],
  ['level', '社会效益', EFFECT, '社会效益指标'],
  ['level', '人才队伍建设', EFFECT, '可持续影响指标'],
  ['text', '可持续影响', EFFECT, '可持续影响指标', '长期'],
  ['text', '政务公开', EFFECT, '社会效益指标', '按要求公开'],
  ['cost', '公用经费人均支出', COST, '经济成本指标', 2.85, '万元'],
  ['rate', '采购预算执行率', OUTPUT, '质量指标', 95],
  ['days', '来信来访平均办理时限', OUTPUT, '时效指标', 10, '天'],
  ['range', '投诉件平均办理时限', OUTPUT, '时效指标', 5, 7, '天'],
  ['rate', '信息系统可用率', OUTPUT, '质量指标', 99],
];

const OWN = {
  教科文卫: [
    ['full', '补助资金发放人数完成率', OUTPUT, '数量指标', 18600],
    ['count', '业务培训人次', OUTPUT, '数量指标', 4200, '人次'],
    ['count', '公共文化服务人次', OUTPUT, '数量指标', 3, '万人次'],
    ['rate', '补助对象覆盖率', OUTPUT, '质量指标', 98],
    ['rate', '设备完好率', OUTPUT, '质量指标', 96],
    ['full', '项目按期开工率', OUTPUT, '时效指标', 46],
    ['rate', '惠民政策知晓率', EFFECT, '社会效益指标', 90],
    ['cost', '人均培训成本', COST, '经济成本指标', 420, '元'],
    ['count', '新增学位或床位数', OUTPUT, '数量指标', 860, '个'],
    ['full', '验收合格率', OUTPUT, '质量指标', 63],
  ],
  社会保障: [
    ['full', '低保对象动态管理率', OUTPUT, '质量指标', 18790],
    ['count', '新增养老床位', OUTPUT, '数量指标', 1200, '张'],
    ['rate', '救助资金发放及时率', OUTPUT, '时效指标', 98],
    ['cost', '人均救助成本', COST, '经济成本指标', 0.85, '万元'],
    ['rate', '救助政策知晓率', EFFECT, '社会效益指标', 90],
    ['count', '技能培训人次', OUTPUT, '数量指标', 6400, '人次'],
    ['full', '待遇核定准确率', OUTPUT, '质量指标', 24350],
    ['count', '新增就业人数', OUTPUT, '数量指标', 1.2, '万人'],
    ['days', '业务办结时限', OUTPUT, '时效指标', 15, '个工作日'],
    ['rate', '走访慰问覆盖率', OUTPUT, '数量指标', 95],
  ],
  经济建设: [
    ['count', '道路养护里程', OUTPUT, '数量指标', 1860, '公里'],
    ['full', '工程验收合格率', OUTPUT, '质量指标', 58],
    ['rate', '项目按期完工率', OUTPUT, '时效指标', 95],
    ['cost', '每公里养护成本', COST, '经济成本指标', 6.4, '万元'],
    ['rate', '设施完好率', OUTPUT, '质量指标', 97],
    ['count', '老旧小区改造户数', OUTPUT, '数量指标', 2400, '户'],
    ['full', '违法案件办结率', OUTPUT, '质量指标', 312],
    ['rate', '道路清扫覆盖率', OUTPUT, '数量指标', 96],
    ['days', '审批平均时限', OUTPUT, '时效指标', 12, '个工作日'],
    ['count', '新增停车泊位', OUTPUT, '数量指标', 900, '个'],
  ],
  农林水: [
    ['count', '高标准农田建设面积', OUTPUT, '数量指标', 2.6, '万亩'],
    ['full', '补贴到户率', OUTPUT, '质量指标', 33200],
    ['rate', '水质达标率', EFFECT, '生态效益指标', 95],
    ['count', '造林绿化面积', OUTPUT, '数量指标', 3800, '亩'],
    ['cost', '亩均建设成本', COST, '经济成本指标', 1750, '元'],
    ['rate', '预报准确率', OUTPUT, '质量指标', 88],
    ['count', '技术指导人次', OUTPUT, '数量指标', 1500, '人次'],
    ['full', '隐患点整治完成率', OUTPUT, '质量指标', 174],
    ['rate', '项目按期开工率', OUTPUT, '时效指标', 92],
    ['days', '灾情响应时间', OUTPUT, '时效指标', 24, '小时'],
  ],
  综合政法: [
    ['full', '案件按期办结率', OUTPUT, '时效指标', 1260],
    ['count', '检查企业家次', OUTPUT, '数量指标', 1350, '家次'],
    ['rate', '问题整改率', OUTPUT, '质量指标', 96],
    ['count', '法律援助件数', OUTPUT, '数量指标', 640, '件'],
    ['cost', '单次检查成本', COST, '经济成本指标', 1200, '元'],
    ['rate', '抽检合格率', OUTPUT, '质量指标', 97],
    ['full', '投诉举报办结率', OUTPUT, '质量指标', 2840],
    ['days', '应急响应时间', OUTPUT, '时效指标', 30, '分钟'],
    ['rate', '普法知晓率', EFFECT, '社会效益指标', 85],
    ['count', '信访积案', OUTPUT, '数量指标', 40, '件'],
  ],
};

export const choicesFor = (category) => ({ own: OWN[category], shared: SHARED });
