package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.RollUp;
import uk.footprints.transform.Measure;

/** The measures of delayed transfers of care, which the sheets of councils and of England share. */
final class DtocMeasures {

  /** The ids of delayed days and of people delayed per day. */
  static final List<String> QUANTITIES = List.of("dtoc.delayed_days", "dtoc.delayed_beds");

  private static final List<String> TYPES = List.of("Acute", "Non-Acute");
  private static final List<String> RESPONSIBLE = List.of("NHS", "Social Care", "Both");
  private static final String BY_REASON = "dtoc.delayed_days.reason.";

  private record Reason(String code, String words) {}

  private static final List<Reason> REASONS =
      List.of(
          new Reason("a", "awaiting completion of assessment"),
          new Reason("b", "awaiting public funding"),
          new Reason("c", "awaiting further non-acute NHS care"),
          new Reason("di", "awaiting a residential home placement"),
          new Reason("dii", "awaiting a nursing home placement"),
          new Reason("e", "awaiting a care package in their own home"),
          new Reason("f", "awaiting community equipment and adaptations"),
          new Reason("g", "patient or family choice"),
          new Reason("h", "disputes"),
          new Reason("i", "housing, patients not covered by the Care Act"),
          new Reason("o", "other"));

  private DtocMeasures() {}

  /** Returns the columns by type of care, with people per day under the given heading unless it is empty. */
  static List<LayoutColumn> byType(String beds) {
    List<LayoutColumn> columns = new ArrayList<>();
    for (int q = 0; q < (beds.isEmpty() ? 1 : 2); q++) {
      String id = QUANTITIES.get(q) + ".";
      String group = group(q, beds);
      TYPES.forEach(type -> columns.add(measure(id + LayoutColumn.word(type), group + type)));
      columns.add(measure(id + "total", group + "Total").adding(id + "acute", id + "non_acute"));
    }
    return columns;
  }

  /** Returns the columns by the responsible organisation. */
  static List<LayoutColumn> byResponsible(String beds) {
    List<LayoutColumn> columns = new ArrayList<>();
    for (int q = 0; q < (beds.isEmpty() ? 1 : 2); q++) {
      String id = QUANTITIES.get(q) + ".responsible.";
      String group = group(q, beds);
      RESPONSIBLE.forEach(who -> columns.add(measure(id + LayoutColumn.word(who), group + who)));
      columns.add(LayoutColumn.sum(group + "Total", id));
    }
    return columns;
  }

  private static String group(int quantity, String beds) {
    return beds.isEmpty() ? "" : (quantity == 0 ? "Delayed Days" : beds) + " | ";
  }

  /** Returns the columns by reason: each is recognised by its letter, because the words have changed. */
  static List<LayoutColumn> byReason() {
    return List.of(
        LayoutColumn.each(BY_REASON + "{1}", "A) Awaiting completion of assessment", "([a-z]{1,3})\\).*"),
        LayoutColumn.sum("Total", BY_REASON));
  }

  static List<Measure> byTypeMeasures() {
    List<Measure> all = new ArrayList<>();
    for (String quantity : QUANTITIES) {
      for (String type : List.of("Acute", "Non-Acute", "Total")) {
        String words = type.equals("Total") ? "" : " in " + type.toLowerCase(Locale.UK) + " care";
        all.add(of(quantity + "." + LayoutColumn.word(type), type, words));
      }
    }
    return all;
  }

  static List<Measure> byResponsibleMeasures() {
    List<Measure> all = new ArrayList<>();
    for (String quantity : QUANTITIES) {
      for (String who : RESPONSIBLE) {
        all.add(of(quantity + ".responsible." + LayoutColumn.word(who), who, attributed(who)));
      }
    }
    return all;
  }

  static List<Measure> byReasonMeasures() {
    return REASONS.stream().map(r -> of(BY_REASON + r.code(), heading(r), ": " + r.words())).toList();
  }

  /** Returns the measures by type of care, reason and responsible organisation together: England only. */
  static List<Measure> combinedMeasures() {
    List<Measure> all = new ArrayList<>();
    for (String type : TYPES) {
      String id = "dtoc.delayed_days." + LayoutColumn.word(type);
      String care = " in " + type.toLowerCase(Locale.UK) + " care";
      for (String who : RESPONSIBLE) {
        all.add(of(id + ".responsible." + LayoutColumn.word(who), type + " | " + who, care + attributed(who)));
        for (Reason r : REASONS) {
          String heading = type + " | " + heading(r) + " | " + who;
          String words = care + attributed(who) + ": " + r.words();
          all.add(of(id + ".reason." + r.code() + "." + LayoutColumn.word(who), heading, words));
        }
      }
    }
    return all;
  }

  private static String heading(Reason reason) {
    return reason.code().substring(0, 1).toUpperCase(Locale.UK) + reason.code().substring(1) + ") " + reason.words();
  }

  private static String attributed(String who) {
    return switch (who) {
      case "NHS" -> ", the NHS being responsible";
      case "Social Care" -> ", social care being responsible";
      default -> ", the NHS and social care both being responsible";
    };
  }

  private static Measure of(String id, String heading, String words) {
    boolean days = id.startsWith("dtoc.delayed_days");
    return days
        ? new Measure(
            id, "Delayed days", "days", heading,
            "Days in the month that patients spent in hospital after they were ready to leave" + words + ".", "")
        : new Measure(
            id, "People delayed per day", "people", heading,
            "Delayed days divided by the days of the month" + words + ".",
            "Called DTOC beds until 2018, then average number of people delayed per day. Published from April 2017.")
            .rolledUpBy(RollUp.MEAN);
  }
}
