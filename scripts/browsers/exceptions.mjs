/** What the built app may use although an old browser lacks it, each with its reason. An entry that nothing needs fails the check. */
export const EXCEPTIONS = [
  { what: '.createPolicy', reason: 'Vue asks `window.trustedTypes` before, and works without it.' },
  {
    what: 'text-autospace',
    reason: 'Spacing between Han characters and figures: without it they stand closer, nothing else.',
  },
  { what: 'text-autospace: normal', reason: 'As above.' },
  { what: 'text-autospace: no-autospace', reason: 'As above.' },
];
