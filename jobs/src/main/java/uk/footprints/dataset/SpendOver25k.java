package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.dateField;
import static uk.footprints.layout.LayoutColumn.field;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableColumn;
import uk.footprints.table.TableRows;
import uk.footprints.transform.Measure;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/** Payments over £25,000, which each organisation publishes monthly in its own layout. */
public final class SpendOver25k implements SheetReader {

  /** A line of spending. */
  record SpendingLine(
      @Column("ODS code of who paid; absent when neither the file nor its folder gives it.") String orgCode,
      @Column("Who paid, as published.") String entity,
      @Column("Its department or family, as published.") String department,
      @Column("Day of payment; absent where the line has none.") LocalDate paidOn,
      @Column("What was bought, as published.") String expenseType,
      @Column("For which part of the organisation, as published.") String expenseArea,
      @Column("Further words, as published.") String description,
      @Column(
          value = "Kind of spending, derived from the published words; other where none fits.", required = true)
      String category,
      @Column("Who was paid, as published.") String supplier,
      @Column(
          "Supplier in capitals without marks, with one spelling of Ltd, plc and the like.")
      String supplierNormalised,
      @Column("The publisher's number of the payment or invoice.") String transactionNumber,
      @Column(value = "Paid; below zero for money back.", unit = "GBP") Double amount,
      @Column("1, or more where the file has identical lines.") Long occurrence) {}

  static final RecordTable<SpendingLine> LINE_ROWS =
      RecordTable.published(
          "transactions",
          "a line of an organisation's spending over £25,000",
          SpendingLine.class,
          "org_code", "entity", "paid_on", "transaction_number", "supplier", "expense_type", "expense_area",
          "amount", "occurrence");

  /** The table of lines of spending. */
  public static final Table TRANSACTIONS = LINE_ROWS.table();

  private static final Layout LINES =
      Layout.of(
              "lines of spending, headed by each publisher in its way",
              dateField(
                  "paid_on", "Date", "Payment Date", "Date Paid", "Paid Date", "Date of Payment", "Transaction Date",
                  "Invoice Date", "Posting Date", "GL Date", "Effective Date", "Clearing Date", "Cleared Date",
                  "Invoice Payment Date", "Date of Transaction", "Payment Run Date"),
              field(
                  "supplier", "Supplier", "Supplier Name", "Name of Supplier", "Vendor", "Vendor Name", "Payee",
                  "Payee Name", "Merchant", "Merchant Name", "Beneficiary", "Beneficiary Name", "Creditor",
                  "Creditor Name", "Supplier (T)"),
              field(
                  "amount", "Amount", "Amount in Sterling £", "Amount in Sterling", "Amount (£)", "Amount £", "£",
                  "AP Amount", "AP Amount (£)", "Total Amount", "Net Amount", "Gross Amount", "Line Amount",
                  "Invoice Amount", "Payment Amount", "Transaction Amount", "Transaction Value", "Invoice Value",
                  "Value", "Value (£)", "Value £", "Total", "Total (£)", "Sum of Amount", "Amount Paid", "Spend",
                  "Paid Amount", "Amount GBP", "Amount (GBP)", "GBP", "Payment Value"),
              field(
                      "entity", "Entity", "ICB", "ICB Name", "Integrated Care Board", "NHS Organisation", "CCG",
                      "CCG Name", "Organisation", "Organisation Name", "Trust", "Trust Name", "Body", "Body Name",
                      "NHS Body", "Business Entity", "Publishing Body", "Entity Name")
                  .optional(),
              field(
                      "department", "Department", "Department Family", "Dept Family", "Department of Health", "Family",
                      "Government Department")
                  .optional(),
              field(
                      "expense_type", "Expense Type", "Expenses Type", "Expense", "Expenditure Type",
                      "Type of Expense", "Type of Expenditure", "Subjective", "Subjective Description",
                      "Account Description", "Nominal Description", "Account Name", "Expense Category", "Category")
                  .optional(),
              field(
                      "expense_area", "Expense Area", "Expenses Area", "Expenditure Area", "Cost Centre",
                      "Cost Centre Description", "Cost Centre Name", "Service Area", "Directorate", "Division",
                      "Area of Expense")
                  .optional(),
              field("description", "Description", "Narrative", "Invoice Description", "Line Description", "Purpose")
                  .optional(),
              field(
                      "transaction_number", "Transaction Number", "Transaction Reference", "Transaction No",
                      "Transaction No.", "Transaction", "Transaction Type", "Transaction ID", "Trans Ref",
                      "Payment Number", "Payment Reference", "Payment Ref", "Document Number", "Voucher Number",
                      "Reference", "Reference Number", "Invoice Number")
                  .optional())
          .loosely();

  private static final List<Category> CATEGORIES =
      OrganisationCodes.reference("spending_categories.csv").stream().map(Category::of).toList();

  private record Category(String words, String category) {

    /** Reads whole words; a star matches the rest of a word. */
    static Category of(NamedCsvRecord row) {
      String words = " " + row.getField("words");
      String whole = words.endsWith("*") ? words.substring(0, words.length() - 1) : words + " ";
      return new Category(whole, row.getField("category"));
    }
  }

  /** Returns the category of the plain words of a type or an area: the first that fits; empty for none. */
  static String category(String plain) {
    String words = " " + plain + " ";
    return CATEGORIES.stream().filter(c -> words.contains(c.words())).map(Category::category).findFirst().orElse("");
  }

  @Override
  public List<Layout> layouts() {
    return List.of(LINES);
  }

  @Override
  public List<Table> tables() {
    return List.of(TRANSACTIONS);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    return new SpendSheetReader(match, place).read();
  }

  /** Numbers identical lines through the whole file: identical lines in two sheets are two lines. */
  @Override
  public TransformResult wholeFile(TransformResult file) {
    TableColumn<Long> occurrence = TRANSACTIONS.column("occurrence", Long.class);
    List<TableColumn<?>> identical =
        TRANSACTIONS.keyColumns().stream().filter(column -> !column.equals(occurrence)).toList();
    Map<List<Object>, Long> seen = new HashMap<>();
    List<TableRows> tables =
        file.tables().stream()
            .map(table -> table.table().equals(TRANSACTIONS.name()) ? counted(table, identical, occurrence, seen)
                : table)
            .toList();
    return new TransformResult(file.batches(), tables, file.findings(), file.accounting(), file.periods());
  }

  private static TableRows counted(TableRows table, List<TableColumn<?>> identical,
      TableColumn<Long> occurrence, Map<List<Object>, Long> seen) {
    List<RowCells> rows = new ArrayList<>(table.rows().size());
    for (RowCells row : table.rows()) {
      long number = seen.merge(row.values(identical), 1L, Long::sum);
      rows.add(row.toBuilder().set(occurrence, number).build());
    }
    return new TableRows(table.table(), rows);
  }
}
