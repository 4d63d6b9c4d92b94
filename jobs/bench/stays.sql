-- The work of `footprints stays`, in DuckDB: episodes -> spells -> continuous spells -> measures.
-- {episodes} and {to} are folders.
SET preserve_insertion_order = false;

CREATE TEMP TABLE acs AS
  SELECT list, coalesce(icd10_prefix, '') AS icd10_prefix,
    string_split(coalesce(secondary_needed, ''), ' ') AS needed,
    string_split(coalesce(secondary_excluded, ''), ' ') AS excluded,
    string_split(coalesce(operations_excluded, ''), ' ') AS operations,
    coalesce(nullif(split_part(ages, '-', 1), '')::INT, 0) AS youngest,
    coalesce(nullif(split_part(ages, '-', 2), '')::INT, 999) AS oldest,
    ages IS NOT NULL AND ages <> '' AS by_age
  FROM read_csv('{reference}/acs_conditions.csv', header = true, all_varchar = true);
CREATE TEMP TABLE diagnoses AS
  SELECT d.diag,
    d.diag SIMILAR TO '(C|D37|D38|D39|D4|Z511).*' AS cancer,
    d.diag SIMILAR TO 'O.*' AS obstetric
  FROM (SELECT DISTINCT diag_4_01 AS diag FROM read_parquet('{episodes}/*/*.parquet') WHERE diag_4_01 IS NOT NULL) d;

-- What the lists ask of an episode, once for each combination.
CREATE TEMP TABLE sensitive AS
  WITH asked AS (
    SELECT DISTINCT diag_4_01 AS diag, coalesce(secondary_diagnoses, '') AS secondary, coalesce(operations, '') AS operated,
      CASE WHEN startage BETWEEN 7001 AND 7007 THEN 0 WHEN startage BETWEEN 0 AND 120 THEN startage ELSE -1 END AS years
    FROM read_parquet('{episodes}/*/*.parquet') WHERE diag_4_01 IS NOT NULL)
  SELECT diag, secondary, operated, years, coalesce(bool_or(list = 'nhsof_2_3_i'), false) AS chronic,
    coalesce(bool_or(list = 'nhsof_3a'), false) AS acute,
    coalesce(bool_or(list = 'urgent_care_sensitive'), false) AS urgent
  FROM asked LEFT JOIN acs ON starts_with(diag, icd10_prefix) AND (NOT by_age OR years BETWEEN youngest AND oldest)
    AND (needed = [''] OR list_has_any(string_split(secondary, ' '), needed))
    AND (excluded = [''] OR NOT list_has_any(string_split(secondary, ' '), excluded))
    AND (operations = [''] OR NOT list_has_any(string_split(operated, ' '), operations))
  GROUP BY ALL;

CREATE TEMP TABLE spells_found AS
WITH filled AS (
  SELECT person, procode3, epikey, epistart, epiend, epiorder, admimeth, admisorc, disdest, dismeth, sex, startage,
    ccg_residence, diag_4_01, classpat, secondary_diagnoses, operations,
    coalesce(admimeth IN ('67', '81', '2B'), false) OR coalesce(admisorc IN ('51', '52', '53'), false) AS tin,
    coalesce(disdest IN ('51', '52', '53'), false) AS tout,
    coalesce(cancer, false) OR coalesce(obstetric, false) OR coalesce(mainspef IN ('501', '560'), false) AS excluded,
    CASE WHEN admidate IS NULL AND epiorder = 1
          AND NOT coalesce(admimeth IN ('67', '81', '2B'), false) AND NOT coalesce(admisorc IN ('51', '52', '53'), false)
      THEN epistart ELSE admidate END AS admitted
  FROM read_parquet('{episodes}/*/*.parquet') LEFT JOIN diagnoses ON diag_4_01 = diag
  WHERE epistat = 3 AND person IS NOT NULL AND procode3 IS NOT NULL AND epikey IS NOT NULL
    AND epistart IS NOT NULL AND epiend IS NOT NULL),
ranked AS (
  SELECT *, CASE WHEN tin AND tout THEN 2 WHEN tin THEN 3 WHEN tout THEN 1 ELSE 0 END AS trank
  FROM filled WHERE admitted IS NOT NULL),
marked AS (
  SELECT *, row_number() OVER w AS n,
    CASE WHEN lag(admitted) OVER w = admitted OR lag(epistart) OVER w = epistart
      OR lag(dismeth) OVER w IN ('8', '9') AND lag(epiend) OVER w = epistart THEN 0 ELSE 1 END AS opens
  FROM ranked
  WINDOW w AS (PARTITION BY person, procode3 ORDER BY epistart, epiend, epiorder, trank, epikey)),
