package uk.footprints.records.episode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import uk.footprints.parquet.column.StableHash;
import uk.footprints.records.casemix.ComorbidityList;
import uk.footprints.records.measure.AcsList;
import uk.footprints.records.text.CellParser;
import uk.footprints.records.text.DelimitedHeader;
import uk.footprints.records.text.DelimitedRecordReader;

/** Turns the selected cells of one record into an {@link EpisodeRow}, or gives the reason why it cannot. */
final class EpisodeParser {

  private static final EpisodeField[] FIELDS = EpisodeField.values();
  private static final byte[][] SECONDARIES = bytes(AcsList.secondaries());
  private static final byte[][] OPERATIONS = bytes(AcsList.operations());
  private static final ComorbidityList COMORBIDITIES = ComorbidityList.charlson();
  /** The size of the longest row, in bytes. */
  static final int LONGEST = EpisodeRow.TEXTS_AT + 256 * EpisodeRow.TEXTS.length + 8;

  private final int columns;
  private final int extract;
  private final int[] selected;
  private final int[] slots;
  private final int[] secondary;
  private final int[] operations;
  /** Those of the cells of {@link #secondary} and {@link #operations} that the record fills; most are empty. */
  private final int[] filledSecondary;
  private final int[] filledOperations;
  private final int mainOperation;
  private final byte[] row = new byte[LONGEST];
  private int length;
  private RejectReason reason;
  private EpisodeField fault;

