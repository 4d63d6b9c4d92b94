package uk.footprints.sample;

import static uk.footprints.sample.TextTableSample.line;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.footprints.sample.SampleOrganisation.Kind;

/** The register of organisations, successions and lookups: small tables in which only the layout is real. */
final class RegisterSamples {

  private static final YearMonth MONTH = YearMonth.of(2020, 4);
  private static final int ROWS = 3;

  /** Header, then a row with {@code #} for its number. */
  private record Small(String era, String header, String row) {

    String text() {
      Stream<String> rows = IntStream.rangeClosed(1, ROWS).mapToObj(i -> row.replace("#", "" + i));
      return Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\n", "", "\n"));
    }

    PublicationSample publication(String dataset) {
      return new TextTableSample(dataset, era, MONTH, era + "-sample.csv", (month, country, chance) -> text());
    }

    SheetBuilder sheet(String name) {
      SheetBuilder sheet = new SheetBuilder(name);
      text().lines().forEach(line -> sheet.row(List.of(line.split(","))));
      return sheet;
    }
  }

  private static final List<Small> LOOKUPS =
      List.of(
          small("system-mapping", "Code,Name,ICB Code,ICB Name,Region Name", "Z0#,TRUST #,QZ#,BOARD #,REGION"),
          small("trust-stp", "NHS England Region,Trust,code,STP,STP_code", "REGION,TRUST #,Z0#,FOOTPRINT #,E5499000#"),
          small(
              "ccg-groups",
              "CCG16CD,CCG16CDH,CCG16NM,CCG13CD,CCG13NM," + numbered("similar_ccg_"),
              "E3899000#,9#Z,GROUP #,E3899000#,GROUP #," + "9#Y,".repeat(9) + "9#Y"),
          small("ccg-successors", "old_ccg,ccg20cdh", "9#Z,99Z"),
          small(
              "attribution",
              "nhs_trust22_code_all,nhs_trust22_code_acute,proportion_attendances_attributed_to_acute_trust",
              "Z0#,Z01,0.#"),
          small(
              "small-areas-2021",
              "lsoa11_name,lsoa11_code,ccg21_name,ccg21_code,stp21_name,stp21_code,ltla21_name,ltla21_code",
              "Place 00#A,E0199900#,GROUP,E38990001,FOOTPRINT,E54990001,Place,E06990001"),
          small(
              "small-areas-2022",
              "lsoa11_name,lsoa11_code,sicbl22_name,sicbl22_code,sicbl22_code_h,icb22_name,icb22_code,icb22_code_h,"
                  + "ltla22_name,ltla22_code",
              "Place 00#A,E0199900#,PLACE,E38990001,99Z,BOARD,E54990001,QZ1,Place,E06990001"),
          small("trust-icb-2022", "nhs_trust22_code,icb22_code,proportion_trust_came_from_icb", "Z0#,E54990001,0.#"),
          small(
              "trust-stp-2021",
              "nhs_trust22_name,nhs_trust22_code,stp21_name,stp21_code",
              "TRUST #,Z0#,FOOTPRINT,E54990001"),
          small(
              "practices",
              "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,"
                  + "CCG_CODE,CCG_NAME,ONS_STP_CODE,STP_CODE,STP_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,"
                  + "COMM_REGION_NAME",
              "GP_PRAC_PAT_LIST,01-Apr-20,Z0000#,PRACTICE #,ZZ99 3AB,U99999,NETWORK,E38990001,99Z,GROUP,E54990001,QZ1,"
                  + "FOOTPRINT,E40990001,Y99,REGION"),
          small("stp-region-2018", "nhser18cd, stp18cd", "E40990001, E5499000#"),
          small("stp-region-2020", "nhser20cd,nhser20nm,stp20cd,stp20nm", "E40990001,REGION,E5499000#,FOOTPRINT #"),
          small("stp-names-2018", "stp18cd,stp18nm", "E5499000#,FOOTPRINT #"),
          small("icb-codes-2024", "ICB24CD,ICB24CDH,ICB24NM,ObjectId", "E5499000#,QZ#,BOARD #,#"),
          small("trust-final-2018", "old_code,final_code,experiences_split,problematic", "Z0#,Z99,0,0"),
          small("trust-council", "trust_code,geo_code,p_trust,p_geo", "Z0#,E06990001,1,0.#"));

