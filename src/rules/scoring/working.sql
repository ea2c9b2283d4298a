-- 算式: begins with `w ×`, ends with `= score`; between them the numbers that went in, the rule, its source and the line.
-- Decimals as they are read: without trailing zeros.
CREATE OR REPLACE MACRO plain_number(value) AS
  CASE WHEN contains(CAST(value AS VARCHAR), '.') THEN rtrim(rtrim(CAST(value AS VARCHAR), '0'), '.') ELSE CAST(value AS VARCHAR) END;

-- A ratio as the percentage of `places` decimals that it was rounded to.
CREATE OR REPLACE MACRO ratio_percent(part, whole, places) AS CASE places
  WHEN 0 THEN plain_number(CAST(ratio_of(part, whole, 100::HUGEINT) AS DECIMAL(38,0)))
  WHEN 1 THEN plain_number(CAST(ratio_of(part, whole, 1000::HUGEINT) AS DECIMAL(38,0)) * 0.1::DECIMAL(2,1))
  WHEN 2 THEN plain_number(CAST(ratio_of(part, whole, 10000::HUGEINT) AS DECIMAL(38,0)) * 0.01::DECIMAL(3,2))
  WHEN 3 THEN plain_number(CAST(ratio_of(part, whole, 100000::HUGEINT) AS DECIMAL(38,0)) * 0.001::DECIMAL(4,3))
  WHEN 4 THEN plain_number(CAST(ratio_of(part, whole, 1000000::HUGEINT) AS DECIMAL(38,0)) * 0.0001::DECIMAL(5,4))
  WHEN 5 THEN plain_number(CAST(ratio_of(part, whole, 10000000::HUGEINT) AS DECIMAL(38,0)) * 0.00001::DECIMAL(6,5))
  ELSE plain_number(CAST(ratio_of(part, whole, 100000000::HUGEINT) AS DECIMAL(38,0)) * 0.000001::DECIMAL(7,6))
END;

CREATE OR REPLACE VIEW indicator_working AS
WITH told AS (
  SELECT s.*, r.title AS rule_set, r.source AS rule_source, f.file_name,
         CASE s.basis
           WHEN 'full' THEN '100%'
           WHEN 'deducted' THEN plain_number(CAST(kept_part * 1000000 // kept_whole AS DECIMAL(38,0)) * CAST(0.0001 AS DECIMAL(5,4))) || '%'
           WHEN 'zero' THEN '0'
           WHEN 'missing' THEN '0'
           WHEN 'ratio' THEN CASE
             WHEN ratio_top IS NULL THEN '0'
             WHEN r.ratio_places IS NULL OR part = 0 THEN ratio_top || ' ÷ ' || ratio_bottom
             ELSE ratio_percent(part, whole, r.ratio_places) || '%' END
           WHEN 'step' THEN CAST(kept_part // gcd(kept_part, kept_whole) AS VARCHAR) || '/' || CAST(kept_whole // gcd(kept_part, kept_whole) AS VARCHAR)
           WHEN 'banded' THEN '[' || r.band_words[level] || ']'
           ELSE '自评得分 ' || plain_number(reported_score) || ' ÷ 分值 ' || plain_number(weight)
         END AS middle,
         concat_ws('；',
           CASE s.basis
             WHEN 'full' THEN achieved_form || CASE WHEN is_bound THEN ' 必达 ' ELSE ' 达到 ' END || coalesce(target_form, '目标')
             WHEN 'deducted' THEN achieved_form || ' 达到 ' || coalesce(target_form, '目标') || '，按规则扣减'
             WHEN 'zero' THEN achieved_form || ' 不等于 ' || target_form || '，未达标不得分'
             WHEN 'ratio' THEN CASE WHEN ratio_top IS NULL THEN achieved_form || ' 未达到 ' || target_form || '，不得分' ELSE '未达标，按完成比'
               || CASE WHEN r.ratio_places IS NOT NULL AND part <> 0 THEN ' ' || ratio_top || ' ÷ ' || ratio_bottom || '，比率保留' || r.ratio_places || '位' ELSE '' END
               || '，得分保留' || r.score_places || '位' END
             WHEN 'step' THEN '按分段计分表，完成值 ' || achieved_form || '，得分保留' || r.score_places || '位'
             WHEN 'banded' THEN '完成值“' || replace(achieved_form, chr(10), '') || '”，自评 ' || plain_number(reported_score) || '，档内照自评，档外取近端'
             WHEN 'reported' THEN '采用自评，未经核实：' || coalesce(reason, '')
             WHEN 'manual' THEN '规则无法判定：' || coalesce(reason, '')
             WHEN 'missing' THEN CASE WHEN is_added THEN '' ELSE '无自评得分：' END || coalesce(reason, '')
           END,
           CASE WHEN comparator_assumed AND s.basis IN ('full', 'deducted', 'ratio', 'manual') THEN '未标明比较符，按' || comparator_sign END,
           r.source,
           f.file_name || ' 第' || s.line || '行') AS remark
  FROM scored_indicator s
  JOIN rule_set r ON r.rule_set_id = s.rule_set_id
  LEFT JOIN source_file f ON f.file_id = s.file_id
)
SELECT *,
       CASE WHEN score IS NULL THEN CASE state WHEN 'not_applicable' THEN '不适用：不计分，其余指标按比例折算' ELSE remark END
            ELSE plain_number(weight) || ' × ' || middle || '（' || remark || '）= ' || plain_number(score) END AS working
FROM told;
