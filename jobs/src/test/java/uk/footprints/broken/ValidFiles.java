package uk.footprints.broken;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.Dataset;
import uk.footprints.declaration.DeclaredRules;
import uk.footprints.format.ArtificialMarker;
import uk.footprints.format.SourceWorkbook;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutMatches;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.sample.PublishedSampleWriter.Placed;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;

/**
 * A good file of the sample's generator, with what its first sheet of figures looks like, so that a fault can be put
 * where it hurts.
 *
 * @param placed the file
 * @param dataset what reads it
 * @param grid its cells
 * @param proof the layout of its first sheet of figures
 * @param page which sheet that is
 * @param header the place of the header among the sheet's rows; -1 for none
 * @param read the numbers of its rows from which observations and rows of tables are made; none where nothing is
 */
record ValidFiles(
    Placed placed, Dataset dataset, CellGrid grid, HeaderMatch proof, int page, int header, Optional<Set<Integer>> read) {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  static ValidFiles of(Placed placed) {
    try {
      SourceWorkbook book = WorkbookReader.read(placed.file().bytes());
      Dataset dataset = Datasets.find(placed.folder()).orElseThrow();
      SourceWorkbook published = ArtificialMarker.without(book);
      List<HeaderRows> sheets = published.sheets().stream().map(HeaderRows::of).toList();
      HeaderMatch proof = LayoutMatches.of(sheets, dataset.layouts()).matches().get(0);
      int page = 0;
      while (!book.sheets().get(page).name().equals(proof.sheet().name())) {
        page++;
      }
      return new ValidFiles(
          placed, dataset, CellGrid.of(book), proof, page, proof.headerRow() - 1, read(placed, dataset, proof.sheet().name()));
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the numbers of the rows of a sheet from which observations and rows of tables are made. */
  private static Optional<Set<Integer>> read(Placed placed, Dataset dataset, String sheet) {
    Store nowhere = new Store("target/nowhere");
    FileReader reader = new FileReader(nowhere, new Archive(nowhere), new RefreshOptions(List.of(), null, TODAY));
    byte[] bytes = placed.file().bytes();
    var transformed = reader.read(new InputFile(placed.file().name(), "", bytes.length), "0", bytes).transformed();
    Set<Integer> rows = new TreeSet<>();
    for (ObservationBatch batch : transformed.batches()) {
      if (batch.sheet().equals(sheet)) {
        IntStream.range(0, batch.orgCodes().size()).forEach(i -> rows.add(batch.row(i)));
      }
    }
    boolean traced = true;
    for (TableRows filled : transformed.tables()) {
      Table table = dataset.tables().stream().filter(t -> t.name().equals(filled.table())).findFirst().orElseThrow();
      if (table.fields().stream().anyMatch(field -> field.name().equals("source_sheet"))) {
        SourceColumns source = SourceColumns.of(table);
        filled.rows().stream().filter(row -> sheet.equals(row.get(source.sheet())))
            .forEach(row -> rows.add(row.get(source.row()).intValue()));
      } else {
        traced = false;
      }
    }
    boolean nothing = rows.isEmpty() && transformed.batches().isEmpty();
    return nothing || !traced ? Optional.empty() : Optional.of(rows);
  }

  String name() {
    return placed.folder() + "/" + placed.file().name();
  }

  Layout layout() {
    return proof.layout();
  }

  boolean headed() {
    return layout().header().form() != Layout.Form.NONE;
  }

  /** What its dataset says about its rows. */
  DeclaredRules rules() {
    return DeclaredRules.of(dataset, layout());
  }

  boolean loose() {
    return layout().header().form() == Layout.Form.LOOSE;
  }

  /** Whether rows become observations, and not rows of a table of the dataset's own. */
  boolean observed() {
    return dataset.tables().isEmpty() || dataset.id().equals("hes_monthly") && layout().era().contains("organisation");
  }

  /** Places of columns of a role. */
  List<Integer> columns(Role... roles) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < proof.columns().size(); i++) {
      LayoutColumn column = proof.columns().get(i);
      if (column != null && List.of(roles).contains(column.role())) {
        places.add(i);
      }
    }
    return places;
  }

  /** Places of columns without which the layout does not hold; families and their members are left out. */
  List<Integer> needed() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < proof.columns().size(); i++) {
      LayoutColumn column = proof.columns().get(i);
      if (column != null && layout().columns().contains(column) && column.required()) {
        places.add(i);
      }
    }
    return places;
  }

  /** Places of rows from which figures of an organisation are made. */
  List<Integer> rows() {
    return filled().stream().filter(r -> read.map(numbers -> numbers.contains(r + 1)).orElse(true)).toList();
  }

  /** Places of rows that hold a code and a figure, and no total. */
  List<Integer> filled() {
    List<Integer> places = new ArrayList<>();
    List<Integer> figures = columns(Role.MEASURE, Role.FIELD);
    List<Integer> codes = columns(Role.ORG_CODE);
    List<List<String>> rows = grid.pages.get(page).rows;
    for (int r = header + 1; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      boolean total = row.stream().anyMatch(c -> c.strip().equalsIgnoreCase("total") || c.strip().equalsIgnoreCase("england"));
      boolean coded = codes.isEmpty() || cell(row, codes.get(0)).matches("[A-Z0-9]{3,9}");
      if (!total && coded && figures.stream().anyMatch(c -> !cell(row, c).isBlank())) {
        places.add(r);
      }
    }
    return places;
  }

  /** Places of rows that say that they add up the others. */
  List<Integer> totals() {
    List<Integer> places = new ArrayList<>();
    List<List<String>> rows = grid.pages.get(page).rows;
    for (int r = header + 1; r < rows.size(); r++) {
      boolean total = rows.get(r).stream().anyMatch(c -> c.strip().equalsIgnoreCase("total") || c.strip().equalsIgnoreCase("england"));
      if (total && rows.get(r).size() > 3) {
        places.add(r);
      }
    }
    return places;
  }

  static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }
}
