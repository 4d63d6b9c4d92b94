package uk.footprints.dataset;

import static uk.footprints.parse.Column.field;
import static uk.footprints.table.Field.date;
import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;

import java.time.LocalDate;
import java.util.List;
import uk.footprints.conform.Block;
import uk.footprints.conform.Conformed;
import uk.footprints.conform.Rules;
import uk.footprints.conform.Tabling;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.parse.Layout;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Sheet;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.source.Live;
import uk.footprints.source.Timetable;
import uk.footprints.table.Table;

/** People for whose emergencies a hospital trust is the likely one. */
public final class TrustCatchments implements Dataset {

  /** Catchments. */
  public static final Table TABLE =
      Table.published(
          "trust_catchments",
          "trust and year",
          List.of("org_code", "period_start", "admission"),
          key("org_code", "ODS code of the trust."),
          date("period_start", "The day to which the estimate refers: 30 June."),
          key("admission", "emergency."),
          number("persons", "People of its catchment.", "persons"));

  private static final LocalDate DAY = LocalDate.of(2018, 6, 30);
  private static final Layout EMERGENCY =
      Layout.of(
              "emergency catchments of 2018, without names",
              field("code", "Code"),
              field("persons", "Emergency_catchment_pop_2018"))
          .asDerived();

  @Override
  public String id() {
    return "trust_catchments";
  }

  @Override
  public String title() {
    return "Catchment populations of hospital trusts";
  }

  @Override
  public String publisher() {
    return "Office for Health Improvement and Disparities, before that Public Health England";
  }

  @Override
  public Timetable timetable() {
    return new Timetable("now and then", 24, List.of(6), "OHID, NHS acute hospital trust catchment populations");
  }

  @Override
  public Live live() {
    return Live.byHand("No page is known that links tables in these layouts.");
  }

  @Override
  public List<Layout> layouts() {
    return List.of(EMERGENCY);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public Rules rules() {
    return Rules.of(id(), "provider", PeriodKind.POINT);
  }

  @Override
  public List<String> warnings() {
    return List.of("Modelled from where admitted patients live; made a table by others.");
  }

  @Override
  public Conformed conform(Proof proof, Block.Origin origin, Place place) {
    Tabling out = new Tabling(proof, id(), TABLE, origin, place);
    for (Sheet.Row row : proof.rows()) {
      String code = out.text(row, "code");
      Double persons = out.number(row, "persons");
      if (code.isEmpty() || persons == null) {
        out.reject(row, "code", Kind.NO_ORGANISATION, "expected a trust's code and its people");
      } else {
        out.add(row, code, DAY, "emergency", persons);
      }
    }
    return out.close(List.of(Period.point(DAY)));
  }
}