  private RegisterSamples() {}

  /** Each layout once. */
  static List<PublicationSample> all() {
    List<PublicationSample> all = new ArrayList<>();
    LOOKUPS.forEach(small -> all.add(small.publication("lookups")));
    all.add(new ReferenceWorkbook());
    all.add(new TextTableSample("ods", "register", MONTH, "etr-sample.csv", RegisterSamples::register));
    all.add(small("successions", "old_code,new_code,date", "Z0#,Z99,2019-0#-01").publication("ods"));
    String flags = "experiences_split,direct_path_complicated,adjacent_to_complicated,part_of_complicated_path";
    String hops =
        "new_code_1,date_change_1,change_type_1,new_code_2,date_change_2,change_type_2,new_code_3,date_change_3,";
    all.add(
        small(
                "paths",
                "old_code,new_code_0," + hops + "change_type_3,final_code," + flags,
                "Z0#,Z0#,Z8#,2015-04-01,merger,Z99,2016-04-01,split,NA,NA,NA,Z99,0,no,0,0")
            .publication("ods"));
    return all;
  }

  private static Small small(String era, String header, String row) {
    return new Small(era, header, row);
  }

  private static String numbered(String heading) {
    return IntStream.rangeClosed(1, 10).mapToObj(i -> heading + i).collect(Collectors.joining(","));
  }

  /** No header: 27 columns by their places. */
  private static String register(YearMonth month, SampleCountry country, SeededVariation chance) {
    StringBuilder text = new StringBuilder();
    for (SampleOrganisation trust : country.in(month, Kind.TRUST)) {
      List<Object> cells =
          new ArrayList<>(
              Arrays.asList(
                  trust.code(), trust.name(), "Y99", "QZ1", PublicationSample.MADE_UP, null, null, "NOWHERE", null,
                  "ZZ99 3AB", "20110401"));
      cells.addAll(Collections.nCopies(27 - cells.size(), null));
      text.append(line(cells.toArray()));
    }
    return text.toString();
  }

  /** The workbook in which five lookups came out together. */
  private record ReferenceWorkbook() implements PublicationSample {

    @Override
    public String dataset() {
      return "lookups";
    }

    @Override
    public List<YearMonth> usual() {
      return List.of();
    }

    @Override
    public List<SampleEra> eras() {
      return List.of(new SampleEra("reference-file-2020", MONTH));
    }

    @Override
    public boolean covers(YearMonth month) {
      return month.equals(MONTH);
    }

    @Override
    public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
      String hub = "Commissioning Hub";
      String office = "Region (Local Office) Code,Region (Local Office) Name,";
      List<SheetBuilder> sheets =
          List.of(
              new SheetBuilder("Title Sheet").row(MADE_UP),
              small(
                      "",
                      "Legacy (closing) CCG Code,Legacy (closing) CCG Name,New CCG Name,New CCG Code",
                      "9#Z,GROUP #,GROUP,99Z")
                  .sheet("CCG Mergers"),
              small(
                      "",
                      ("Legacy (closing) H Code,Legacy (closing) H Name,Activity Type,New / Retained H Name,"
                              + "New / Retained H Code")
                          .replace("H", hub),
                      "9#Y,HUB #,Comm Hub,HUB,99Y")
                  .sheet("Commissioning Hubs"),
              small("", "Legacy " + office.replace(",Region", ",Legacy Region") + "STP Code,STP Name,CCG Count",
                      "Q9#,OFFICE #,QZ#,FOOTPRINT #,#")
                  .sheet("STP Implementation"),
              small("", "CCG Code,CCG Name,STP Code,STP Name," + office + "Region Code,Region Name",
                      "9#Z,GROUP #,QZ1,FOOTPRINT,Q91,OFFICE,Y99,REGION")
                  .sheet("Pre-Apr 2020"),
              small("", "CCG Code,CCG Name,STP Code,STP Name,Region Code,Region Name",
                      "9#Z,GROUP #,QZ1,FOOTPRINT,Y99,REGION")
                  .sheet("Post-Apr 2020"));
      return new SampleFile("reference-file-sample.xlsx", SampleWorkbookWriter.modern(sheets));
    }
  }
}
