/** What joins the clauses of an opening sentence. */
export default {
  'zh-CN': { comma: '，', semicolon: '；', stop: '。' },
  en: { comma: ', ', semicolon: '; ', stop: '.' },
};
