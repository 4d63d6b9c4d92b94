package uk.footprints.dataset;

import uk.footprints.transform.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.period.DateColumn;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;
import uk.footprints.transform.ValueLimits;

/** Lookups from one kind of code to another: one definition here for each known table. */
public final class Lookups implements SheetReader {

  /** A code and another to which it belongs. */
  record LookupPair(
      @Column(value = "The published table with the pair.", required = true) String lookup,
      @Column(
          value = "What the first code is: provider, practice, lsoa_2011, ccg_2016, …", required = true)
      String fromKind,
      @Column(value = "The first code.", required = true) String fromCode,
      @Column("Its name, where the table has it.") String fromName,
      @Column(value = "What the second code is.", required = true) String toKind,
      @Column(value = "The second code; a name where the table has no code.", required = true) String toCode,
      @Column("Its name, where the table has it.") String toName,
      @Column("Share of the first that belongs to the second; absent where whole.") Double weight,
      @Column(
          "The day from which, or on which, the pair was valid; from the file, or else from its kind of table.")
      LocalDate asOf) {}

  private static final RecordTable<LookupPair> ROWS =
      RecordTable.published(
          "lookups_published",
          "a code of one kind and a code of another to which it belongs, as published",
          LookupPair.class,
          "lookup", "from_kind", "from_code", "to_kind", "to_code", "as_of");

  /** The table of published pairs. */
  public static final Table TABLE = ROWS.table();

  private static final List<LookupDefinition> ALL =
      List.of(
          LookupDefinition.of("system_mapping", "2025-04-01", "Region Name")
              .link("provider=Code/Name", "icb=ICB Code/ICB Name"),
          LookupDefinition.of("trust_stp", "2018-04-01", "NHS England Region")
              .link("provider=code/Trust", "stp=STP_code/STP"),
          LookupDefinition.of("ccg_groups", "2016-04-01")
              .link("ccg=CCG16CDH/CCG16NM", "ccg_2016=CCG16CD")
              .link("ccg=CCG16CDH", "ccg_2013=CCG13CD/CCG13NM")
              .links(10, "ccg=CCG16CDH", "similar_ccg_#=similar_ccg_#"),
          LookupDefinition.of("ccg_successors", "2020-04-01").link("ccg=old_ccg", "ccg=ccg20cdh"),
          LookupDefinition.of("acute_trust_attribution", "2022-04-01")
              .link(
                  "provider=nhs_trust22_code_all",
                  "acute_trust=nhs_trust22_code_acute*proportion_attendances_attributed_to_acute_trust"),
          LookupDefinition.of("small_areas_2021", "2021-04-01")
              .link("lsoa_2011=lsoa11_code/lsoa11_name", "ccg_2021=ccg21_code/ccg21_name")
              .link("lsoa_2011=lsoa11_code", "stp_2021=stp21_code/stp21_name")
              .link("lsoa_2011=lsoa11_code", "ltla_2021=ltla21_code/ltla21_name"),
          LookupDefinition.of("small_areas_2022", "2022-07-01", "sicbl22_code_h", "icb22_code_h")
              .link("lsoa_2011=lsoa11_code/lsoa11_name", "sicbl_2022=sicbl22_code/sicbl22_name")
              .link("lsoa_2011=lsoa11_code", "icb_2022=icb22_code/icb22_name")
              .link("lsoa_2011=lsoa11_code", "ltla_2022=ltla22_code/ltla22_name"),
          LookupDefinition.of("trust_icb_2022", "2022-07-01")
              .link("provider=nhs_trust22_code", "icb_2022=icb22_code*proportion_trust_came_from_icb"),
          LookupDefinition.of("trust_stp_2021", "2021-04-01")
              .link("provider=nhs_trust22_code/nhs_trust22_name", "stp_2021=stp21_code/stp21_name"),
          LookupDefinition.of("practices", "2020-09-01", "PUBLICATION", "PRACTICE_POSTCODE", "COMM_REGION_NAME")
              .dated("EXTRACT_DATE")
              .link("practice=PRACTICE_CODE/PRACTICE_NAME", "pcn=PCN_CODE/PCN_NAME")
              .link("practice=PRACTICE_CODE", "ccg=CCG_CODE/CCG_NAME")
              .link("practice=PRACTICE_CODE", "stp=STP_CODE/STP_NAME")
              .link("ccg=CCG_CODE", "ccg_2020=ONS_CCG_CODE")
              .link("stp=STP_CODE", "stp_2020=ONS_STP_CODE")
              .link("nhs_region=COMM_REGION_CODE", "nhs_region_2020=ONS_COMM_REGION_CODE"),
          LookupDefinition.of("stp_region_2018", "2018-04-01").link("stp_2018=stp18cd", "nhs_region_2018=nhser18cd"),
          LookupDefinition.of("stp_region_2020", "2020-04-01")
              .link("stp_2020=stp20cd/stp20nm", "nhs_region_2020=nhser20cd/nhser20nm"),
          LookupDefinition.of("stp_names_2018", "2018-04-01").link("stp_2018=stp18cd", "name=stp18nm"),
          LookupDefinition.of("icb_codes_2024", "2024-12-01", "ObjectId")
              .link("icb_2024=ICB24CD/ICB24NM", "icb=ICB24CDH"),
          LookupDefinition.of("trust_final_2018", "2018-04-01", "experiences_split", "problematic")
              .link("provider=old_code", "provider=final_code"),
          LookupDefinition.of("trust_council", "2020-04-01")
              .link("provider=trust_code", "ltla=geo_code*p_trust")
              .link("ltla=geo_code", "provider=trust_code*p_geo"),
          LookupDefinition.of("ccg_mergers_2020", "2020-04-01")
              .link(
                  "ccg=Legacy (closing) CCG Code/Legacy (closing) CCG Name", "ccg=New CCG Code/New CCG Name"),
          LookupDefinition.of("hub_mergers_2020", "2020-04-01", "Activity Type")
              .link(
                  "hub=Legacy (closing) Commissioning Hub Code/Legacy (closing) Commissioning Hub Name",
                  "hub=New / Retained Commissioning Hub Code/New / Retained Commissioning Hub Name"),
          LookupDefinition.of("stp_office_2020", "2020-04-01", "CCG Count")
              .link(
                  "stp=STP Code/STP Name",
                  "local_office=Legacy Region (Local Office) Code/Legacy Region (Local Office) Name"),
          LookupDefinition.of("ccg_stp_2019", "2019-04-01")
              .link("ccg=CCG Code/CCG Name", "stp=STP Code/STP Name")
              .link("ccg=CCG Code", "local_office=Region (Local Office) Code/Region (Local Office) Name")
              .link("ccg=CCG Code", "nhs_region=Region Code/Region Name"),
          LookupDefinition.of("ccg_stp_2020", "2020-04-01")
              .link("ccg=CCG Code/CCG Name", "stp=STP Code/STP Name")
              .link("ccg=CCG Code", "nhs_region=Region Code/Region Name"));

