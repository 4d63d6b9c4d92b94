package uk.footprints.records.episode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import uk.footprints.parquet.column.StableHash;
import uk.footprints.records.measure.AcsList;
import uk.footprints.records.text.CellParser;
import uk.footprints.records.text.DelimitedHeader;
import uk.footprints.records.text.DelimitedRecordReader;

/** Turns the wanted cells of one record into an {@link EpisodeRow}, or says why not. */
final class EpisodeParser {

  private static final EpisodeField[] FIELDS = EpisodeField.values();
  private static final byte[][] SECONDARIES = bytes(AcsList.secondaries());
  private static final byte[][] OPERATIONS = bytes(AcsList.operations());
  /** Bytes of the longest row. */
  static final int LONGEST = EpisodeRow.TEXTS_AT + 256 * EpisodeRow.TEXTS.length + 8;

  private final int columns;
  private final int extract;
  private final int[] wanted;
  private final int[] slots;
  private final int[] secondary;
  private final int[] operations;
  private final byte[] row = new byte[LONGEST];
  private int length;
  private RejectReason reason;
  private EpisodeField fault;

  /**
   * @param heading what columns there are
   * @param extract the file's number, kept with each row
   */
  EpisodeParser(DelimitedHeader heading, int extract) {
    this.extract = extract;
    columns = heading.names().size();
    List<int[]> found = new ArrayList<>();
    for (EpisodeField field : FIELDS) {
      if (field.kind() == EpisodeField.Kind.CODES) {
        field.names().stream().mapToInt(heading::at).filter(at -> at >= 0)
            .forEach(at -> found.add(new int[] {at, field.ordinal()}));
        continue;
      }
      int at = column(heading, field);
      if (at >= 0) {
        found.add(new int[] {at, field.ordinal()});
      }
    }
    found.sort(Comparator.comparingInt(pair -> pair[0]));
    wanted = found.stream().mapToInt(pair -> pair[0]).toArray();
    slots = new int[FIELDS.length];
    Arrays.fill(slots, -1);
    for (int i = 0; i < wanted.length; i++) {
      slots[found.get(i)[1]] = i;
    }
    secondary = slotsOf(found, EpisodeField.SECONDARY_DIAGNOSES);
    operations = slotsOf(found, EpisodeField.OPERATIONS);
  }

  private static int[] slotsOf(List<int[]> found, EpisodeField field) {
    return java.util.stream.IntStream.range(0, found.size()).filter(i -> found.get(i)[1] == field.ordinal()).toArray();
  }

