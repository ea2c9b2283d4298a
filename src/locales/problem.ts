/** Failures that have their own words: what happened, and what to do. Keys: `stores/problem`. */
export default {
  'zh-CN': {
    stale: '另一个窗口刚改动了数据，这里没有写入；请重新载入页面，再做一次',
    full: '本机存储已满，没有存下。请腾出磁盘空间后再试；或先在数据页“存为一个文件”，再全部清除',
    'missing-source': '有一个已存的文件不见了，浏览器可能清理过数据；请打开此前存的工作区文件，或全部清除后重新导入',
    'newer-version': '数据是更新版本的绩览存的，请更新这里的程序',
    unreadable: '浏览器的存储读写出错；请重新载入页面再试，仍不行时换一个浏览器，打开此前存的工作区文件',
    foreign: '这不是绩览存的文件',
    damaged: '文件损坏或不完整，请重新取一份',
    newer: '文件是更新版本的绩览存的，请更新这里的程序',
    memory:
      '数据太多，浏览器的内存放不下。请按年度或区划分几次看：先“存为一个文件”并全部清除，再导入其中一部分；机器内存紧时，先关掉不用的标签页再试',
  },
  en: {
    stale: 'another window has just changed the data, nothing was written here; reload the page and do it again',
    full: 'the storage of this machine is full, nothing was stored. Free disk space and try again, or save the workspace as one file on the data page and erase all',
    'missing-source':
      'a stored file is gone; the browser may have cleared data. Open a workspace file saved before, or erase all and import again',
    'newer-version': 'the data were stored by a later version of Jilan; update the program here',
    unreadable:
      'the browser failed to read or write its storage; reload the page and try again, or else open a workspace file saved before in another browser',
    foreign: 'this file was not saved by Jilan',
    damaged: 'the file is damaged or incomplete; fetch it again',
    newer: 'the file was saved by a later version of Jilan; update the program here',
    memory:
      'there are more data than the browser has memory for. Look at them in parts, by year or region: save the workspace as one file, erase all, then import one part; where the machine is short of memory, close other tabs first',
  },
};