numbered AS (
  SELECT *, sum(opens) OVER (PARTITION BY person, procode3 ORDER BY n ROWS UNBOUNDED PRECEDING) AS spell FROM marked),
joined AS (
  SELECT person, procode3, spell, max(epiend) AS discharged, count(*) AS episodes, bool_or(excluded) AS excluded,
    arg_min({{'admitted': admitted, 'epikey': epikey, 'admimeth': admimeth, 'admisorc': admisorc, 'tin': tin, 'sex': sex,
      'startage': startage, 'ccg': ccg_residence, 'diag': diag_4_01, 'order': epiorder,
      'class': classpat, 'secondary': coalesce(secondary_diagnoses, ''), 'operated': coalesce(operations, '')}}, n) AS f,
    arg_max({{'disdest': disdest, 'dismeth': dismeth, 'tout': tout}}, n) AS l
  FROM numbered GROUP BY person, procode3, spell)
SELECT person, procode3, discharged, episodes, excluded,
  f.admitted AS admitted, f.epikey AS epikey, f.admimeth AS admimeth, f.admisorc AS admisorc, f.tin AS tin,
  CASE WHEN f.sex IN (1, 2) THEN f.sex END AS sex,
  CASE WHEN f.startage BETWEEN 7001 AND 7007 THEN 0 WHEN f.startage BETWEEN 0 AND 120 THEN least(18, f.startage // 5) ELSE 19 END AS age,
  coalesce(f.startage BETWEEN 0 AND 17 OR f.startage BETWEEN 7001 AND 7007, false) AS child, f.ccg AS ccg, f.diag AS diag,
  f.secondary AS secondary, f.operated AS operated,
  CASE WHEN f.startage BETWEEN 7001 AND 7007 THEN 0 WHEN f.startage BETWEEN 0 AND 120 THEN f.startage ELSE -1 END AS years,
  coalesce(f.order = 1 AND f.class = '1', false) AND coalesce(f.admisorc, '') NOT IN ('51', '52', '53', '98', '99') AS admitted_first,
  l.disdest AS disdest, l.dismeth AS dismeth, l.tout AS tout,
  coalesce(f.admimeth IN ('21', '22', '23', '24', '25', '28', '2A', '2B', '2C', '2D'), false) AS emergency,
  greatest(0, discharged - f.admitted) AS nights,
  CASE WHEN f.tin AND l.tout THEN 2 WHEN f.tin THEN 3 WHEN l.tout THEN 1 ELSE 0 END AS trank
FROM joined;

CREATE TEMP TABLE spells AS
WITH marked AS (
  SELECT *, row_number() OVER w AS n,
    CASE WHEN admitted - lag(discharged) OVER w <= 3 AND (lag(tout) OVER w OR tin) THEN 0 ELSE 1 END AS opens,
  FROM spells_found WINDOW w AS (PARTITION BY person ORDER BY admitted, discharged, trank, epikey)),
attended AS (
  SELECT *, sum(opens) OVER (PARTITION BY person ORDER BY n ROWS UNBOUNDED PRECEDING) AS stay FROM marked)
SELECT a.*, coalesce(chronic AND admitted_first, false) AS acs_chronic,
  coalesce(acute AND admitted_first, false) AS acs_acute, coalesce(urgent AND admitted_first, false) AS acs_urgent,
  emergency AND count(*) FILTER (emergency) OVER (PARTITION BY person ORDER BY n ROWS UNBOUNDED PRECEDING) > 3
    AND admitted - nth_value(admitted, 1) OVER (PARTITION BY person, emergency ORDER BY n ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) <= 365
    AS frequent
FROM attended a LEFT JOIN sensitive s
  ON a.diag = s.diag AND a.secondary = s.secondary AND a.operated = s.operated AND a.years = s.years;

CREATE TEMP TABLE stays AS
WITH joined AS (
  SELECT person, stay, max(discharged) AS discharged, count(*) AS spells, sum(episodes) AS episodes, bool_or(excluded) AS excluded,
    arg_min({{'admitted': admitted, 'admimeth': admimeth, 'emergency': emergency, 'provider': procode3, 'sex': sex, 'age': age, 'ccg': ccg}}, n) AS f,
    arg_max({{'dismeth': dismeth, 'provider': procode3}}, n) AS l
  FROM spells GROUP BY person, stay)
SELECT *, f.admitted AS admitted, coalesce(l.dismeth = '4', false) AS died,
  CASE WHEN lead(f.emergency) OVER w AND lead(f.admitted) OVER w - discharged BETWEEN 0 AND 30
    THEN lead(f.admitted) OVER w - discharged END AS readmitted_after
FROM joined WINDOW w AS (PARTITION BY person ORDER BY stay);

COPY (SELECT procode3 AS provider_code, admitted AS admitted_on, discharged AS discharged_on, nights, episodes, admimeth, admisorc,
    disdest, dismeth, emergency, diag, sex, age, ccg, stay, dense_rank() OVER (ORDER BY person) AS person_no FROM spells)
  TO '{to}/spells.parquet' (FORMAT parquet, COMPRESSION zstd);
COPY (SELECT stay, admitted, discharged, spells, episodes, f.admimeth AS admimeth, f.emergency AS emergency,
    f.provider AS first_provider, l.provider AS last_provider, died, excluded, readmitted_after, f.sex AS sex, f.age AS age, f.ccg AS ccg FROM stays)
  TO '{to}/continuous_spells.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  WITH counted AS (
    SELECT strftime(discharged, '%Y-%m') AS month, procode3 AS provider, coalesce(ccg, 'unknown') AS residence, age, coalesce(sex, 0) AS sex,
      count(*) AS spells, 0 AS continuous_spells,
      count(*) FILTER (emergency) AS emergency_admissions,
      count(*) FILTER (emergency AND nights = 0) AS emergency_zero_day,
      count(*) FILTER (emergency AND nights > 0) AS emergency_overnight,
      coalesce(sum(nights) FILTER (emergency), 0) AS emergency_bed_days,
      coalesce(sum(nights) FILTER (emergency AND nights = 1), 0) AS emergency_bed_days_los_1,
      coalesce(sum(nights) FILTER (emergency AND nights >= 2), 0) AS emergency_bed_days_los_2_plus,
      coalesce(sum(nights) FILTER (emergency AND nights >= 7), 0) AS emergency_bed_days_los_7_plus,
      coalesce(sum(nights) FILTER (emergency AND nights >= 14), 0) AS emergency_bed_days_los_14_plus,
      coalesce(sum(nights) FILTER (emergency AND nights >= 21), 0) AS emergency_bed_days_los_21_plus,
      count(*) FILTER (emergency AND nights = 1) AS emergency_admissions_los_1,
      count(*) FILTER (emergency AND nights >= 2) AS emergency_admissions_los_2_plus,
      count(*) FILTER (emergency AND nights >= 7) AS emergency_admissions_los_7_plus,
      count(*) FILTER (emergency AND nights >= 14) AS emergency_admissions_los_14_plus,
      count(*) FILTER (emergency AND nights >= 21) AS emergency_admissions_los_21_plus,
      count(*) FILTER (emergency AND admimeth IN ('21', '2A')) AS emergency_via_ae,
      count(*) FILTER (emergency AND admimeth = '22') AS emergency_via_gp,
      count(*) FILTER (emergency AND admimeth NOT IN ('21', '2A', '22')) AS emergency_via_other,
      count(*) FILTER (frequent) AS emergency_by_frequent,
      count(*) FILTER (emergency AND child) AS emergency_admissions_under_18,
      count(*) FILTER (emergency AND child AND nights = 0) AS emergency_zero_day_under_18,
      coalesce(sum(nights) FILTER (emergency AND child), 0) AS emergency_bed_days_under_18,
      count(*) FILTER (emergency AND acs_chronic) AS acs_nhsof_2_3_i,
      count(*) FILTER (emergency AND acs_acute) AS acs_nhsof_3a,
      count(*) FILTER (emergency AND acs_urgent) AS acs_urgent_care_sensitive,
      0 AS readmission_index, 0 AS readmissions_30_days, 0 AS readmissions_30_days_no_exclusions, 0 AS deaths
    FROM spells GROUP BY ALL
    UNION ALL
    SELECT strftime(discharged, '%Y-%m'), l.provider, coalesce(f.ccg, 'unknown'), f.age, coalesce(f.sex, 0),
      0, count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      count(*) FILTER (NOT died AND NOT excluded),
      count(*) FILTER (NOT died AND NOT excluded AND readmitted_after IS NOT NULL),
      count(*) FILTER (readmitted_after IS NOT NULL), count(*) FILTER (died)
    FROM stays GROUP BY ALL),
  summed AS (
    SELECT month, coalesce(provider, 'all') AS provider, coalesce(residence, 'all') AS residence,
      coalesce(age, 31) AS age_band, coalesce(sex, 3) AS sex, sum(COLUMNS(* EXCLUDE (month, provider, residence, age, sex)))::BIGINT
    FROM counted
    GROUP BY GROUPING SETS ((month, provider, age, sex), (month, residence, age, sex), (month, provider, residence),
      (month, provider), (month, residence), (month, age, sex), (month)))
  SELECT measure, month, provider, residence, age_band, sex, value
  FROM (UNPIVOT summed ON COLUMNS(* EXCLUDE (month, provider, residence, age_band, sex)) INTO NAME measure VALUE value)
  WHERE value <> 0)
TO '{to}/measures.parquet' (FORMAT parquet, COMPRESSION zstd);
