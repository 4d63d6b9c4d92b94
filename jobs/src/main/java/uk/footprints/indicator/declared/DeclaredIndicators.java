package uk.footprints.indicator.declared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.declaration.DeclarationNode;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.Indicator.Term;
import uk.footprints.runtime.SpellingSuggester;

/** Reads the declarations of indicators: those that come with the program, and an analyst's own. */
public final class DeclaredIndicators {

  /** Where they are among the resources. */
  public static final String FOLDER = "/uk/footprints/indicators/";

  private static final List<String> NAMES =
      List.of(
          "non_elective_per_1000",
          "non_elective_age_standardised",
          "emergency_admissions_per_1000",
          "ae_conversion_type_1",
          "ae_four_hour_type_1",
          "ae_four_hour_all_types",
          "ae_12_hour_waits_per_1000",
          "ga_bed_occupancy",
          "ga_beds_per_1000",
          "delayed_days_per_1000",
          "hes_emergency_per_1000",
          "zero_day_share_residence",
          "zero_day_share_provider",
          "zero_day_contribution_residence",
          "zero_day_contribution_provider",
          "overnight_contribution_residence",
          "overnight_contribution_provider",
          "readmission_crude_residence",
          "readmission_crude_provider",
          "readmission_crude_council",
          "readmission_ratio_residence",
          "readmission_ratio_provider",
          "readmission_ratio_council",
          "acs_chronic_per_100000",
          "acs_acute_per_100000",
          "acs_nhsof_chronic_per_100000",
          "acs_nhsof_acute_per_100000",
          "long_stay_7_share",
          "long_stay_14_share",
          "long_stay_21_share",
          "long_stay_7_share_england",
          "long_stay_14_share_england",
          "long_stay_21_share_england",
          "discharge_delayed_share",
          "discharge_late_21_share",
          "discharge_days_lost",
          "virtual_wards_per_100000",
          "virtual_ward_occupancy",
          "non_elective_unit_cost",
          "non_elective_cost_per_head",
          "non_elective_cost_per_admission",
          "allocation_distance",
          "without_criteria_to_reside_england",
          "without_criteria_to_reside_per_100000",
          "ambulance_handover_over_30_share",
          "ambulance_category_2_minutes",
          "gp_appointments_per_1000",
          "gp_appointments_not_attended_share");

  private final Map<String, IndicatorDeclaration> declarations = new LinkedHashMap<>();
  private final List<Indicator> others;
  private final Function<String, Optional<IndicatorDeclaration>> unread;
  private final Set<String> open = new LinkedHashSet<>();

  private DeclaredIndicators(List<Indicator> others, Function<String, Optional<IndicatorDeclaration>> unread) {
    this.others = others;
    this.unread = unread;
  }

  /**
   * Returns the indicators that come with the program, in the order of the documentation.
   *
   * @param datasets the datasets that they may name
   */
  public static List<Indicator> builtIn(List<Dataset> datasets) {
    return read(NAMES.stream().map(DeclaredIndicators::file).toList(), datasets, List.of());
  }

  /**
   * Finds an indicator that comes with the program, and reads no other but those that it names.
   *
   * @param id the indicator
   * @param datasets the datasets that it may name
   */
  public static Optional<Indicator> find(String id, List<Dataset> datasets) {
    Function<String, Optional<IndicatorDeclaration>> read =
        name -> NAMES.contains(name)
            ? Optional.of(IndicatorDeclaration.read(name, file(name).text(), datasets))
            : Optional.empty();
    DeclaredIndicators needed = new DeclaredIndicators(List.of(), read);
    return read.apply(id).map(
        declaration -> declaration.indicator((place, side, other) -> needed.terms(declaration, place, side, other)));
  }

  /**
   * Reads files, which may name the indicators of one another and others.
   *
   * @param files the declarations
   * @param datasets the datasets that they may name
   * @param others indicators that exist already
   * @throws uk.footprints.runtime.UserException naming file and line, when a declaration is wrong
   */
  public static List<Indicator> read(List<DeclarationFile> files, List<Dataset> datasets, List<Indicator> others) {
    DeclaredIndicators all = new DeclaredIndicators(others, name -> Optional.empty());
    for (DeclarationFile file : files) {
      IndicatorDeclaration declaration = IndicatorDeclaration.read(file.name(), file.text(), datasets);
      String id = declaration.id();
      IndicatorDeclaration same = all.declarations.put(id, declaration);
      if (same != null || others.stream().anyMatch(i -> i.id().equals(id))) {
        throw declaration.root().get("id").wrong(
            same == null
                ? "there is an indicator %s already".formatted(id)
                : "%s declares the indicator %s as well".formatted(same.root().file(), id),
            "give it another id:");
      }
    }
    List<Indicator> read = new ArrayList<>();
    for (IndicatorDeclaration declaration : all.declarations.values()) {
      read.add(declaration.indicator((place, side, id) -> all.terms(declaration, place, side, id)));
    }
    return List.copyOf(read);
  }

  /** Returns the terms of an indicator that another one names. */
  private List<Term> terms(IndicatorDeclaration from, DeclarationNode place, String side, String id) {
    Optional<Indicator> known = others.stream().filter(i -> i.id().equals(id)).findFirst();
    if (known.isPresent()) {
      return from.sameDataset(place, id, known.get().dataset(), IndicatorDeclaration.side(known.get(), side));
    }
    IndicatorDeclaration other = Optional.ofNullable(declarations.get(id)).or(() -> unread.apply(id)).orElse(null);
    if (other == null) {
      List<String> ids = new ArrayList<>(declarations.keySet());
      others.forEach(i -> ids.add(i.id()));
      throw place.wrong(
          "there is no indicator \"%s\"".formatted(id),
          SpellingSuggester.to(id, ids).map(near -> "write " + near).orElse("name an indicator that exists"));
    }
    open.add(from.id());
    if (open.contains(id)) {
      throw place.wrong(
          "%s is made of itself: %s, %s".formatted(id, String.join(", ", open), id),
          "use measures in one of these indicators");
    }
    List<Term> terms = other.terms(side, (at, otherSide, next) -> terms(other, at, otherSide, next));
    open.remove(from.id());
    return from.sameDataset(place, id, other.datasetId(), terms);
  }

  private static DeclarationFile file(String name) {
    String file = name + ".yaml";
    try (InputStream in = DeclaredIndicators.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + FOLDER + file);
      }
      return new DeclarationFile(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
