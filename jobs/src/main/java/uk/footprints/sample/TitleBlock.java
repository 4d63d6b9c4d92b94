package uk.footprints.sample;

/** The block of titles above NHS England's tables, from the second column. */
final class TitleBlock {

  private TitleBlock() {}

  /** Rows 1 to 12 of a sheet: title, period and when it was published and revised (which may be null). */
  static SheetBuilder above(String sheet, String title, String period, Object published, String revised) {
    return new SheetBuilder(sheet)
        .blank()
        .row(null, "Title:", title)
        .row(null, "Summary:", PublicationSample.MADE_UP + ".")
        .blank()
        .row(null, "Period:", period)
        .row(null, "Source:", PublicationSample.MADE_UP)
        .row(null, "Basis:", "Provider")
        .row(null, "Published:", published)
        .row(null, "Revised:", revised)
        .row(null, "Status:", "Published")
        .row(null, "Contact:", PublicationSample.MADE_UP + ": nobody answers for it")
        .blank();
  }
}
