package uk.footprints.declaration;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uk.footprints.dataset.Dataset;
import uk.footprints.dataset.SheetReader;
import uk.footprints.dataset.UnreadDesign;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/** A dataset that a YAML file declares. The file is read when more than the id is needed. */
public final class DeclaredDataset implements Dataset {

  private final String id;
  private final Supplier<DatasetDeclaration> file;
  private volatile Content content;

  /**
   * What a declaration has, with what its reader has in place of it.
   *
   * @param declaration the declaration
   * @param layouts the layouts
   * @param tables the tables of its own
   */
  private record Content(DatasetDeclaration declaration, List<Layout> layouts, List<Table> tables) {

    static Content of(DatasetDeclaration declaration) {
      List<Layout> layouts =
          declaration.reader().map(SheetReader::layouts)
              .orElseGet(() -> declaration.layouts().stream().map(LayoutDeclaration::layout).toList());
      return new Content(
          declaration, layouts, declaration.reader().map(SheetReader::tables).orElseGet(declaration::listTables));
    }
  }

  /** Creates the dataset of a declaration. */
  public DeclaredDataset(DatasetDeclaration declaration) {
    this(declaration.id(), () -> declaration);
    this.content = Content.of(declaration);
  }

  /** Creates a dataset of this id whose declaration is read when it is needed. */
  DeclaredDataset(String id, Supplier<DatasetDeclaration> file) {
    this.id = id;
    this.file = file;
  }

  private Content content() {
    if (content == null) {
      synchronized (this) {
        if (content == null) {
          content = Content.of(file.get());
        }
      }
    }
    return content;
  }

  /** Returns its declaration. */
  public DatasetDeclaration declaration() {
    return content().declaration();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return declaration().title();
  }

  @Override
  public String publisher() {
    return declaration().publisher();
  }

  @Override
  public String licence() {
    return declaration().licence();
  }

  @Override
  public PublicationTimetable timetable() {
    return declaration().timetable();
  }

  @Override
  public DownloadSource live() {
    return declaration().source();
  }

  @Override
  public List<Layout> layouts() {
    return content().layouts();
  }

  @Override
  public List<Measure> measures() {
    return declaration().measures();
  }

  @Override
  public List<Table> tables() {
    return content().tables();
  }

  @Override
  public RowRules rules(Layout layout) {
    return declaration().layouts().stream()
        .filter(l -> l.layout() == layout)
        .findFirst()
        .map(l -> l.rows().observations(id(), measures()))
        .orElseGet(() -> RowRules.of(id(), "provider", PeriodKind.MONTH));
  }

  @Override
  public List<String> warnings() {
    return declaration().caveats();
  }

  @Override
  public Map<String, Aside> asides() {
    return declaration().asides();
  }

  @Override
  public List<UnreadDesign> unread() {
    return declaration().unread();
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    if (declaration().reader().isPresent()) {
      return declaration().reader().get().conform(match, place);
    }
    LayoutDeclaration layout =
        declaration().layouts().stream().filter(l -> l.layout() == match.layout()).findFirst().orElseThrow();
    if (layout.into().isEmpty()) {
      return DeclaredSheet.read(layout, id(), measures(), match, place);
    }
    TableDeclaration table =
        declaration().tables().stream().filter(t -> t.table().name().equals(layout.into())).findFirst().orElseThrow();
    return DeclaredTable.read(layout, table, id(), match, place);
  }

  @Override
  public TransformResult wholeFile(TransformResult file) {
    return declaration().reader().map(reader -> reader.wholeFile(file)).orElse(file);
  }
}
