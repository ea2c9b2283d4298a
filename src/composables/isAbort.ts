/** Whether a question was given up because the data changed: it is asked again with the next revision, so no error is told. */
export const isAbort = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError';
