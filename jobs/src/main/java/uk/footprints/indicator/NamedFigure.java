package uk.footprints.indicator;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.footprints.period.RollUp;

/**
 * A figure that an indicator takes from elsewhere than the observations of its dataset: from a table of its own, from
 * another dataset, or as the product of two other figures of an organisation.
 *
 * @param measure the name under which the indicator's terms have it
 * @param rollUp how figures of short periods become those of longer ones
 * @param table the table; empty for an observation or a product
 * @param when columns of the table, and what their texts must match completely
 * @param organisation the column with the code of the organisation; empty where every row is England's
 * @param value the column with the figure; figures of one organisation and period are added up
 * @param dataset the dataset of an observation; empty for a table or a product
 * @param observed the measure of that dataset
 * @param factors the two figures that are multiplied; empty otherwise
 */
public record NamedFigure(
    String measure,
    RollUp rollUp,
    String table,
    Map<String, Pattern> when,
    String organisation,
    String value,
    String dataset,
    String observed,
    List<String> factors) {

  /** Returns whether it comes from a table. */
  public boolean isOfTable() {
    return !table.isEmpty();
  }

  /** Returns where it comes from, in words for pages. */
  public String words() {
    if (isOfTable()) {
      StringBuilder text = new StringBuilder("the column " + value + " of the table " + table);
      when.forEach((column, pattern) -> text.append(", where %s is %s".formatted(column, pattern.pattern())));
      return text.toString();
    }
    return dataset.isEmpty() ? String.join(" times ", factors) : observed + " of " + dataset;
  }
}