  private static final ValueLimits SHARE = ValueLimits.share();

  @Override
  public List<Layout> layouts() {
    return ALL.stream().map(LookupDefinition::layout).toList();
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    LookupDefinition lookup = ALL.stream().filter(l -> l.layout().equals(match.layout())).findFirst().orElseThrow();
    TableTransformer<LookupPair> out = new TableTransformer<>(match, "lookups", ROWS, place);
    DateColumn dates = DateColumn.in(match.dateOrder());
    TreeSet<Period> days = new TreeSet<>();
    for (Sheet.Row row : match.rows()) {
      LocalDate day = dates.find(out.text(row, lookup.dateHeading())).orElse(lookup.asOf());
      boolean any = false;
      for (LookupDefinition.Link link : lookup.links()) {
        String from = out.code(row, link.from().code());
        String to = link.to().kind().equals("name") ? out.known(row, link.to().code())
            : out.code(row, link.to().code());
        if (from != null && to != null) {
          any = true;
          Double weight = link.weight().isEmpty() ? null : out.within(row, link.weight(), SHARE);
          out.addOnce(
              row,
              new LookupPair(
                  lookup.id(), link.from().kind(), from, out.known(row, link.from().name()), link.to().kind(), to,
                  out.known(row, link.to().name()), weight, day));
        }
      }
      if (any) {
        days.add(Period.point(day));
      } else {
        out.note(row);
      }
    }
    return out.close(List.copyOf(days));
  }
}
