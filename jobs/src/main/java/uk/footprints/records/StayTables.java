package uk.footprints.records;

import org.apache.parquet.schema.MessageType;
import uk.footprints.records.file.FlatSchema;

/**
 * The tables that come of stays. Keys of persons and episodes are not in them: people and stays have numbers that mean
 * nothing outside one run. Still record level: not for publication.
 */
public final class StayTables {

  /** One row is a spell: the time of one person with one provider. */
  public static final MessageType SPELLS = new FlatSchema()
      .number("spell_no").number("continuous_spell_no").number("person_no").text("provider_code")
      .day("admitted_on").day("discharged_on").small("nights").small("episodes_count").text("admission_method_code")
      .text("admission_source_code").text("discharge_destination_code").text("discharge_method_code").flag("emergency")
      .text("primary_diagnosis_code").small("sex_code").text("age_band").text("residence_code").named("spell");

  /** One row is a continuous spell: from admission until the person is no longer in any hospital. */
  public static final MessageType CONTINUOUS_SPELLS = new FlatSchema()
      .number("continuous_spell_no").number("person_no").day("admitted_on").day("discharged_on").small("nights")
      .small("spells_count").small("episodes_count").text("admission_method_code").flag("emergency")
      .text("first_provider_code").text("last_provider_code").flag("died").text("excluded_because")
      .small("readmitted_after_days").small("sex_code").text("age_band").text("residence_code")
      .named("continuous_spell");

  /** One row is a measure in a cell; {@code all} means all of them together. */
  public static final MessageType MEASURES = new FlatSchema()
      .text("measure").text("month").text("provider").text("residence").text("age_band").text("sex").number("value")
      .named("stay_measure");

  /** One row is a month of an area: readmissions seen, and expected at the rates of all areas by age and sex. */
  public static final MessageType READMISSIONS = new FlatSchema()
      .text("month").text("area_role").text("area_code").number("index_count").number("observed_count")
      .real("expected_count").real("crude_pct").real("standardised_ratio").named("readmission");

  /**
   * One row is a continuous spell (kind 0) or an emergency spell at one provider (kind 1), as models of case mix take
   * it: covariates as one number, and flags of a continuous spell: 1 a readmission can follow, 2 one followed, 4 death.
   */
  public static final MessageType CASE_MIX = new FlatSchema()
      .small("kind").text("provider").text("residence").number("pattern").small("flags").small("nights")
      .named("case_mix_spell");

  private StayTables() {}
}
