package uk.footprints.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.period.Period;
import uk.footprints.report.trend.RecordingBreaks;

/** Finds the changes of recording that charts mark: those by days of care, not those between editions. */
final class RecordingChanges {

  private final Map<String, List<RecordingBreaks.Row>> byIndicator;

  private RecordingChanges(Map<String, List<RecordingBreaks.Row>> byIndicator) {
    this.byIndicator = byIndicator;
  }

  static RecordingChanges of(SiteInput input) {
    return of(input.rows(RecordingBreaks.TABLE));
  }

  static RecordingChanges of(List<RecordingBreaks.Row> rows) {
    Map<String, List<RecordingBreaks.Row>> byIndicator = new HashMap<>();
    for (RecordingBreaks.Row row : rows) {
      if (row.countedBy().equals("care")) {
        byIndicator.computeIfAbsent(row.indicator(), i -> new ArrayList<>()).add(row);
      }
    }
    return new RecordingChanges(byIndicator);
  }

  /** Returns the changes of an indicator as data for the page's script. */
  List<Map<String, Object>> list(String indicator) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (RecordingBreaks.Row row : byIndicator.getOrDefault(indicator, List.of())) {
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("from", row.changedFrom().toString());
      change.put("until", row.changedUntil().toString());
      change.put("areas", row.areas());
      change.put("reason", row.reason());
      all.add(change);
    }
    return all;
  }

  /** Returns whose recording changes during a period, in words; empty where nobody's does. */
  String during(String indicator, String geography, Period period) {
    String words = "";
    for (RecordingBreaks.Row row : byIndicator.getOrDefault(indicator, List.of())) {
      boolean within =
          !period.end().isBefore(row.changedFrom())
              && (period.start().isBefore(row.changedUntil()) || !period.start().isAfter(row.changedFrom()));
      if (within && (row.areas().equals("all") || geography.equals(SiteContext.COUNTRY))) {
        return "changes";
      }
      if (within) {
        words = "changes for England";
      }
    }
    return words;
  }
}
