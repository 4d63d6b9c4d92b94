package uk.footprints.sample.hes;

import uk.footprints.records.HesApcLayout;
import uk.footprints.sample.hes.PlannedEpisode.Fault;

/**
 * Writes planned rows in the layout of {@link HesApcLayout}, with {@link HesApcLayout#ARTIFICIAL_MARKER} after it; most
 * of the 193 cells are empty, as they mostly are.
 */
final class HesRowWriter {

  private static final int ADMIDATE = column("ADMIDATE");
  private static final int CCG_GP_PRACTICE = column("CCG_GP_PRACTICE");
  private static final int DIAG_3_01 = column("DIAG_3_01");
  private static final int DIAG_3_CONCAT = column("DIAG_3_CONCAT");
  private static final int DIAG_4_01 = column("DIAG_4_01");
  private static final int DIAG_4_CONCAT = column("DIAG_4_CONCAT");
  private static final int EPIDUR = column("EPIDUR");
  private static final int GORTREAT = column("GORTREAT");
  private static final int OPERTN_3_01 = column("OPERTN_3_01");
  private static final int OPERTN_4_01 = column("OPERTN_4_01");
  private static final int OPERTN_COUNT = column("OPERTN_COUNT");
  private static final int PROCODE3 = column("PROCODE3");
  private static final int RESCTY = column("RESCTY");
  private static final int SEX = column("SEX");
  private static final int SPELBGIN = column("SPELBGIN");
  private static final int SUSRECID = column("SUSRECID");
  private static final int NER_GP_PRACTICE = column("NER_GP_PRACTICE");

  private static final String[] SECONDARY = {"I10X", "E119", "Z867", "J449", "N183", "I48X", "F329", "I509"};
  private static final String[] OPERATIONS = {"C712", "H221", "W371", "X292", "U051", "M459", "K634", "T202"};
  private static final String[] ETHNICITIES = {"A", "A", "A", "B", "C", "H", "N", "Z"};

  private final DelimitedLine line;
  private final String[] labels;

  /**
   * @param line the line that is written to
   * @param years first years of the financial years, for FYEAR
   */
  HesRowWriter(DelimitedLine line, int[] years) {
    this.line = line;
    this.labels = new String[years.length];
    for (int i = 0; i < years.length; i++) {
      labels[i] = "%02d%02d".formatted(years[i] % 100, (years[i] + 1) % 100);
    }
  }

  /** The operation of an episode; empty where there is none. */
  static String operation(long key) {
    int some = some(key);
    return (some >>> 8) % 3 == 0 ? OPERATIONS[some >>> 5 & 7] : "";
  }

  /** Whether heart failure is among the secondary diagnoses of an episode. */
  static boolean heartFailure(long key) {
    int some = some(key);
    for (int i = 1; i < 1 + some % 6; i++) {
      if (SECONDARY[some + i & 7].startsWith("I50")) {
        return true;
      }
    }
    return false;
  }

  private static int some(long key) {
    return (int) (SeededRandom.mix(key) & 0x7fffffff);
  }

  void write(PlannedEpisode row) {
    int some = some(row.key);
    keys(row);
    admission(row, some);
    if (row.fault == Fault.SHORT_ROW) {
      line.end();
      return;
    }
    diagnoses(row, some);
    episode(row, some);
    operations(operation(row.key));
    places(row, some);
    line.end();
  }

  private void keys(PlannedEpisode row) {
    line.text(labels[row.year]).text("1");
    if (row.fault == Fault.MISSING_EPIKEY) {
      line.text("");
    } else {
      line.number(row.key);
    }
    line.text("");
    if (row.fault == Fault.MISSING_PERSON) {
      line.text("");
    } else {
      line.hex(row.person.high(), row.person.low());
    }
  }

  private void admission(PlannedEpisode row, int some) {
    String ccg = row.person.place().ccg();
    line.to(ADMIDATE);
    if (!row.admissionUnknown) {
      line.date(row.admitted);
    } else {
      line.text((some & 1) == 0 ? "" : "1801-01-01");
    }
    line.text(row.method).text("01").text("01").text(row.source);
    line.to(CCG_GP_PRACTICE).text(ccg).text(ccg).text(ccg).text("R").text(ccg).text("P")
        .text(row.start == row.end && !row.urgent() ? "2" : "1");
  }

