package uk.footprints.records.disclosure;

import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;

import java.util.List;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.measure.AgeBand;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.table.Table;
import uk.footprints.transform.ObservationBatch;

/** The table of stays by age, sex and deprivation. */
public final class StayGroupTable {

  /** Counts of groups of people. */
  public static final Table TABLE = Table.published(
      "stay_groups",
      "organisation x group of people x measure x financial year, made of records; zeros are left out",
      List.of("org_code", "org_role", "period_start", "breakdown", "age_band", "sex", "deprivation_tenth", "measure"),
      key("org_code", "ODS code of the organisation; E92000001 for all of them together."),
      key("org_role", "provider (who treated them) or commissioner (where they live); country."),
      date("period_start", "First day of the financial year."),
      date("period_end", "Last day of the financial year."),
      key("breakdown", "age_sex or deprivation; each adds up to the organisation's year."),
      key("age_band", "Five years of age on admission, 90+, unknown; all where the breakdown is another."),
      key("sex", "male, female or unknown; all where the breakdown is another."),
      key("deprivation_tenth", "1 (most deprived) to 10 as the records say, unknown; all where the breakdown is another."),
      key("measure", "As in the table measures."),
      number("value", "The count; absent unless the status is reported.", "as in measures"),
      key("status", "reported or suppressed."),
      text("note", "Artificial, where the records are."));

  private StayGroupTable() {}

  /** The cells of a row in the order of the columns. */
  public static Object[] cells(StayGroup row) {
    boolean tenth = row.group() >= AreaCount.DECILE;
    boolean country = row.area() == null;
    int group = row.group();
    ObservationBatch.Origin origin = row.origin();
    return new Object[] {
      country ? "E92000001" : row.area(), country ? "country" : row.side().orgRole(), row.year().start(),
      row.year().end(), tenth ? "deprivation" : "age_sex", tenth ? "all" : AgeBand.label(group / 4),
      tenth ? "all" : AgeBand.sexLabel(group % 4),
      !tenth ? "all" : group == AreaCount.DECILE ? "unknown" : String.valueOf(group - AreaCount.DECILE),
      row.side().measure(row.measure().label()), row.value(), row.status().id(),
      origin.revisionStatus() == RevisionStatus.ARTIFICIAL ? "artificial records: nobody's" : null,
      origin.publishedOn(), origin.revisionStatus().id(), origin.sha256(), null, 0L
    };
  }
}
