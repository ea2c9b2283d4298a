/** The columns of a reading that a rule may look at. */
export const READ_COLUMNS = [
  ...['reading', 'reason', 'level', 'comparator_sign', 'reached', 'at_target', 'is_bound', 'part', 'whole'],
  ...['over_part', 'over_whole', 'over_open', 'value_part', 'value_whole', 'value_kind'],
] as const;
