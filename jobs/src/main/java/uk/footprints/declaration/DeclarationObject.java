package uk.footprints.declaration;

/** The objects of a declaration and their keys: the reader refuses others, and the JSON Schema is made from these. */
enum DeclarationObject implements KeyedObject {
  DATASET("a dataset",
      Key.text("id", "the name in tables, such as kh03_beds").needed(),
      Key.text("title", "the name of the publication").needed(),
      Key.text("publisher", "who publishes it").needed(),
      Key.text("licence", "default: Open Government Licence v3.0"),
      Key.object("cadence", "when it is published", "CADENCE").needed(),
      Key.objects("download", "where its files are linked", "DOWNLOAD"),
      Key.text("by_hand", "one sentence: why files have to be downloaded by hand"),
      Key.texts("caveats", "what users must know").needed(),
      Key.object("other_sheets", "sheets without rows to read", "OTHER_SHEETS"),
      Key.object("rows", "how rows are read, in all layouts that do not differ", "ROWS"),
      Key.objects("lists", "words in which several measures or columns differ", "LIST"),
      Key.objects("measures", "what is counted", "MEASURE"),
      Key.objects("tables", "tables of its own", "TABLE"),
      Key.words("reader", "the class that reads its files, where layouts cannot be declared", DatasetReaders.names()),
      Key.objects("layouts", "the designs of its files, the newest first", "LAYOUT")),
  CADENCE("cadence",
      Key.text("published", "in words: second Thursday of the month after").needed(),
      Key.number("months_after", "months from the end of a period to the first release").needed(),
      Key.texts("revised_in", "months of the year, as numbers, in which revisions come out"),
      Key.text("page", "the page in words").needed()),
  DOWNLOAD("a page of downloads",
      Key.text("page", "the address of the page").needed(),
      Key.pattern("pages", "further pages below it"),
      Key.text("below", "the folder of the further pages, where it is another than that of the page"),
      Key.pattern("releases", "further pages below it, each of one publication"),
      Key.patterns("files", "names of files"),
      Key.text("called", "the text of the links")),
  OTHER_SHEETS("other_sheets",
      Key.texts("notes", "names of sheets of notes"),
      Key.texts("totals", "names of sheets that add up others")),
  LIST("a list",
      Key.text("name", "as in {sector}, the word of ids; {sector.heading}, as published; {sector.meaning}").needed(),
      Key.map("words", "a word as published: the word of ids, and its meaning after a comma").needed()),
  MEASURE("a measure",
      Key.texts("each", "names of lists: there is one measure for each of their words"),
      Key.text("id", "such as ae.attendances.type_1; {1} is the word of the first key").needed(),
      Key.text("quantity", "what is counted, in a few words").needed(),
      Key.text("unit", "such as attendances").needed(),
      Key.texts("heading", "headings as published"),
      Key.pattern("matching", "what its headings match"),
      Key.words("roll_up", "how areas are added up; default: sum", "sum", "average", "none"),
      Key.words(
          "over_time", "how figures of short periods become those of longer ones; default: sum", "sum", "mean", "last"),
      Key.text("definition", "one or two sentences").needed(),
      Key.text("caveat", "what users must know"),
      Key.texts("sum_of", "measures of the row that it adds up"),
      Key.text("part_of", "the measure of the same row of which it counts a part, and never more"),
      Key.text("within", "the measure of the same row of the places that it occupies; a few may be occupied twice"),
      Key.number("highest", "the highest possible value"),
      Key.yes("signed", "whether values may be below zero")),
  LAYOUT("a layout",
      Key.text("name", "such as from April 2018").needed(),
      Key.text("like", "the name of a layout whose columns it has; its own come in place of those, or are added"),
      Key.yes("always", "whether every workbook of the publication has such a sheet"),
      Key.texts("sheets", "names of sheets; a text file has none and always fits"),
      Key.yes("workbook", "whether only workbooks have it, because a text file would not say which sheet it is"),
      Key.pattern("sheets_matching", "what the names of sheets match"),
      Key.pattern("title_matching", "what one of the first rows has in it, in a cell or in all its cells together"),
      Key.pattern("title_without", "what none of the first rows has in it, in a cell or in all its cells together"),
      Key.number("group_rows", "rows of group headings above the header; they are joined by \" | \""),
      Key.yes("loosely", "a letter may be wrong and there may be other columns"),
      Key.yes("days_across", "a column for each day"),
      Key.yes("derived", "made by others from the publication"),
      Key.text("into", "the table that rows go into; default: observations"),
      Key.object("rows", "how its rows are read", "ROWS"),
      Key.objects("columns", "its columns", "COLUMN").needed()),
  COLUMN("a column",
      Key.texts("each", "names of lists: there is one column for each of their words"),
      Key.words("role", "what it is", Words.ROLES),
      Key.text("measure", "the id of the measure in it"),
      Key.texts("measures", "ids of measures, one for each column, with the headings that they declare"),
      Key.text("field", "its name in a table of the dataset"),
      Key.texts("ignored", "headings that are known and not read"),
      Key.pattern("ignored_matching", "headings that are known and not read"),
      Key.texts("heading", "headings as published"),
      Key.pattern("matching", "what its headings match"),
      Key.words("right_of", "for a column without heading: the role of the column before it", Words.ROLES),
      Key.words("left_of", "for a column without heading: the role of the column after it", Words.ROLES),
      Key.yes("optional", "whether it may be absent"),
      Key.yes("again", "whether it is a second column under the heading of another"),
      Key.texts("sum_of", "measures of the row that it adds up; families of them end with a point")),
  ROWS("rows",
      Key.object("period", "the time that figures describe", "PERIOD"),
      Key.objects("organisations", "what rows are about; the first that fits", "ORGANISATION"),
      Key.object("code", "how codes are read", "CODE"),
      Key.objects("keys", "words that complete the ids of measures", "KEY"),
      Key.map("marks", "what a cell without a number means: zero, suppressed, missing or not_applicable"),
      Key.words("blank", "what an empty cell means; default: missing", Words.MARKS),
      Key.number("rounded_to", "the unit to which figures are rounded"),
      Key.yes("whole", "whether figures are whole numbers"),
      Key.text("totals_differ", "one sentence: why the publisher's totals may differ from the sum of the rows"),
      Key.yes("total", "whether every sheet has a row that adds up the others"),
      Key.objects("zeros_missing", "when zeros mean that an organisation sent no figure", "ZEROS"),
      Key.text("largest", "of rows of one organisation and period, read the one with the largest figure of this measure"),
      Key.yes("first", "of rows of one organisation and period, read the first")),
  ZEROS("zeros_missing",
      Key.pattern("measures", "ids of the measures whose zeros are then missing").needed(),
      Key.pattern("all_zero", "ids of the measures that are then all zero").needed(),
      Key.pattern("none_above_zero", "ids of the measures of which then none is above zero"),
      Key.text("where", "the id of a measure that is then large"),
      Key.number("at_least", "its least value then"),
      Key.text("because", "the reason, for the finding").needed()),
  PERIOD("period",
      Key.words("kind", "its length", Words.PERIODS).needed(),
      Key.list("from", "where it is written; the first that gives one", Words.SOURCES),
      Key.pattern("pattern", "what to find there; the first group is the period"),
      Key.text("day", "for a year that means a day of it: 30 June"),
      Key.text("fixed", "the period, where files never say it"),
      Key.text("assumed", "the period, where a file does not say it; each such file gets a finding")),
  ORGANISATION("organisations",
      Key.map("when", "patterns that columns, by role or field, must match"),
      Key.words("is", "the role of the organisation", Words.ORGANISATIONS),
      Key.words("adds_up", "the role of the organisations that it adds up", Words.ORGANISATIONS),
      Key.yes("in_parent", "whether code and name are those of the parent's columns"),
      Key.text("leave", "one sentence: why such rows are not read"),
      Key.yes("total", "whether such rows add up others, and are not read")),
  CODE("code",
      Key.pattern("remove", "what is removed from codes"),
      Key.words("from", "another column with the code in it", "org_name"),
      Key.pattern("pattern", "what to find there; the first group is the code")),
  KEY("keys",
      Key.texts("columns", "headings of the columns with the words"),
      Key.list("from", "where the word is, when no column has it", Words.SOURCES),
      Key.pattern("pattern", "what to find there; the first group is the word"),
      Key.map("words", "a word as published: the word of the id, and its meaning after a comma").needed(),
      Key.yes("merged", "whether an empty cell has the word of the row above"),
      Key.yes("placed", "whether ids without a place for the word do without it; default: it follows after a point"),
      Key.text("leave", "one sentence: why rows with other words are not read")),
  TABLE("a table",
      Key.text("name", "the name of the table").needed(),
      Key.text("row", "what one row is").needed(),
      Key.texts("key", "the columns that identify a row").needed(),
      Key.yes("repeats", "whether files repeat rows; the first is kept without a finding"),
      Key.objects("columns", "its columns", "TABLE_COLUMN").needed()),
  TABLE_COLUMN("a column of a table",
      Key.text("name", "the name of the column").needed(),
      Key.words("type", "its values", "text", "number", "whole", "date").needed(),
      Key.text("meaning", "one sentence").needed(),
      Key.text("unit", "the unit of a figure"),
      Key.yes("optional", "whether a column of the key may be empty"),
      Key.yes("signed", "whether the number may be below zero"),
      Key.words("from", "where the value is; default: the column of that name", Words.TABLE_SOURCES),
      Key.text("column", "another column of the sheet"),
      Key.pattern("pattern", "what to find there; the first group is the value"),
      Key.map("words", "words as published and what they become"),
      Key.text("fixed", "the value, where all rows have the same"));

  /** The words of keys that have a fixed set. */
  static final class Words {
    static final String[] ROLES = {
      "year", "period", "date", "level", "org_code", "org_name", "parent_code", "parent_name", "key", "sum", "value"
    };
    static final String[] MARKS = {"zero", "suppressed", "missing", "not_applicable"};
    static final String[] PERIODS = {
      "day", "week", "month", "quarter", "financial_year", "year", "point"
    };
    static final String[] SOURCES = {"columns", "title", "sheet", "file", "headings"};
    static final String[] TABLE_SOURCES = {
      "column", "title", "sheet", "file", "headings", "period_start", "period_end", "period_label",
      "heading_group_1",
      "heading_group_2", "heading_cell", "status"
    };
    static final String[] ORGANISATIONS = {"provider", "commissioner", "council", "region", "country"};

    private Words() {}
  }

  private final Definition definition;

  DeclarationObject(String words, Key... keys) {
    definition = Definition.of(words, keys);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
