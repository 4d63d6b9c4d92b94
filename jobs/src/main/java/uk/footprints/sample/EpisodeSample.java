package uk.footprints.sample;

import java.time.YearMonth;
import java.util.List;
import uk.footprints.sample.hes.HesSampleWriter;

/**
 * Some thousand artificial hospital episodes of the two years that quoted figures compare, of people in one
 * commissioning group of each footprint: so few groups that the year of a group is not withheld.
 */
final class EpisodeSample implements PublicationSample {

  private static final List<Integer> YEARS = List.of(2013, 2016);
  private static final int ROWS = 16_000;
  private static final double NONE_SPOILT = 0;

  @Override
  public String dataset() {
    return "hes_apc";
  }

  @Override
  public List<YearMonth> usual() {
    return List.of();
  }

  /** Returns the first month of each financial year, whose file is in an archive of its own. */
  @Override
  public List<YearMonth> archived() {
    return YEARS.stream().map(year -> YearMonth.of(year, 4)).toList();
  }

  @Override
  public List<SampleEra> eras() {
    return List.of();
  }

  @Override
  public boolean covers(YearMonth month) {
    return archived().contains(month);
  }

  @Override
  public boolean marked() {
    return true;
  }

  @Override
  public SampleFile write(YearMonth month, SampleCountry country, SeededVariation chance) {
    HesSampleWriter writer = new HesSampleWriter(ROWS, chance.seed(), YEARS, NONE_SPOILT);
    return new SampleFile(HesSampleWriter.fileName(month.getYear()), writer.ofFewPlaces(month.getYear()));
  }
}
