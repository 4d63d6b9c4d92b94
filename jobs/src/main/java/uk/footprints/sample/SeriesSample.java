package uk.footprints.sample;

import java.time.YearMonth;
import java.util.List;

/**
 * Files of a declared dataset about the whole country, for the committed sample; the declaration has its fixtures.
 *
 * @param dataset the dataset that reads them
 * @param usual what each file describes, or the month with which it ends
 * @param archived what each file describes that lies in the archive of its financial year
 * @param writer writes one of them
 */
record SeriesSample(String dataset, List<YearMonth> usual, List<YearMonth> archived, Writer writer)
    implements PublicationSample {

  /** Writes the file of one month or year. */
  @FunctionalInterface
  interface Writer {
    SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance);
  }

  SeriesSample(String dataset, List<YearMonth> usual, Writer writer) {
    this(dataset, usual, List.of(), writer);
  }

  @Override
  public boolean covers(YearMonth month) {
    return usual.contains(month) || archived.contains(month);
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    return writer.write(month, country, chance);
  }
}
