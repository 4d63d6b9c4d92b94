package uk.footprints.site;

import java.util.List;

/**
 * The page that says how to read the tables of the store in other tools, with a snippet for each.
 *
 * @param frame the frame around it
 * @param snippets in order
 */
public record AccessPage(PageFrame frame, List<Snippet> snippets) {

  /**
   * A snippet for a tool.
   *
   * @param file its name among the resources; it is run in continuous integration where its tool can be had
   * @param tool the tool
   * @param note what to know
   */
  public record Snippet(String file, String tool, String note) {

    /** Returns the text of the snippet. */
    public String code() {
      return SiteAssets.text("access/" + file).strip();
    }
  }

  private static final List<Snippet> SNIPPETS =
      List.of(
          new Snippet(
              "excel.txt", "Excel",
              "Every report is a workbook in reports/xlsx, and every table of these pages can be saved as Excel. A"
                  + " workbook that follows the current release needs the query below (Data, Get Data, Launch Power"
                  + " Query Editor, Advanced Editor)."),
          new Snippet(
              "power_query.m", "Power BI and Power Query",
              "Reads the name of the current release, then all Parquet files of a table. Change the folder in the first"
                  + " line. Power Query runs on Windows only, so continuous integration does not run it."),
          new Snippet(
              "duckdb.sql", "SQL with DuckDB",
              "views.sql is in the store. It makes a view of every table of the current release; load it again after a"
                  + " refresh. Continuous integration runs this."),
          new Snippet(
              "spark.sql", "SQL with Spark",
              "views_spark.sql does the same for Spark SQL. Continuous integration runs this."),
          new Snippet("with_pandas.py", "Python", "With pandas and pyarrow. Continuous integration runs this."),
          new Snippet(
              "arrow.R", "R with arrow",
              "Debian has no package of arrow for R, so continuous integration does not run this one."),
          new Snippet(
              "nanoparquet.R", "R with nanoparquet",
              "A small package without other libraries. Debian has no package of it, so continuous integration does not"
                  + " run this one."),
          new Snippet(
              "data_table.R", "R with data.table and readxl",
              "Reads the CSV files and workbooks of the site. Continuous integration runs this."));

  static AccessPage of(SiteContext site) {
    return new AccessPage(site.frame("How to read the tables", "data/access.html", false), SNIPPETS);
  }
}
