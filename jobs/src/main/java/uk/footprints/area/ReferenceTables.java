package uk.footprints.area;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.footprints.runtime.UserException;

/**
 * The three tables {@code areas.csv}, {@code memberships.csv} and {@code successions.csv}, read and checked against
 * each other. Every fault is a sentence that names file and row, and all of them are reported at once.
 */
public final class ReferenceTables {

  private static final String[] AREA_COLUMNS = {
    "geography", "area_code", "ods_code", "area_name", "parent_code", "source"
  };
  private static final String[] MEMBERSHIP_COLUMNS = {
    "member_kind", "member_code", "geography", "area_code", "weight", "weight_basis", "source"
  };
  private static final String[] SUCCESSION_COLUMNS = {"kind", "old_code", "new_code", "date", "share", "source"};
  private static final double ROUNDING = 1e-6;

  private final List<Placed<Area>> areas;
  private final List<Placed<Membership>> memberships;
  private final List<Placed<Succession>> successions;
  private final Councils councils;
  private final CodeBreaks breaks;

  /** A value and the row that it came from. */
  private record Placed<T>(String place, T value) {}

  private ReferenceTables(
      ReferenceTable areas, ReferenceTable memberships, ReferenceTable successions, Councils councils,
      CodeBreaks breaks) {
    this.councils = councils;
    this.breaks = breaks;
    this.areas = areas.rows().stream().map(row -> new Placed<>(row.place(), area(row))).toList();
    this.memberships = memberships.rows().stream().map(row -> new Placed<>(row.place(), membership(row))).toList();
    this.successions = successions.rows().stream().map(row -> new Placed<>(row.place(), succession(row))).toList();
  }

  /** The tables in the jar. */
  public static ReferenceTables ofJar() {
    return new ReferenceTables(
        ReferenceTable.ofReference("areas.csv", AREA_COLUMNS),
        ReferenceTable.ofReference("memberships.csv", MEMBERSHIP_COLUMNS),
        ReferenceTable.ofReference("successions.csv", SUCCESSION_COLUMNS),
        Councils.ofJar(),
        CodeBreaks.ofJar());
  }

  /** Tables from elsewhere, with the columns of those in the jar; the streams are closed. */
  public static ReferenceTables read(InputStream areas, InputStream memberships, InputStream successions) {
    return read(areas, memberships, successions, InputStream.nullInputStream());
  }

  /** Tables from elsewhere, with those of codes that stayed while their land changed; the streams are closed. */
  public static ReferenceTables read(
      InputStream areas, InputStream memberships, InputStream successions, InputStream breaks) {
    return new ReferenceTables(
        ReferenceTable.read("areas.csv", areas, AREA_COLUMNS),
        ReferenceTable.read("memberships.csv", memberships, MEMBERSHIP_COLUMNS),
        ReferenceTable.read("successions.csv", successions, SUCCESSION_COLUMNS),
        Councils.NONE,
        CodeBreaks.read(breaks));
  }

  /** The index over them, when nothing is wrong with them. */
  public Areas areas() {
    List<String> faults = listFaults();
    if (!faults.isEmpty()) {
      String first = faults.stream().limit(20).collect(Collectors.joining("\n  "));
      String more = faults.size() > 20 ? "\n  and %d more".formatted(faults.size() - 20) : "";
      throw UserException.data(
          "The tables of areas have %s:%n  %s%s"
              .formatted(faults.size() == 1 ? "a fault" : faults.size() + " faults", first, more),
          "correct these rows");
    }
    return new Areas(
        values(areas), values(memberships), new Successions(values(successions)), List.of(), councils, breaks);
  }

  /** Lists the faults of the tables, one sentence each. */
  public List<String> listFaults() {
    List<String> faults = new ArrayList<>();
    areasTwice(faults);
    parentsUnknown(faults);
    areasUnknown(faults);
    weightsWrong(faults);
    areasEmpty(faults);
    successionsWrong(faults);
    return faults;
  }

  private void areasTwice(List<String> faults) {
    Map<String, String> seen = new HashMap<>();
    for (Placed<Area> row : areas) {
      Area area = row.value();
      String before = seen.putIfAbsent(area.geography() + ' ' + area.code(), row.place());
      if (before != null) {
        faults.add("%s: %s has area %s already in %s.".formatted(row.place(), area.geography(), area.code(), before));
      }
      if (Geography.find(area.geography()).isEmpty()) {
        faults.add("%s: there is no geography \"%s\".".formatted(row.place(), area.geography()));
      }
    }
  }

  private void parentsUnknown(List<String> faults) {
    Set<String> codes = areas.stream().map(row -> row.value().code()).collect(Collectors.toSet());
    for (Placed<Area> row : areas) {
      String parent = row.value().parentCode();
      if (!parent.isEmpty() && !codes.contains(parent)) {
        faults.add("%s: parent_code %s is no area.".formatted(row.place(), parent));
      }
    }
  }

  private void areasUnknown(List<String> faults) {
    Set<String> codes = new HashSet<>();
    areas.forEach(row -> codes.add(row.value().geography() + ' ' + row.value().code()));
    for (Placed<Membership> row : memberships) {
      Membership m = row.value();
      if (!codes.contains(m.geography() + ' ' + m.areaCode())) {
        faults.add("%s: %s has no area %s.".formatted(row.place(), m.geography(), m.areaCode()));
      }
    }
  }