  private void diagnoses(PlannedEpisode row, int some) {
    int number = 1 + some % 6;
    list(line.to(DIAG_3_01), row.illness.code(), number, some, 3, false);
    list(line.to(DIAG_3_CONCAT), row.illness.code(), number, some, 3, true);
    list(line.to(DIAG_4_01), row.illness.code(), number, some, 4, false);
    list(line.to(DIAG_4_CONCAT), row.illness.code(), number, some, 4, true);
    line.number(number);
  }

  private void list(DelimitedLine to, String first, int number, int some, int length, boolean joined) {
    to.start(first, length);
    for (int i = 1; i < number; i++) {
      (joined ? to.join() : to).start(SECONDARY[some + i & 7], length);
    }
  }

  private void episode(PlannedEpisode row, int some) {
    boolean finished = row.fault != Fault.UNFINISHED;
    if (row.last && finished) {
      line.date(row.discharged);
    } else {
      line.text((some & 7) == 0 ? "1801-01-01" : "");
    }
    line.text(finished ? row.destination : "").text(finished ? row.discharge : "");
    line.to(EPIDUR).number(row.end - row.start);
    if (finished) {
      line.date(row.fault == Fault.REVERSED_DATES ? row.start - 3 : row.end);
    } else {
      line.text("");
    }
    if (row.fault == Fault.UNREADABLE_NUMBER) {
      line.text("O1");
    } else {
      line.number(row.order);
    }
    if (row.fault == Fault.IMPOSSIBLE_DATE) {
      line.text("2013-02-31");
    } else {
      line.date(row.start);
    }
    boolean first = row.order == 1;
    line.text(finished ? "3" : "1").text("1").text(ETHNICITIES[some >>> 3 & 7]).text(first ? "1" : "0")
        .text(first && row.urgent() ? "1" : "0").text("1").text(row.last ? "1" : "0");
    line.to(GORTREAT).text("H").text("A81001").text(row.illness.specialty()).text("071965");
  }

  private void operations(String operation) {
    boolean operated = !operation.isEmpty();
    if (operated) {
      line.to(OPERTN_3_01).start(operation, 3);
      line.to(OPERTN_4_01).text(operation);
    }
    line.to(OPERTN_COUNT).text(operated ? "1" : "0");
  }

  private void places(PlannedEpisode row, int some) {
    int days = row.start - row.person.born();
    int nights = row.discharged - row.admitted;
    line.to(PROCODE3).text(row.provider).text(row.provider).text("NHS").text("P").number(some % 100_000);
    line.to(RESCTY).text("11").text("E10000000").text("H").text("E12000000").text("00AA").text("E07000000");
    line.to(SEX).number(row.person.sex()).text(row.provider).text("E01000000").text("E02000000");
    line.to(SPELBGIN).text(row.order == 1 ? "2" : "0").number(nights).number(nights).text(row.last ? "Y" : "N")
        .number(age(days)).number(days / 365).text("Q30").text("ZZ01Z");
    line.to(SUSRECID).number(row.fault == Fault.AGAIN ? some + 1L : some).text(row.illness.specialty())
        .text((some >>> 4) % 200 == 0 ? "" : row.person.area()).text("E02000000").text("N");
    line.to(NER_GP_PRACTICE).text("Y60").text("Y60").text("Y60").text("1");
  }

  /** Returns the age as the field codes it: years, or 7001 to 7007 for the parts of the first year. */
  private static int age(int days) {
    if (days >= 365) {
      return Math.min(120, (int) (days / 365.25));
    }
    return days < 1 ? 7001 : days < 7 ? 7002 : days < 28 ? 7003 : days < 90 ? 7004 : days < 180 ? 7005
        : days < 270 ? 7006 : 7007;
  }

  private static int column(String name) {
    return HesApcLayout.COLUMNS.indexOf(name);
  }
}