  /**
   * @param heading the separator and columns of the file
   * @param extract the number of the file, stored in each row
   */
  EpisodeParser(DelimitedHeader heading, int extract) {
    this.extract = extract;
    columns = heading.names().size();
    List<int[]> found = new ArrayList<>();
    for (EpisodeField field : FIELDS) {
      if (field.isDerived()) {
        continue;
      }
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
    selected = found.stream().mapToInt(pair -> pair[0]).toArray();
    slots = new int[FIELDS.length];
    Arrays.fill(slots, -1);
    for (int i = 0; i < selected.length; i++) {
      slots[found.get(i)[1]] = i;
    }
    secondary = slotsOf(found, EpisodeField.SECONDARY_DIAGNOSES);
    operations = slotsOf(found, EpisodeField.OPERATIONS);
    filledSecondary = new int[secondary.length];
    filledOperations = new int[operations.length];
    int main = column(heading, EpisodeField.PROCEDURE_CHAPTER);
    mainOperation = Arrays.stream(operations).filter(slot -> selected[slot] == main).findFirst().orElse(-1);
  }

  private static int[] slotsOf(List<int[]> found, EpisodeField field) {
    return java.util.stream.IntStream.range(0, found.size()).filter(i -> found.get(i)[1] == field.ordinal()).toArray();
  }

  /** Returns the position of a field under any of its names; -1 if the file lacks it. */
  static int column(DelimitedHeader heading, EpisodeField field) {
    return field.names().stream().mapToInt(heading::at).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  /** Returns the columns to read, ascending. */
  int[] selected() {
    return selected;
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

  /** Returns the field at fault; null if it is the whole row. */
  EpisodeField fault() {
    return fault;
  }

  /** Returns the text of the cell at fault, but never a key; for a whole row, its number of cells. */
  String value(DelimitedRecordReader record) {
    if (fault == null) {
      return "%d cells, not %d".formatted(record.cells(), columns);
    }
    boolean key = fault == EpisodeField.EPIKEY || fault == EpisodeField.PERSON;
    String text = key || slots[fault.ordinal()] < 0 ? "" : cell(record, fault);
    return text.length() > 40 ? text.substring(0, 40) : text;
  }

  /** Parses a record; returns true if it is an episode, which is then in {@link #row}. */
  boolean parse(DelimitedRecordReader record) {
    reason = null;
    fault = null;
    if (record.cells() != columns) {
      return reject(record.cells() < columns ? RejectReason.SHORT_ROW : RejectReason.LONG_ROW, null);
    }
    byte[] bytes = record.bytes();
    int slot = slots[EpisodeField.EPIKEY.ordinal()];
    if (record.start(slot) == record.end(slot)) {
      return reject(RejectReason.MISSING_EPIKEY, EpisodeField.EPIKEY);
    }
    slot = slots[EpisodeField.PERSON.ordinal()];
    if (record.start(slot) == record.end(slot)) {
      return reject(RejectReason.MISSING_PERSON, EpisodeField.PERSON);
    }
    EpisodeRow.hash(row, 0, StableHash.hash(bytes, record.start(slot), record.end(slot)));
    slot = slots[EpisodeField.EPIKEY.ordinal()];
    long key = CellParser.whole(bytes, record.start(slot), record.end(slot));
    if (key <= 0) {
      return reject(RejectReason.UNREADABLE_NUMBER, EpisodeField.EPIKEY);
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
        boolean date = field.kind() == EpisodeField.Kind.DATE;
        value = date ? CellParser.date(bytes, from, to) : CellParser.number(bytes, from, to);
        if (value == CellParser.WRONG) {
          return reject(date
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
      return reject(RejectReason.REVERSED_DATES, EpisodeField.EPIEND);
    }
    if (discharged != CellParser.NONE && discharged < admitted) {
      return reject(RejectReason.REVERSED_DATES, EpisodeField.DISDATE);
    }
    int year = year(EpisodeRow.number(row, 0, EpisodeField.FYEAR), end != CellParser.NONE ? end : start);
    EpisodeRow.number(row, 0, EpisodeField.FYEAR, year);
    return true;
  }

  private boolean texts(DelimitedRecordReader record, byte[] bytes) {
    int at = EpisodeRow.TEXTS_AT;
    int diagnosed = filled(record, secondary, filledSecondary);
    int operated = filled(record, operations, filledOperations);
    for (EpisodeField field : EpisodeRow.TEXTS) {
      if (field.kind() == EpisodeField.Kind.CODES) {
        at = field == EpisodeField.SECONDARY_DIAGNOSES
            ? listed(record, bytes, filledSecondary, diagnosed, SECONDARIES, at)
            : listed(record, bytes, filledOperations, operated, OPERATIONS, at);
        continue;
      }
      if (field.isDerived()) {
        at = field == EpisodeField.COMORBIDITIES
            ? comorbidities(record, bytes, diagnosed, at) : chapter(record, bytes, at);
        continue;
      }
      int slot = slots[field.ordinal()];
      int from = slot < 0 ? 0 : record.start(slot);
      int size = slot < 0 ? 0 : record.end(slot) - from;
      if (size > 255) {
        return reject(RejectReason.UNREADABLE_TEXT, field);
      }
      row[at++] = (byte) size;
      EpisodeRow.copy(bytes, from, row, at, size);
      at += size;
    }
    length = at;
    EpisodeRow.length(row, 0, at, extract);
    return true;
  }

  /** Writes a letter for each comorbidity that some secondary diagnosis is of; one that is there twice counts once. */
  private int comorbidities(DelimitedRecordReader record, byte[] bytes, int diagnosed, int at) {
    int found = 0;
    for (int i = 0; i < diagnosed; i++) {
      found |= COMORBIDITIES.of(bytes, record.start(filledSecondary[i]), record.end(filledSecondary[i]));
    }
    int to = at + 1;
    for (int rest = found; rest != 0; rest &= rest - 1) {
      row[to++] = (byte) ('a' + Integer.numberOfTrailingZeros(rest));
    }
    row[at] = (byte) (to - at - 1);
    return to;
  }

  /** Writes the first letter of the main operation, where there is one. */
  private int chapter(DelimitedRecordReader record, byte[] bytes, int at) {
    boolean there = mainOperation >= 0 && record.end(mainOperation) > record.start(mainOperation)
        && bytes[record.start(mainOperation)] >= 'A' && bytes[record.start(mainOperation)] <= 'Z';
    row[at] = (byte) (there ? 1 : 0);
    if (there) {
      row[at + 1] = bytes[record.start(mainOperation)];
    }
    return at + (there ? 2 : 1);
  }

  /** Finds the cells that are not empty; returns how many there are. */
  private static int filled(DelimitedRecordReader record, int[] cells, int[] into) {
    int n = 0;
    for (int slot : cells) {
      if (record.end(slot) > record.start(slot)) {
        into[n++] = slot;
      }
    }
    return n;
  }

  /** Writes those starts of codes that some cell begins with, in the order of the list. */
  private int listed(DelimitedRecordReader record, byte[] bytes, int[] cells, int n, byte[][] starts, int at) {
    int to = at + 1;
    for (int s = 0; n > 0 && s < starts.length; s++) {
      byte[] start = starts[s];
      for (int i = 0; i < n; i++) {
        int from = record.start(cells[i]);
        if (bytes[from] == start[0] && record.end(cells[i]) - from >= start.length
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
   * Returns the first calendar year of a financial year: {@code 1314} is 2013-14, {@code 2021} is 2020-21, and another
   * year from 1990 on is the one in which the financial year ends. For any other value the year comes from a day.
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

  private boolean reject(RejectReason why, EpisodeField where) {
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