  /** A member's memberships in one geography: no area twice on one day, and weights that add to one on every day. */
  private void weightsWrong(List<String> faults) {
    Map<String, List<Placed<Membership>>> byMember = new HashMap<>();
    for (Placed<Membership> row : memberships) {
      Membership m = row.value();
      byMember
          .computeIfAbsent(m.memberKind() + ' ' + m.memberCode() + ' ' + m.geography(), k -> new ArrayList<>(2))
          .add(row);
    }
    for (Placed<Membership> row : memberships) {
      Membership m = row.value();
      List<Placed<Membership>> rows = byMember.remove(m.memberKind() + ' ' + m.memberCode() + ' ' + m.geography());
      if (rows != null && !overlapping(rows, faults)) {
        notAddingToOne(rows, faults);
      }
    }
  }

  private static boolean overlapping(List<Placed<Membership>> rows, List<String> faults) {
    int before = faults.size();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Membership a = rows.get(i).value();
        Membership b = rows.get(j).value();
        boolean clash = a.areaCode().equals(b.areaCode()) || a.weight() + b.weight() > 1 + ROUNDING;
        if (clash && a.dates().overlaps(b.dates())) {
          faults.add(
              "%s: %s %s is in %s of %s (%s), and %s puts it in %s as well (%s): the memberships overlap."
                  .formatted(
                      rows.get(j).place(),
                      b.memberKind(),
                      b.memberCode(),
                      b.areaCode(),
                      b.geography(),
                      b.dates(),
                      rows.get(i).place(),
                      a.areaCode(),
                      a.dates()));
        }
      }
    }
    return faults.size() > before;
  }

  private static void notAddingToOne(List<Placed<Membership>> rows, List<String> faults) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    for (Placed<Membership> row : rows) {
      starts.add(row.value().dates().from());
      if (row.value().dates().to().isBefore(LocalDate.MAX)) {
        starts.add(row.value().dates().to().plusDays(1));
      }
    }
    for (LocalDate day : starts) {
      List<Placed<Membership>> valid = rows.stream().filter(row -> row.value().dates().contains(day)).toList();
      double sum = valid.stream().mapToDouble(row -> row.value().weight()).sum();
      if (!valid.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
        Membership m = valid.get(0).value();
        faults.add(
            "%s: the weights of %s %s in %s add to %.6f, not to one."
                .formatted(
                    valid.stream().map(Placed::place).collect(Collectors.joining(" and ")),
                    m.memberKind(),
                    m.memberCode(),
                    m.geography(),
                    sum));
        return;
      }
    }
  }

  private void areasEmpty(List<String> faults) {
    Set<String> used = new HashSet<>();
    Set<String> geographies = new HashSet<>();
    for (Placed<Membership> row : memberships) {
      geographies.add(row.value().geography());
      used.add(row.value().geography() + ' ' + row.value().areaCode());
    }
    for (Placed<Area> row : areas) {
      Area area = row.value();
      if (geographies.contains(area.geography()) && !used.contains(area.geography() + ' ' + area.code())) {
        faults.add("%s: area %s of %s has no members.".formatted(row.place(), area.code(), area.geography()));
      }
    }
  }

  private void successionsWrong(List<String> faults) {
    List<String> cycle = new Successions(values(successions)).findCycle();
    if (!cycle.isEmpty()) {
      String places =
          successions.stream()
              .filter(row -> follows(cycle, row.value()))
              .map(Placed::place)
              .collect(Collectors.joining(", "));
      faults.add("%s: the successions go in a circle: %s.".formatted(places, String.join(" became ", cycle)));
    }
    Set<String> placed =
        memberships.stream()
            .map(row -> row.value().memberKind() + ' ' + row.value().memberCode())
            .collect(Collectors.toSet());
    for (Placed<Succession> row : successions) {
      Succession event = row.value();
      if (placed.contains(event.kind() + ' ' + event.oldCode())
          && !placed.contains(event.kind() + ' ' + event.newCode())) {
        faults.add(
            "%s: %s %s is in areas, but its successor %s is in none: an unknown code."
                .formatted(row.place(), event.kind(), event.oldCode(), event.newCode()));
      }
    }
    Map<String, List<Placed<Succession>>> byOld =
        successions.stream().collect(Collectors.groupingBy(row -> row.value().kind() + ' ' + row.value().oldCode()));
    byOld.forEach(
        (old, rows) -> {
          double sum = rows.stream().mapToDouble(row -> row.value().share()).sum();
          if (Math.abs(sum - 1) > ROUNDING) {
            String places = rows.stream().map(Placed::place).collect(Collectors.joining(" and "));
            faults.add("%s: the shares of %s add to %.6f, not to one.".formatted(places, old, sum));
          }
        });
  }

  private static boolean follows(List<String> cycle, Succession event) {
    int at = cycle.indexOf(event.oldCode());
    return at >= 0 && at + 1 < cycle.size() && cycle.get(at + 1).equals(event.newCode());
  }

  private static Area area(ReferenceTable.Row row) {
    return new Area(
        row.required("geography"),
        row.required("area_code"),
        row.text("ods_code"),
        row.required("area_name"),
        row.dates(),
        row.text("parent_code"),
        row.text("source"));
  }

  private static Membership membership(ReferenceTable.Row row) {
    return new Membership(
        row.required("member_kind"),
        Areas.normal(row.required("member_code")),
        row.required("geography"),
        row.required("area_code"),
        row.dates(),
        row.part("weight"),
        row.text("weight_basis"),
        row.text("source"));
  }

  private static Succession succession(ReferenceTable.Row row) {
    String kind = row.required("kind");
    row.required("date");
    return new Succession(
        kind,
        Areas.normal(row.required("old_code")),
        Areas.normal(row.required("new_code")),
        row.date("date").orElseThrow(),
        row.part("share"),
        row.text("source"),
        row.oneOf("change", Succession.CHANGES),
        row.oneOf("confidence", Succession.CONFIDENCES));
  }

  private static <T> List<T> values(List<Placed<T>> rows) {
    return rows.stream().map(Placed::value).toList();
  }
}
