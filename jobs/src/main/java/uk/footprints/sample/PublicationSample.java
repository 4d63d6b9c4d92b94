package uk.footprints.sample;

import java.time.YearMonth;
import java.util.List;

/** One published series in the sample. Its layout is real, its numbers are made up. */
public interface PublicationSample {

  /** The text that files show wherever a layout has a place for text. */
  String MADE_UP = "Made-up sample data";

  /** One layout of a series, and a month that was published in it. */
  record SampleEra(String name, YearMonth month) {

    static SampleEra of(String name, String month) {
      return new SampleEra(name, YearMonth.parse(month));
    }
  }

  /** The dataset that reads the files. */
  String dataset();

  /** The months in the committed sample. */
  List<YearMonth> usual();

  /** The months that the committed sample has in archives, one for each financial year. */
  default List<YearMonth> archived() {
    return List.of();
  }

  /** Returns a month of each layout, for the fixtures; none where the declaration of the dataset gives them. */
  default List<SampleEra> eras() {
    return List.of();
  }

  /** Whether a file describes, or ends with, this month. */
  boolean covers(YearMonth month);

  /** Whether the layout itself has a place that says that the data are made up, so that no mark is added. */
  default boolean marked() {
    return false;
  }

  /** The file of one month. */
  SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance);
}
