/** What the progress line says, by the step that runs. */
export default {
  'zh-CN': {
    starting: '正在启动',
    replaying: '正在载入已存的数据',
    deriving: '正在汇总收支',
    scoring: '正在重算得分',
    fetchingSample: '正在取合成示例',
    inspecting: '正在辨认文件',
    reading: '正在读 {file}',
    storing: '正在存入本机',
  },
  en: {
    starting: 'Starting',
    replaying: 'Loading stored data',
    deriving: 'Summing accounts',
    scoring: 'Recomputing scores',
    fetchingSample: 'Fetching the synthetic sample',
    inspecting: 'Looking at the files',
    reading: 'Reading {file}',
    storing: 'Storing on this machine',
  },
};