  /** Where a field stands under any of its names; -1 when it does not. */
  static int column(DelimitedHeader heading, EpisodeField field) {
    return field.names().stream().mapToInt(heading::at).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  /** The columns to read, rising. */
  int[] wanted() {
    return wanted;
  }

  byte[] row() {
    return row;
  }

  int length() {
    return length;
  }

  RejectReason reason() {
    return reason;
  }

  /** The field at fault; null when it is the whole row. */
  EpisodeField fault() {
    return fault;
  }

  /** What is wrong there: the cell at fault, but never a key; of a row as a whole, how many cells it has. */
  String value(DelimitedRecordReader record) {
    if (fault == null) {
      return "%d cells, not %d".formatted(record.cells(), columns);
    }
    boolean key = fault == EpisodeField.EPIKEY || fault == EpisodeField.PERSON;
    String text = key || slots[fault.ordinal()] < 0 ? "" : cell(record, fault);
    return text.length() > 40 ? text.substring(0, 40) : text;
  }

  /** True when the record is an episode, which is then in {@link #row}. */
  boolean parse(DelimitedRecordReader record) {
    reason = null;
    fault = null;
    if (record.cells() != columns) {
      return no(record.cells() < columns ? RejectReason.SHORT_ROW : RejectReason.LONG_ROW, null);
    }
    byte[] bytes = record.bytes();
    int slot = slots[EpisodeField.EPIKEY.ordinal()];
    if (record.start(slot) == record.end(slot)) {
      return no(RejectReason.MISSING_EPIKEY, EpisodeField.EPIKEY);
    }
    slot = slots[EpisodeField.PERSON.ordinal()];
    if (record.start(slot) == record.end(slot)) {
      return no(RejectReason.MISSING_PERSON, EpisodeField.PERSON);
    }
    EpisodeRow.hash(row, 0, StableHash.hash(bytes, record.start(slot), record.end(slot)));
    slot = slots[EpisodeField.EPIKEY.ordinal()];
    long key = CellParser.whole(bytes, record.start(slot), record.end(slot));
    if (key <= 0) {
      return no(RejectReason.UNREADABLE_NUMBER, EpisodeField.EPIKEY);
    }
    EpisodeRow.key(row, 0, key);
    return numbers(record, bytes) && ordered() && texts(record, bytes);
  }

  private boolean numbers(DelimitedRecordReader record, byte[] bytes) {
    for (EpisodeField field : EpisodeRow.NUMBERS) {
      int slot = slots[field.ordinal()];
      int value = CellParser.NONE;
      if (slot >= 0) {
        int from = record.start(slot);
        int to = record.end(slot);
        value = field.kind() == EpisodeField.Kind.DATE ? CellParser.date(bytes, from, to) : CellParser.number(bytes, from, to);
        if (value == CellParser.WRONG) {
          return no(field.kind() == EpisodeField.Kind.DATE
              ? RejectReason.IMPOSSIBLE_DATE : RejectReason.UNREADABLE_NUMBER, field);
        }
      }
      EpisodeRow.number(row, 0, field, value);
    }
    return true;
  }

  private boolean ordered() {
    int admitted = EpisodeRow.number(row, 0, EpisodeField.ADMIDATE);
    int discharged = EpisodeRow.number(row, 0, EpisodeField.DISDATE);
    int start = EpisodeRow.number(row, 0, EpisodeField.EPISTART);
    int end = EpisodeRow.number(row, 0, EpisodeField.EPIEND);
    if (end != CellParser.NONE && (end < start || end < admitted)) {
      return no(RejectReason.REVERSED_DATES, EpisodeField.EPIEND);
    }
    if (discharged != CellParser.NONE && discharged < admitted) {
      return no(RejectReason.REVERSED_DATES, EpisodeField.DISDATE);
    }
    int year = year(EpisodeRow.number(row, 0, EpisodeField.FYEAR), end != CellParser.NONE ? end : start);
    EpisodeRow.number(row, 0, EpisodeField.FYEAR, year);
    return true;
  }

  private boolean texts(DelimitedRecordReader record, byte[] bytes) {
    int at = EpisodeRow.TEXTS_AT;
    for (EpisodeField field : EpisodeRow.TEXTS) {
      if (field.kind() == EpisodeField.Kind.CODES) {
        boolean diagnoses = field == EpisodeField.SECONDARY_DIAGNOSES;
        at = listed(record, bytes, diagnoses ? secondary : operations, diagnoses ? SECONDARIES : OPERATIONS, at);
        continue;
      }
      int slot = slots[field.ordinal()];
      int from = slot < 0 ? 0 : record.start(slot);
      int size = slot < 0 ? 0 : record.end(slot) - from;
      if (size > 255) {
        return no(RejectReason.UNREADABLE_TEXT, field);
      }
      row[at++] = (byte) size;
      EpisodeRow.copy(bytes, from, row, at, size);
      at += size;
    }
    length = at;
    EpisodeRow.length(row, 0, at, extract);
    return true;
  }

  /** Writes those starts of codes that some cell begins with, in the order of the list. */
  private int listed(DelimitedRecordReader record, byte[] bytes, int[] cells, byte[][] starts, int at) {
    int to = at + 1;
    for (byte[] start : starts) {
      for (int slot : cells) {
        int from = record.start(slot);
        if (record.end(slot) - from >= start.length
            && Arrays.equals(bytes, from, from + start.length, start, 0, start.length)) {
          if (to > at + 1) {
            row[to++] = ' ';
          }
          System.arraycopy(start, 0, row, to, start.length);
          to += start.length;
          break;
        }
      }
    }
    row[at] = (byte) (to - at - 1);
    return to;
  }

  private static byte[][] bytes(List<String> starts) {
    return starts.stream().map(start -> start.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
  }

  /**
   * The first year of a financial year: {@code 1314} is 2013-14, {@code 2021} is 2020-21, another year from 1990 on is
   * the one that the financial year ends in; without any of these, the year of a day.
   */
  static int year(int published, int day) {
    int first = published / 100;
    int second = published % 100;
    if (published >= 0 && published <= 9999 && second == (first + 1) % 100) {
      return first >= 70 ? 1900 + first : 2000 + first;
    }
    if (published >= 1990 && published <= 2100) {
      return published - 1;
    }
    if (day == CellParser.NONE) {
      return CellParser.NONE;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1;
  }

  private boolean no(RejectReason why, EpisodeField where) {
    reason = why;
    fault = where;
    return false;
  }

  private String cell(DelimitedRecordReader record, EpisodeField field) {
    int slot = slots[field.ordinal()];
    int from = record.start(slot);
    return new String(record.bytes(), from, record.end(slot) - from, StandardCharsets.UTF_8);
  }
}
