package uk.footprints.records.casemix;

import java.io.Serializable;
import java.util.List;

/**
 * Groups of main diagnoses: runs of categories of ICD-10. Table: {@code data/reference/diagnosis_groups.csv}.
 *
 * @param groups in the order of their categories
 */
public record DiagnosisGroups(List<DiagnosisGroup> groups) implements Serializable {

  /** The most groups that a pattern of covariates holds; 0 is a diagnosis that is not known. */
  static final int MOST = 127;

  /**
   * A group.
   *
   * @param id first and last category
   * @param first its first category, such as I21
   * @param last its last category
   * @param name what its diagnoses have in common
   */
  public record DiagnosisGroup(String id, String first, String last, String name) implements Serializable {}

  /** Checks that groups do not overlap; throws IllegalArgumentException where they do. */
  public DiagnosisGroups {
    String before = "";
    for (DiagnosisGroup group : groups) {
      if (group.first.compareTo(before) <= 0 || group.last.compareTo(group.first) < 0) {
        throw new IllegalArgumentException("group " + group.id + " overlaps the one before it");
      }
      before = group.last;
    }
    if (groups.size() > MOST) {
      throw new IllegalArgumentException(groups.size() + " groups are more than " + MOST);
    }
    groups = List.copyOf(groups);
  }

  /** Returns the groups of the reference table. */
  public static DiagnosisGroups ofReference() {
    return new DiagnosisGroups(ReferenceRows.of(ReferenceRows.text("diagnosis_groups.csv")).stream()
        .map(ReferenceRows.Line::cells)
        .map(cells -> new DiagnosisGroup(cells.get(0), cells.get(1), cells.get(2), cells.get(3))).toList());
  }

  /** Returns the number of a diagnosis's group, from 1; 0 where the code is empty or in no group. */
  public int of(String diagnosis) {
    if (diagnosis.length() < 3) {
      return 0;
    }
    String category = diagnosis.substring(0, 3);
    int low = 0;
    int high = groups.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      DiagnosisGroup group = groups.get(middle);
      if (category.compareTo(group.first) < 0) {
        high = middle - 1;
      } else if (category.compareTo(group.last) > 0) {
        low = middle + 1;
      } else {
        return middle + 1;
      }
    }
    return 0;
  }

  /** Returns the name of a group by its number. */
  String name(int number) {
    if (number == 0 || number > groups.size()) {
      return "not known";
    }
    DiagnosisGroup group = groups.get(number - 1);
    return group.id + " " + group.name;
  }
}
