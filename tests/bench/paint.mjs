/** Runs inside the page: from an action to the last frame that it changed. Browser globals only. */
export function watchPaints() {
  const quiet = (element) => element.closest('[data-testid="ready"], canvas, svg') !== null;
  const elementOf = (node) => (node.nodeType === 1 ? node : node.parentElement);
  /** `act` is the action; resolves with the milliseconds to the last painted change, once nothing is pending. */
  window.clickToPaint = (act, { timeout = 120_000 } = {}) =>
    new Promise((done, fail) => {
      const start = performance.now();
      let last = start;
      const observer = new MutationObserver((records) => {
        if (records.every(({ target }) => !elementOf(target) || quiet(elementOf(target)))) return;
        // A task after the next frame: what changed is on screen.
        requestAnimationFrame(() => setTimeout(() => (last = performance.now())));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      const ready = document.querySelector('[data-testid="ready"]');
      act();
      const settled = () => {
        const now = performance.now();
        if (ready?.dataset.state === 'ready' && now - last > 150 && now - start > 200) {
          observer.disconnect();
          done(last - start);
        } else if (now - start > timeout) {
          observer.disconnect();
          fail(new Error('nothing settled'));
        } else setTimeout(settled, 20);
      };
      setTimeout(settled, 20);
    });
}
