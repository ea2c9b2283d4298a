/** Runs inside the page: from an action to the last frame that it changed. Browser globals only. */
export function watchPaints() {
  const isMark = (element) => element.closest('[data-testid="ready"]') !== null;
  const isDrawing = (element) => element.closest('canvas, svg') !== null;
  /** Pictures (with the mark that says they are behind), the rail and the line of progress come after words and tables. */
  const isBeside = (element) => element.closest('.chart, .rail, .busy') !== null;
  /** ECharts hangs what it measures text with onto the body, for a moment and out of sight. */
  const isMeasuring = (element) => element === document.body;
  const elementOf = (node) => (node.nodeType === 1 ? node : node.parentElement);
  /** Where the line of progress comes and goes (a comment in its place), only that line has changed. */
  const placeOf = ({ target, addedNodes, removedNodes }) => {
    const nodes = [...addedNodes, ...removedNodes];
    if (nodes.length > 0 && nodes.every(({ nodeType }) => nodeType === 8)) return null;
    return nodes.find((node) => node.classList?.contains('busy')) ?? elementOf(target);
  };

  /**
   * `act` is the action; resolves, once nothing is pending, with milliseconds from the action to the last painted change:
   * `words`: of the page's words, tables and controls; `all`: of anything, its pictures and the rail's count included;
   * `marks`: of anything but what is drawn inside pictures.
   */
  window.clickToPaints = (act, { timeout = 120_000 } = {}) =>
    new Promise((done, fail) => {
      const start = performance.now();
      const last = { words: start, marks: start, all: start };
      const observer = new MutationObserver((records) => {
        const changed = records.map(placeOf).filter((each) => each && !isMark(each) && !isMeasuring(each));
        const kinds = [];
        if (changed.length > 0) kinds.push('all');
        if (changed.some((each) => !isDrawing(each))) kinds.push('marks');
        if (changed.some((each) => !isDrawing(each) && !isBeside(each))) kinds.push('words');
        // A task after the next frame: what changed is on screen.
        requestAnimationFrame(() => setTimeout(() => kinds.forEach((kind) => (last[kind] = performance.now()))));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      const ready = document.querySelector('[data-testid="ready"]');
      act();
      const settled = () => {
        const now = performance.now();
        if (ready?.dataset.state === 'ready' && now - last.all > 150 && now - start > 200) {
          observer.disconnect();
          done({ words: last.words - start, marks: last.marks - start, all: last.all - start });
        } else if (now - start > timeout) {
          observer.disconnect();
          fail(new Error('nothing settled'));
        } else setTimeout(settled, 20);
      };
      setTimeout(settled, 20);
    });

  /** The time to the last change but what is drawn inside pictures. */
  window.clickToPaint = (act, options) => window.clickToPaints(act, options).then(({ marks }) => marks);
}
