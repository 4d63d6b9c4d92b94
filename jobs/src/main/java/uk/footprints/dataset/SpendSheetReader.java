package uk.footprints.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.period.DateColumn;
import uk.footprints.period.Period;
import uk.footprints.transform.CellValue;
import uk.footprints.transform.NameNormaliser;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Reads one sheet of spending: lines, totals at the foot, and other rows. */
final class SpendSheetReader {

  /** Pennies are summed as decimals. */
  private static final double TOLERANCE = 0.05;
  private static final int MOST_NAMED = 10;
  private static final List<String> WHO_AND_WHAT = List.of("entity", "expense_type", "expense_area", "description");

  private final HeaderMatch match;
  private final TableTransformer<SpendOver25k.SpendingLine> out;
  private final DateColumn dates;
  private final String path;
  private final String folderCode;
  private final Map<String, Boolean> payers = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> suppliers = new HashMap<>();
  private final Map<String, String> categories = new HashMap<>();
  private final Map<List<Object>, Long> identicalLines = new HashMap<>();
  private final Set<Period> months = new TreeSet<>();
  private double sum;
  private final List<Integer> undatedRows = new ArrayList<>();
  private long undated;
  private long accepted;
  private boolean ofNhs;
  private String otherPayer = "";
  private long rejectedPayers;

  SpendSheetReader(HeaderMatch match, Location place) {
    this.match = match;
    this.out = new TableTransformer<>(match, "spend_over_25k", SpendOver25k.LINE_ROWS, place);
    this.dates = DateColumn.in(match.dateOrder());
    this.path = place.file();
    this.folderCode = OrganisationCodes.findCodeInPath(place.file()).orElse(null);
  }

  SheetContent read() {
    ofNhs = isPlaced("") || match.rows().stream().anyMatch(this::hasNhsPayer);
    match.rows().forEach(this::read);
    if (undated > 0) {
      String rows = undatedRows.stream().map(String::valueOf).collect(Collectors.joining(", "));
      out.find(Kind.DATE_MISSING, "%d lines have no date that can be read, in rows %s%s", undated, rows,
          undated > MOST_NAMED ? " and others" : "");
    }
    if (accepted == 0 && rejectedPayers > 0) {
      out.find(
          Kind.NOT_NHS, "expected payments of an NHS organisation in England, found %s",
          otherPayer.isEmpty() ? "no payer in the file, its name or its folder" : "those of '" + otherPayer + "'");
    }
    return out.close(List.copyOf(months));
  }

  private void read(Sheet.Row row) {
    String supplier = out.text(row, "supplier");
    String amountCell = out.text(row, "amount");
    boolean unattributed = supplier.isEmpty() && WHO_AND_WHAT.stream().allMatch(c -> out.text(row, c).isEmpty());
    if (amountCell.isEmpty()) {
      if (unattributed && out.text(row, "paid_on").isEmpty()) {
        out.note(row);
      } else {
        out.reject(row, "amount", Kind.NOT_A_NUMBER, "expected an amount, found none");
      }
      return;
    }
    double amount = out.value(row, "amount").map(CellValue::number).orElse(Double.NaN);
    if (Double.isNaN(amount)) {
      out.reject(row, "amount", Kind.NOT_A_NUMBER, "expected an amount, found '%s'", amountCell);
      if (saysTotal(row)) {
        out.find(row, Kind.TOTAL_REJECTED, "the file's own total could not be read, so that nothing was compared with it");
      }
    } else if (unattributed || saysTotal(row)) {
      total(row, amount);
    } else {
      line(row, supplier, amount);
    }
  }

  /** Counts a labelled total or the sum of the lines; rejects any other amount without a supplier. */
  private void total(Sheet.Row row, double amount) {
    boolean agrees = Math.abs(amount - sum) <= TOLERANCE;
    if (!agrees && !saysTotal(row)) {
      out.reject(row, "amount", Kind.NO_ORGANISATION, "expected a supplier for the amount '%s', found none",
          out.text(row, "amount"));
      return;
    }
    out.total(row);
    if (!agrees) {
      out.find(row, Kind.TOTAL_DISAGREES, "the lines add to %,.2f but the file's own total says %,.2f", sum, amount);
    }
  }

  private static boolean saysTotal(Sheet.Row row) {
    return Arrays.stream(row.cells()).map(c -> c.strip().toLowerCase(Locale.ROOT))
        .anyMatch(SpendSheetReader::isTotalWord);
  }

  private static boolean isTotalWord(String cell) {
    return cell.length() < 14 && Set.of("total", "total:", "grand total", "sum", "sum:", "totals").contains(cell);
  }

  private void line(Sheet.Row row, String supplier, double amount) {
    String payer = out.text(row, "entity");
    boolean taken = payer.isEmpty() ? ofNhs || isPlaced(out.text(row, "department")) : isNhs(row, payer);
    if (!taken) {
      otherPayer = payer.isEmpty() ? otherPayer : payer;
      rejectedPayers++;
      out.reject(
          row, "entity", Kind.NO_ORGANISATION, "expected an NHS organisation in England as the payer, found '%s'",
          payer);
      return;
    }
    accepted++;
    sum += amount;
    String date = out.text(row, "paid_on");
    LocalDate paid = dates.find(date).orElse(null);
    if (paid == null) {
      undated++;
      if (undated <= MOST_NAMED) {
        undatedRows.add(row.number());
      }
    } else {
      months.add(Period.month(paid.getYear(), paid.getMonthValue()));
    }
    String entity = out.known(row, "entity");
    String type = out.known(row, "expense_type");
    String area = out.known(row, "expense_area");
    String number = out.known(row, "transaction_number");
    String code = entity == null ? folderCode : codes.computeIfAbsent(entity, this::code);
    long occurrence =
        identicalLines.merge(Arrays.asList(code, entity, paid, number, supplier, type, area, amount), 1L, Long::sum);
    String description = out.known(row, "description");
    out.add(
        row,
        new SpendOver25k.SpendingLine(
            code, entity, out.known(row, "department"), paid, type, area, description,
            category(type, area, description), supplier,
            suppliers.computeIfAbsent(supplier, NameNormaliser::supplier), number, amount, occurrence));
  }

  /** Accepts a payer by its name, its department, its folder or its file; a council in an NHS folder is a council. */
  private boolean isAccepted(Sheet.Row row, String payer) {
    boolean own = OrganisationCodes.findCode(payer).isPresent() || Payer.isNhs(payer);
    return !Payer.isOther(payer) && (own || isPlaced(out.text(row, "department")));
  }

  /** Returns whether the folder, the file's name or the department belongs to the NHS. */
  private boolean isPlaced(String department) {
    return folderCode != null || Payer.isNhs(path) && !Payer.isOther(path)
        || Payer.isNhs(department) && !Payer.isOther(department);
  }

  private boolean isNhs(Sheet.Row row, String payer) {
    return payers.computeIfAbsent(payer, p -> isAccepted(row, p));
  }

  private boolean hasNhsPayer(Sheet.Row row) {
    String payer = out.text(row, "entity");
    return !payer.isEmpty() && isNhs(row, payer);
  }

  private String code(String entity) {
    return OrganisationCodes.findCode(entity).orElse(folderCode);
  }

  private String category(String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .map(text -> categories.computeIfAbsent(text, t -> SpendOver25k.category(NameNormaliser.plain(t))))
        .filter(category -> !category.isEmpty())
        .findFirst()
        .orElse("other");
  }
}
