package uk.footprints.job.refresh;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.catalogue.Tables;
import uk.footprints.conform.Block;
import uk.footprints.conform.Conformed;
import uk.footprints.table.Rows;
import uk.footprints.table.Table;

/** Rows that were read before their day of publication was known, with it. */
final class Dated {

  private Dated() {}

  static Conformed of(Conformed rows, Block.Origin origin) {
    List<Block> blocks = new ArrayList<>();
    for (Block b : rows.blocks()) {
      blocks.add(
          new Block(
              b.dataset(), b.orgRole(), b.period(), origin, b.sheet(), b.measures(), b.orgCodes(), b.orgNames(), b.rows(),
              b.values(), b.statuses()));
    }
    for (Rows table : rows.tables()) {
      Table of = Tables.find(table.table()).orElseThrow();
      int published = of.index("published_on");
      int maturity = of.index("maturity");
      for (Object[] row : table.rows()) {
        row[published] = origin.publishedOn();
        row[maturity] = origin.maturity();
      }
    }
    return new Conformed(blocks, rows.tables(), rows.findings(), rows.accounting(), rows.periods());
  }
}
