package uk.footprints.records.episode;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import uk.footprints.runtime.UserException;

/** The Parquet files of the table {@code episodes}: what they lack and are, by their columns and by what they note. */
public final class EpisodeFiles {

  /** The note of a file that names the fields that the extracts lacked; their columns hold no value. */
  private static final String LACKING = "footprints.lacking";
  /** The note of a file that says whether its records are artificial. */
  private static final String ORIGIN = "footprints.records";

  /**
   * What files say of their episodes.
   *
   * @param lacking the fields that some file lacks
   * @param origin whether they are artificial
   */
  public record Notes(Set<EpisodeField> lacking, RecordOrigin origin) {}

  private EpisodeFiles() {}

  /** Returns the notes of an ingest as they are written into its files. */
  static Map<String, String> notes(IngestResult read) {
    return Map.of(LACKING, read.lacking().stream().map(EpisodeField::name).collect(Collectors.joining(" ")),
        ORIGIN, read.origin().name());
  }

  /**
   * Reads what files lack, and whether their records are artificial.
   *
   * @param files their paths
   * @param used the columns that are read of them; others may be absent
   * @throws UserException if a file lacks a column without which no spell can be built
   */
  public static Notes read(List<String> files, Set<String> used, Configuration conf) throws IOException {
    RecordOrigin origin = null;
    Set<EpisodeField> lacking = EnumSet.noneOf(EpisodeField.class);
    Set<String> problems = new TreeSet<>();
    for (String file : files) {
      Path path = new Path(file);
      try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf))) {
        FileMetaData footer = reader.getFooter().getFileMetaData();
        RecordOrigin own = RecordOrigin.ofNote(footer.getKeyValueMetaData().get(ORIGIN));
        origin = origin == null ? own : origin.with(own);
        String note = footer.getKeyValueMetaData().getOrDefault(LACKING, "");
        Arrays.stream(note.split(" ")).filter(name -> !name.isEmpty()).map(EpisodeField::valueOf)
            .forEach(lacking::add);
        for (EpisodeField field : EpisodeField.values()) {
          if (used.contains(field.column()) && !footer.getSchema().containsField(field.column())) {
            lacking.add(field);
            if (EpisodeField.REQUIRED.contains(field)) {
              problems.add("%s: column %s is missing; it is needed for %s.".formatted(
                  path.getName(), field.column(), field.lost()));
            }
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw UserException.data(String.join("\n", problems), "ingest the extracts again: footprints stays --from FILES");
    }
    return new Notes(lacking, origin == null ? RecordOrigin.NOT_KNOWN : origin);
  }
}
