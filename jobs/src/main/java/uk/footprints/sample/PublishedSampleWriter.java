package uk.footprints.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes files in the published layouts, with made-up numbers.
 *
 * @param country the organisations
 * @param chance the made-up variation
 */
public record PublishedSampleWriter(SampleCountry country, SeededVariation chance) {

  /** The seed of the committed sample. */
  public static final long SEED = 44;

  /** A file and the folder of its dataset. */
  public record Placed(String folder, SampleFile file) {

    /** Writes the file below a folder and returns its path. */
    public Path below(Path folder) {
      try {
        Path path = folder.resolve(this.folder).resolve(file.name());
        Files.createDirectories(path.getParent());
        return Files.write(path, file.bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The committed sample. */
  public static List<Placed> committed() {
    return new PublishedSampleWriter(SampleCountry.read(), new SeededVariation(SEED)).usual(p -> true);
  }

  /** Returns the usual months of the required publications. */
  public List<Placed> usual(Predicate<PublicationSample> wanted) {
    List<Placed> files = new ArrayList<>();
    for (PublicationSample publication : PublicationSamples.all().stream().filter(wanted).toList()) {
      publication.usual().forEach(month -> files.add(file(publication, month)));
      files.addAll(archives(publication));
    }
    return files;
  }

  /** Returns the files of the required publications about some months. */
  public List<Placed> months(List<YearMonth> months, Predicate<PublicationSample> wanted) {
    List<Placed> files = new ArrayList<>();
    for (PublicationSample publication : PublicationSamples.all().stream().filter(wanted).toList()) {
      months.stream().filter(publication::covers).forEach(month -> files.add(file(publication, month)));
    }
    return files;
  }

  /** One small file for every layout, named for its era. */
  public static List<Placed> fixtures() {
    SampleCountry few = SampleCountry.read().few(5);
    List<Placed> files = new ArrayList<>();
    for (PublicationSample publication : PublicationSamples.all()) {
      for (PublicationSample.SampleEra era : publication.eras()) {
        SampleFile file = publication.write(era.month(), few, new SeededVariation(SEED));
        files.add(new Placed(publication.dataset(), new SampleFile(era.name() + "." + file.extension(), file.bytes())));
      }
    }
    return files;
  }

  /** Returns the archived months of a publication, a zip file for each financial year. */
  private List<Placed> archives(PublicationSample publication) {
    Map<String, List<SampleFile>> years = new TreeMap<>();
    for (YearMonth month : publication.archived()) {
      years.computeIfAbsent(SampleMonths.financialYear(month), year -> new ArrayList<>())
          .add(file(publication, month).file());
    }
    List<Placed> archives = new ArrayList<>();
    years.forEach((year, parts) -> {
      String name = "%s-%s-sample.zip".formatted(publication.dataset(), year);
      archives.add(new Placed(publication.dataset(), SampleFile.archive(name, parts)));
    });
    return archives;
  }

  private Placed file(PublicationSample publication, YearMonth month) {
    SampleFile file = publication.write(month, country, chance);
    return new Placed(publication.dataset(), publication.marked() ? file : ArtificialDataMark.on(file));
  }
}
