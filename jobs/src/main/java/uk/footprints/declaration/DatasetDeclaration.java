package uk.footprints.declaration;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import uk.footprints.dataset.Dataset;
import uk.footprints.dataset.SheetReader;
import uk.footprints.dataset.UnreadDesign;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LandingPage;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;

/**
 * A dataset as declared in a YAML file.
 *
 * @param file the name of the file
 * @param id of the dataset
 * @param title of the publication
 * @param publisher of the files
 * @param licence of the data
 * @param timetable when publications come out
 * @param source where files are linked
 * @param caveats what users must know
 * @param asides sheets without rows to read
 * @param unread known designs of sheets that no layout reads
 * @param layouts the layouts, the newest first
 * @param measures the measures, for all words of keys
 * @param tables its own tables
 * @param reader what reads its files, where layouts cannot be declared
 */
public record DatasetDeclaration(
    String file,
    String id,
    String title,
    String publisher,
    String licence,
    PublicationTimetable timetable,
    DownloadSource source,
    List<String> caveats,
    Map<String, Dataset.Aside> asides,
    List<UnreadDesign> unread,
    List<LayoutDeclaration> layouts,
    List<Measure> measures,
    List<TableDeclaration> tables,
    Optional<SheetReader> reader) {

  private static final int MONTHS = 12;

  /**
   * Reads a declaration.
   *
   * @param file the name of the file, for messages
   * @param text its content
   * @throws uk.footprints.runtime.UserException naming file and line, when it is wrong
   */
  public static DatasetDeclaration read(String file, String text) {
    DeclarationNode root = DeclarationNode.read(file, text).as(DeclarationObject.DATASET);
    DeclarationNode id = root.get("id");
    if (!id.text().matches("[a-z][a-z0-9_]*")) {
      throw id.wrong("\"%s\" is no id of a dataset".formatted(id.text()), "use small letters, digits and _");
    }
    Map<String, WordList> lists = lists(root);
    Map<String, MeasureDeclaration> measures = new LinkedHashMap<>();
    for (DeclarationNode node : expanded(root.items("measures"), lists)) {
      MeasureDeclaration measure = MeasureDeclaration.read(node);
      MeasureDeclaration other = measures.put(measure.id(), measure);
      if (other != null) {
        throw measure.place().wrong(
            "the measure %s is declared twice, here and in line %d".formatted(measure.id(), other.place().line()),
            "keep one of them");
      }
    }
    List<TableDeclaration> tables = root.items("tables").stream().map(TableDeclaration::read).toList();
    List<String> names = tables.stream().map(t -> t.table().name()).toList();
    Optional<DeclarationNode> rows = root.find("rows").map(r -> r.as(DeclarationObject.ROWS));
    List<Measure> single =
        root.find("reader").isEmpty() ? List.of() : measures.values().stream().map(MeasureDeclaration::single).toList();
    Optional<SheetReader> reader = reader(root, single);
    List<LayoutDeclaration> layouts = new ArrayList<>();
    for (DeclarationNode node : root.items("layouts")) {
      List<DeclarationNode> columns = expanded(LayoutColumns.of(node, root.items("layouts"), List.of()), lists);
      LayoutDeclaration layout = LayoutDeclaration.read(node, columns, rows, measures, names);
      if (layouts.stream().anyMatch(l -> l.layout().era().equals(layout.layout().era()))) {
        throw node.wrong("two layouts have the name \"%s\"".formatted(layout.layout().era()), "name them apart");
      }
      layouts.add(layout);
    }
    if (reader.isEmpty() && layouts.isEmpty()) {
      throw root.find("layouts").orElse(root).wrong("there is no layout", "add one with name: and columns:");
    }
    if (reader.isEmpty()) {
      refuseUnused(measures, layouts);
      refuseUnknownColumns(root, layouts);
    }
    refuseUnknownLimits(measures);
    return new DatasetDeclaration(
        file,
        id.text(),
        root.get("title").text(),
        root.get("publisher").text(),
        root.text("licence", "Open Government Licence v3.0"),
        timetable(root.get("cadence").as(DeclarationObject.CADENCE)),
        source(root),
        caveats(root),
        asides(root),
        root.items("not_read").stream().map(DatasetDeclaration::unread).toList(),
        List.copyOf(layouts),
        reader.isEmpty() ? expanded(measures, layouts) : single.isEmpty() ? reader.get().measures() : single,
        tables,
        reader);
  }

  private static Map<String, WordList> lists(DeclarationNode root) {
    Map<String, WordList> lists = new LinkedHashMap<>();
    for (DeclarationNode node : root.items("lists")) {
      WordList list = WordList.read(node);
      if (lists.put(list.name(), list) != null) {
        throw node.wrong("two lists have the name \"%s\"".formatted(list.name()), "name them apart");
      }
    }
    return lists;
  }

  private static List<DeclarationNode> expanded(List<DeclarationNode> nodes, Map<String, WordList> lists) {
    return nodes.stream().flatMap(node -> WordList.expand(node, lists).stream()).toList();
  }

  private static Optional<SheetReader> reader(DeclarationNode root, List<Measure> measures) {
    Optional<DeclarationNode> name = root.find("reader");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String known = name.get().oneOf("reader", DeclarationObject.DATASET.words("reader"));
    for (String key : List.of("layouts", "tables", "rows")) {
      if (root.find(key).isPresent()) {
        throw root.get(key).wrong("the dataset has a reader, and %s of its own".formatted(key), "keep one of them");
      }
    }
    return Optional.of(DatasetReaders.of(known, measures));
  }

  /** Refuses measures that are a part of, or within, one that is not declared. */
  private static void refuseUnknownLimits(Map<String, MeasureDeclaration> measures) {
    for (MeasureDeclaration measure : measures.values()) {
      String whole = measure.limits().whole();
      if (!whole.isEmpty() && !measures.containsKey(whole)) {
        throw measure.place().wrong(
            "%s is a part of \"%s\", which is not declared".formatted(measure.id(), whole),
            "name a measure of the dataset in part_of: or within:");
      }
    }
  }

  private static PublicationTimetable timetable(DeclarationNode node) {
    List<Integer> months = new ArrayList<>();
    for (DeclarationNode month : node.items("revised_in")) {
      if (!month.text().matches("[1-9]|1[0-2]")) {
        throw month.wrong("\"%s\" is no month".formatted(month.text()), "write a number from 1 to 12");
      }
      months.add(Integer.valueOf(month.text()));
    }
    // An empty list is a publication that is never revised; without the key, revisions may come in any month.
    List<Integer> every = IntStream.rangeClosed(1, MONTHS).boxed().toList();
    List<Integer> revised = node.find("revised_in").isEmpty() ? every : months;
    return new PublicationTimetable(
        node.get("published").text(), node.number("months_after", 0), revised, node.get("page").text());
  }

  private static DownloadSource source(DeclarationNode root) {
    Optional<DeclarationNode> byHand = root.find("by_hand");
    List<DeclarationNode> pages = root.items("download");
    if (byHand.isPresent() != pages.isEmpty()) {
      throw root.wrong(
          pages.isEmpty() ? "the dataset does not say where its files are" : "the dataset has download and by_hand",
          "give download: with page: and files:, or by_hand: with one sentence");
    }
    if (byHand.isPresent()) {
      return DownloadSource.byHand(byHand.get().text());
    }
    return DownloadSource.from(pages.stream().map(DatasetDeclaration::page).toArray(LandingPage[]::new));
  }

  private static LandingPage page(DeclarationNode node) {
    node.as(DeclarationObject.DOWNLOAD);
    DeclarationNode address = node.get("page");
    try {
      if (!"https".equals(URI.create(address.text()).getScheme())) {
        throw new IllegalArgumentException();
      }
    } catch (IllegalArgumentException e) {
      throw address.wrong("\"%s\" is no address of a page".formatted(address.text()), "write one with https://");
    }
    LandingPage page = LandingPage.at(address.text());
    node.find("pages").ifPresent(DeclarationNode::pattern);
    node.find("releases").ifPresent(DeclarationNode::pattern);
    node.items("files").forEach(DeclarationNode::pattern);
    page = node.find("pages").isPresent() ? page.pages(node.get("pages").text()) : page;
    page = node.find("below").isPresent() ? page.below(node.get("below").text()) : page;
    page = node.find("releases").isPresent() ? page.releases(node.get("releases").text()) : page;
    return page.files(node.texts("files").toArray(String[]::new)).called(node.text("called", ""));
  }

  private static List<String> caveats(DeclarationNode root) {
    List<String> caveats = root.texts("caveats");
    if (caveats.isEmpty() || caveats.contains("")) {
      throw root.get("caveats").wrong("there is no caveat", "write what users of the figures must know");
    }
    return caveats;
  }

  private static Map<String, Dataset.Aside> asides(DeclarationNode root) {
    Map<String, Dataset.Aside> asides = new LinkedHashMap<>();
    root.find("other_sheets")
        .map(node -> node.as(DeclarationObject.OTHER_SHEETS))
        .ifPresent(
            node -> {
              node.texts("notes").forEach(name -> asides.put(name, Dataset.Aside.NOTES));
              node.texts("totals").forEach(name -> asides.put(name, Dataset.Aside.TOTALS));
            });
    return asides;
  }

  private static UnreadDesign unread(DeclarationNode node) {
    node.as(DeclarationObject.NOT_READ);
    UnreadDesign design =
        new UnreadDesign(
            node.texts("sheets"), node.find("title_matching").map(DeclarationNode::pattern), node.texts("headings"),
            node.get("because").text(), node.get("instead").text());
    if (design.sheets().isEmpty() && design.title().isEmpty() && design.headings().isEmpty()) {
      throw node.wrong("nothing says which sheets are meant", "add sheets:, title_matching: or headings:");
    }
    return design;
  }

  /** Refuses measures that no layout reads. */
  private static void refuseUnused(Map<String, MeasureDeclaration> measures, List<LayoutDeclaration> layouts) {
    Set<String> read = new HashSet<>();
    for (LayoutDeclaration layout : layouts) {
      layout.measures().forEach(measure -> read.add(measure.id()));
      for (String family : layout.families()) {
        measures.keySet().stream().filter(id -> MeasureDeclaration.completes(family, id)).forEach(read::add);
      }
      layout.rows().keys().forEach(key -> key.words().values().forEach(word -> read.add(word.id())));
    }
    for (MeasureDeclaration measure : measures.values()) {
      if (!read.contains(measure.id())) {
        throw measure.place().wrong(
            "no layout reads the measure %s".formatted(measure.id()), "add it to the columns of a layout");
      }
    }
  }

  /** Refuses conditions on columns that no layout has. */
  private static void refuseUnknownColumns(DeclarationNode root, List<LayoutDeclaration> layouts) {
    Set<String> fields = new HashSet<>();
    layouts.forEach(l -> l.layout().columns().stream().map(LayoutColumn::name).forEach(fields::add));
    List<DeclarationNode> all = new ArrayList<>(root.find("rows").stream().toList());
    root.items("layouts").forEach(layout -> layout.find("rows").ifPresent(all::add));
    for (DeclarationNode rows : all) {
      for (DeclarationNode kind : rows.items("organisations")) {
        for (String column : kind.find("when").map(w -> w.values().keySet()).orElse(Set.of())) {
          if (LayoutDeclaration.role(column).isEmpty() && !fields.contains(column)) {
            throw kind.get("when").wrong(
                "no layout has a column \"%s\"".formatted(column), "name a role or the field of a column");
          }
        }
      }
    }
  }

  /** Returns the measures of all layouts, each for all words of the layout's keys. */
  private static List<Measure> expanded(Map<String, MeasureDeclaration> measures, List<LayoutDeclaration> layouts) {
    Map<String, Measure> all = new LinkedHashMap<>();
    for (LayoutDeclaration layout : layouts) {
      List<List<MeasureKey.Word>> words = List.of(List.of());
      for (MeasureKey key : layout.rows().keys()) {
        List<List<MeasureKey.Word>> longer = new ArrayList<>();
        for (List<MeasureKey.Word> before : words) {
          for (MeasureKey.Word word : key.words().values()) {
            List<MeasureKey.Word> one = new ArrayList<>(before);
            one.add(word);
            longer.add(one);
          }
        }
        words = longer;
      }
      for (List<MeasureKey.Word> each : words) {
        for (MeasureDeclaration measure : layout.measures()) {
          Measure full = measure.of(each, layout.rows().keys());
          all.putIfAbsent(full.id(), full);
        }
        String id = MeasureKey.complete("", each.stream().map(MeasureKey.Word::id).toList(), layout.rows().keys());
        if (measures.containsKey(id)) {
          all.putIfAbsent(id, measures.get(id).single());
        }
      }
      for (String family : layout.families()) {
        for (MeasureDeclaration measure : measures.values()) {
          if (MeasureDeclaration.completes(family, measure.id())) {
            all.putIfAbsent(measure.id(), measure.single());
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  /** Returns the tables. */
  List<Table> listTables() {
    return tables.stream().map(TableDeclaration::table).toList();
  }
}
