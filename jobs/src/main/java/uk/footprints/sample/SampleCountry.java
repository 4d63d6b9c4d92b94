package uk.footprints.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import uk.footprints.sample.SampleOrganisation.Kind;

/**
 * The organisations of the sample.
 *
 * @param organisations every organisation of {@code data/reference/sample_organisations.csv}
 * @param councils the councils that run social care, and one organisation that is not a council
 */
public record SampleCountry(List<SampleOrganisation> organisations, List<SampleCouncil> councils) {

  private static final String TABLE = "/uk/footprints/reference/sample_organisations.csv";

  /** Returns all organisations. */
  public static SampleCountry read() {
    try (InputStream in = SampleCountry.class.getResourceAsStream(TABLE);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new SampleCountry(rows.stream().map(SampleCountry::organisation).toList(), SampleCouncil.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a few of each kind, evenly chosen, and everything above them: for files small enough to read. */
  public SampleCountry few(int ofEach) {
    return new SampleCountry(
        Stream.of(Kind.values())
            .flatMap(kind -> kind == Kind.PARENT ? of(kind) : thin(of(kind).toList(), ofEach))
            .toList(),
        SampleCouncil.few());
  }

  /** Returns the organisations of some kinds that were open in a month, in the order of the publications: by parent, then by code. */
  public List<SampleOrganisation> in(YearMonth month, Kind... kinds) {
    Set<Kind> wanted = Set.of(kinds);
    return organisations.stream()
        .filter(o -> wanted.contains(o.kind()) && o.openIn(month))
        .sorted(Comparator.comparing((SampleOrganisation o) -> o.parent(month)).thenComparing(SampleOrganisation::code))
        .toList();
  }

  /** Returns an organisation above others, by its code. */
  public SampleOrganisation parent(String code) {
    return of(Kind.PARENT).filter(o -> o.code().equals(code)).findFirst().orElseThrow();
  }

  private Stream<SampleOrganisation> of(Kind kind) {
    return organisations.stream().filter(o -> o.kind() == kind);
  }

  private static Stream<SampleOrganisation> thin(List<SampleOrganisation> all, int wanted) {
    int step = Math.max(1, all.size() / wanted);
    return Stream.iterate(step / 2, i -> i < all.size(), i -> i + step).limit(wanted).map(all::get);
  }

  private static SampleOrganisation organisation(NamedCsvRecord row) {
    return new SampleOrganisation(
        Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
        row.getField("code"),
        row.getField("name"),
        month(row.getField("first_month")),
        month(row.getField("last_month")),
        Stream.of("2012", "2013", "2015", "2018", "2019").map(year -> row.getField("parent_" + year)).toList(),
        row.getField("local_office"),
        row.getField("departments"),
        row.getField("size").isEmpty() ? 0 : Integer.parseInt(row.getField("size")));
  }

  private static YearMonth month(String written) {
    return written.isEmpty() ? null : YearMonth.parse(written);
  }
}
