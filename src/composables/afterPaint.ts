/** A hidden page paints nothing: what waits for it goes on after this long. */
const AT_LATEST_MS = 250;

/** Resolves once the next frame has been painted: what has just been changed is on screen. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, AT_LATEST_MS);
    requestAnimationFrame(() => {
      // The frame is painted when its callbacks have run; a task comes after that.
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      });
    });
  });
}
