/** The working compiled into the view that lists read. */
import { toSql } from '../expr/toSql';
import { middle, remark, working } from './workingRule';

export const WORKING_VIEW = `CREATE OR REPLACE VIEW indicator_working AS
WITH scored AS (
  SELECT s.*, r.title AS rule_set, r.source AS rule_source, r.ratio_places, r.score_places, r.band_words[s.level] AS band_word, f.file_name
  FROM scored_indicator s
  JOIN rule_set r ON r.rule_set_id = s.rule_set_id
  LEFT JOIN source_file f ON f.file_id = s.file_id
),
told AS (SELECT *, ${toSql(middle)} AS middle, ${toSql(remark)} AS remark FROM scored)
SELECT *, ${toSql(working)} AS working FROM told`;
