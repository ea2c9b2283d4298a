/** The SQL that a table of plain numbers would need: what the app's reading, rules and checks are measured against. */
export const READ_OPTIONS = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'`;

/** Indicators whose target and achieved value are numbers, as whole numbers; the rest keeps its reported score. */
export const bareTable = (fileName) => `CREATE OR REPLACE TABLE bare AS
SELECT "年度" AS fiscal_year, "单位编码" AS unit_code,
       CAST(coalesce(TRY_CAST("分值" AS DECIMAL(18, 4)), 0) * 10000 AS HUGEINT) AS weight,
       CAST(TRY_CAST("自评得分" AS DECIMAL(18, 4)) * 10000 AS HUGEINT) AS reported,
       CAST(TRY_CAST(rtrim("目标值", '%') AS DECIMAL(18, 4)) * 10000 AS HUGEINT) AS target,
       CAST(TRY_CAST(rtrim("完成值", '%') AS DECIMAL(18, 4)) * 10000 AS HUGEINT) AS achieved
FROM read_csv('${fileName}', ${READ_OPTIONS})`;

/** Every indicator's score, exact and half-up, and every unit's total. */
export const BARE_SCORING = [
  `CREATE OR REPLACE TABLE bare_score AS
   SELECT fiscal_year, unit_code, weight,
          CASE WHEN achieved IS NULL OR target IS NULL OR target <= 0 THEN reported
               WHEN achieved >= target THEN weight
               ELSE (2 * weight * achieved + target) // (2 * target) END AS score
   FROM bare`,
  `CREATE OR REPLACE TABLE bare_total AS
   SELECT fiscal_year, unit_code, sum(score) AS total, sum(weight) AS weights FROM bare_score GROUP BY ALL`,
];
